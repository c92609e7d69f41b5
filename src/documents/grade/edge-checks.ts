import { TWIPS_PER_POINT, twips } from "../layout/measure.ts";
import { PAGE_MARK, type WordParagraph } from "../layout/word/paragraph.ts";
import { faceOf, isRed, isSameFace, sizeOf } from "./faces.ts";
import { excerpt, point, pointOver, type Check, type Point, type Sheet } from "./point.ts";

const NUMBER_DOWN_MM = 7;
const TOLERANCE_MM = 1.5;
const DASHED = new RegExp(`^—\\s?${PAGE_MARK}\\s?—$`);
const COUNTED = new RegExp(`^第\\s*${PAGE_MARK}\\s*页[\\s\\u3000，,]*共\\s*${PAGE_MARK}\\s*页$`);

/** 版记 (7.4). */
export const imprintChecks: Check = ({ parts, grid, form }) => {
  const { copies, printed } = parts;
  const found = [copies, printed].filter((each): each is WordParagraph => each !== null);
  if (found.length === 0) return [];
  const size = grid.profile.sizes_pt.imprint;
  const isRuled = copies?.look.topRule !== undefined || printed?.look.topRule !== undefined;
  const isClosed = printed?.look.bottomRule !== undefined;
  return [
    pointOver(
      {
        id: "imprint.size",
        clause: "7.4",
        name: { zh: "版记字号（磅）", en: "size of the imprint (points)" },
        expected: String(size),
      },
      found
        .map(sizeOf)
        .filter((each) => each !== size)
        .map(String),
    ),
    ...(copies === null
      ? []
      : [
          point({
            id: "imprint.copies",
            clause: "7.4.2",
            name: { zh: "抄送", en: "copies" },
            expected: "“抄送：”左空一字，用逗号分隔，句号结束",
            found: excerpt(copies.text.trim()),
            ok: /^\u3000?抄送：/.test(copies.text) && copies.text.trimEnd().endsWith("。"),
          }),
        ]),
    ...(printed === null
      ? []
      : [
          point({
            id: "imprint.printed",
            clause: "7.4.3",
            name: { zh: "印发机关和印发日期", en: "who prints, and when" },
            expected: "印发机关 2026年1月5日印发",
            found: excerpt(printed.text.trim()),
            ok: /\S[\s\u3000]+\d{4}年[1-9]\d?月[1-9]\d?日印发$/.test(printed.text.trim()),
          }),
        ]),
    ...(form === "letter"
      ? []
      : [
          point({
            id: "imprint.rules",
            clause: "7.4.1",
            name: { zh: "版记分隔线", en: "rules of the imprint" },
            expected: "首、末条分隔线",
            found: `${isRuled ? "有" : "无"}首条，${isClosed ? "有" : "无"}末条`,
            ok: isRuled && isClosed,
          }),
        ]),
  ];
};

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
    ...(form === "letter" ? letterPoints(sheet) : []),
  ];
};

const numbered = (footer: readonly WordParagraph[] | undefined): WordParagraph | undefined =>
  footer?.find(({ text }) => text.includes(PAGE_MARK));

function numberForm(odd: WordParagraph | undefined, even: WordParagraph | undefined): Point {
  const texts = [odd, even].map((each) => each?.text.trim() ?? "无页码");
  return point({
    id: "number-of-page.form",
    clause: "7.5",
    name: { zh: "页码", en: "page number" },
    expected: "— 1 —（一字线）",
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
    expected: "单页居右空一字，双页居左空一字",
    found: `单页${isOddRight ? "居右空一字" : (odd.look.align ?? "left")}，双页${isEvenLeft ? "居左空一字" : (even?.look.align ?? "left")}`,
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

/** 信函格式 (10.1): a red name in the head of the first page, and no number on that page. */
function letterPoints({ section }: Sheet): readonly Point[] {
  const head = section.headers["first"] ?? [];
  const name = head.find((each) => isRed(each) && each.text.trim() !== "");
  const hasRules = [...head, ...(section.footers["first"] ?? [])].filter(
    ({ look }) => look.bottomRule !== undefined || look.topRule !== undefined,
  );
  return [
    point({
      id: "letter.head",
      clause: "10.1",
      name: { zh: "信函格式机关标志", en: "name of a letter" },
      expected: "首页红色机关名称",
      found: name === undefined ? "无" : excerpt(name.text),
      ok: section.hasTitlePage && name !== undefined,
    }),
    point({
      id: "letter.rules",
      clause: "10.1",
      name: { zh: "信函格式红色双线", en: "red double rules of a letter" },
      expected: "上下各一条",
      found: `${hasRules.length}条`,
      ok: hasRules.length >= 2,
    }),
    point({
      id: "letter.first-page",
      clause: "10.1",
      name: { zh: "信函首页页码", en: "page number on a letter's first page" },
      expected: "不显示",
      found: section.hasTitlePage && numbered(section.footers["first"]) === undefined ? "不显示" : "显示",
      ok: section.hasTitlePage && numbered(section.footers["first"]) === undefined,
    }),
  ];
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
    clause: "逐页签名",
    name: { zh: "笔录页脚", en: "footer of a record" },
    expected: "每页有签名处和“第1页 共2页”",
    found: found === "" ? "无" : excerpt(found),
    ok: isWhole,
  });
}
