import { TWIPS_PER_POINT, twips } from "../layout/measure.ts";
import { PAGE_MARK, type WordParagraph } from "../layout/word/paragraph.ts";
import { faceOf, isSameFace, sizeOf } from "./faces.ts";
import { excerpt, point, type Check, type Point, type Sheet } from "./point.ts";

const NUMBER_DOWN_MM = 7;
const TOLERANCE_MM = 1.5;
const DASHED = new RegExp(`^—\\s?${PAGE_MARK}\\s?—$`);
const COUNTED = new RegExp(`^第\\s*${PAGE_MARK}\\s*页[\\s\\u3000，,]*共\\s*${PAGE_MARK}\\s*页$`);

/** Page numbers (7.5), or the line that signs each page of a record. */
export const pageNumberChecks: Check = (sheet) => {
  const { section, form, document } = sheet;
  const odd = numbered(section.footers["default"]);
  const even = document.isEvenOdd ? numbered(section.footers["even"]) : odd;
  if (form === "record") return [recordFooter(sheet)];
  return [
    numberForm(odd, even),
    ...(odd === undefined
      ? []
      : [numberFace(odd, sheet), numberPlace(odd, even, sheet), numberDown(odd, sheet)]),
  ];
};

const numbered = (footer: readonly WordParagraph[] | undefined): WordParagraph | undefined =>
  footer?.find(({ text }) => text.includes(PAGE_MARK));

function numberForm(odd: WordParagraph | undefined, even: WordParagraph | undefined): Point {
  const texts = [odd, even].map((each) => each?.text.trim() ?? "–");
  return point({
    id: "number-of-page.form",
    clause: "7.5",
    name: { zh: "页码", en: "page number" },
    expected: { zh: "— 1 —（一字线）", en: "— 1 — (em dashes)" },
    found: [...new Set(texts)].map((text) => text.replace(PAGE_MARK, "1")).join("，"),
    ok: texts.every((text) => DASHED.test(text)),
  });
}

function numberFace(odd: WordParagraph, { grid }: Sheet): Point {
  const { fonts, sizes_pt: sizes } = grid.profile;
  const digits = odd.runs.find(({ text }) => text.includes(PAGE_MARK))?.look.latin;
  const face = faceOf(odd) ?? digits;
  return point({
    id: "number-of-page.font",
    clause: "7.5",
    name: { zh: "页码字体字号", en: "face and size of the page number" },
    expected: `${fonts.page_number} ${sizes.page_number}`,
    found: `${face ?? "?"} ${sizeOf(odd)}`,
    ok: isSameFace(face, fonts.page_number) && sizeOf(odd) === sizes.page_number,
  });
}

function numberPlace(odd: WordParagraph, even: WordParagraph | undefined, { grid }: Sheet): Point {
  const char = grid.profile.sizes_pt.page_number * TWIPS_PER_POINT;
  const isOne = (indent = 0): boolean => Math.abs(indent - char) <= char / 2;
  const isOddRight = odd.look.align === "right" && isOne(odd.look.right);
  const isEvenLeft =
    even !== undefined &&
    even.look.align !== "right" &&
    even.look.align !== "center" &&
    isOne(even.look.left);
  return point({
    id: "number-of-page.place",
    clause: "7.5",
    name: { zh: "页码位置", en: "place of the page number" },
    expected: { zh: "单页居右空一字，双页居左空一字", en: "odd pages right, even left, one character in" },
    found: {
      zh: `单页${isOddRight ? "居右空一字" : (odd.look.align ?? "left")}，双页${isEvenLeft ? "居左空一字" : (even?.look.align ?? "left")}`,
      en: `odd ${odd.look.align ?? "left"}, even ${even?.look.align ?? "left"}`,
    },
    ok: isOddRight && isEvenLeft,
  });
}

/** How far below the text area the number stands: what the footer leaves of the margin. */
function numberDown(odd: WordParagraph, { section }: Sheet): Point {
  const line = odd.look.lineRule === "exact" ? (odd.look.line ?? 0) : sizeOf(odd) * TWIPS_PER_POINT;
  const down = (section.bottom - section.footer - line) / twips(1);
  return point({
    id: "number-of-page.down",
    clause: "7.5",
    name: { zh: "页码距版心下边缘（mm）", en: "page number below the text area (mm)" },
    expected: String(NUMBER_DOWN_MM),
    found: String(Math.round(down * 10) / 10),
    ok: Math.abs(down - NUMBER_DOWN_MM) <= TOLERANCE_MM,
  });
}

function recordFooter({ section, document }: Sheet): Point {
  const sides = [section.footers["default"], ...(document.isEvenOdd ? [section.footers["even"]] : [])];
  const isWhole = sides.every(
    (footer) =>
      footer?.some(({ text }) => COUNTED.test(text.trim())) === true &&
      footer.some(
        ({ text, runs }) => text.includes("：") && runs.some(({ look }) => look.isUnderlined === true),
      ),
  );
  const found =
    sides[0]?.map(({ text }) => text.replaceAll("\u3000", "").replaceAll(PAGE_MARK, "1")).join("，") ?? "";
  return point({
    id: "record.footer",
    clause: "公安机关办理行政案件程序规定 77",
    name: { zh: "笔录页脚", en: "footer of a record" },
    expected: { zh: "每页有签名处和“第1页 共2页”", en: "places to sign and “第1页 共2页” on each page" },
    found: found === "" ? { zh: "无", en: "none" } : excerpt(found),
    ok: isWhole,
  });
}
