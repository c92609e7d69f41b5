import { twips } from "../layout/measure.ts";
import type { WordParagraph } from "../layout/word/paragraph.ts";
import { faceOf, isRedColor, isSameFace, strangeFaces } from "./faces.ts";
import { mustBeNumbered } from "./parts.ts";
import { excerpt, point, pointOver, type Check, type Point, type Said, type Sheet } from "./point.ts";

const RED_HEAD_DOWN_MM = 35;
const TOLERANCE_MM = 3;
const WELL_NUMBERED = /^[\s\u3000]*\p{Script=Han}{0,16}〔\d{4}〕[1-9]\d*号(?:[\s\u3000\t]|$)/u;
const SIGNER = /签发人：\S/;
const MARK = /^[\s\u3000]*(?:绝密|机密|秘密|特急|加急)/;

/** The red head, its rule, the number and who signed it off (7.2). */
export const headChecks: Check = (sheet) => {
  const { form } = sheet;
  const red = form === "official" || form === "minutes" ? redHead(sheet) : [];
  return [...red, ...numberPoints(sheet), ...marks(sheet)];
};

function redHead(sheet: Sheet): readonly Point[] {
  const { parts, grid } = sheet;
  const head = parts.redHead;
  const { title } = grid.profile.fonts;
  const rule = [head, parts.number].find((each) => isRedColor(each?.look.bottomRule));
  const down = spaceAbove(sheet);
  const isCentred = head?.look.align === "center";
  return [
    point({
      id: "head.red",
      clause: "7.2.4",
      name: { zh: "发文机关标志", en: "red head" },
      expected: { zh: "红色", en: "in red" },
      found: head === null ? { zh: "无红色发文机关标志", en: "no red head" } : excerpt(head.text),
      ok: head !== null,
    }),
    ...(head === null
      ? []
      : [
          point({
            id: "head.font",
            clause: "7.2.4",
            name: { zh: "发文机关标志字体", en: "face of the red head" },
            expected: title,
            found: faceOf(head) ?? "?",
            ok: isSameFace(faceOf(head), title),
          }),
          point({
            id: "head.place",
            clause: "7.2.4",
            name: { zh: "发文机关标志位置", en: "place of the red head" },
            expected: {
              zh: `居中，距版心上边缘 ${RED_HEAD_DOWN_MM} mm`,
              en: `centred, ${RED_HEAD_DOWN_MM} mm below the edge of the text area`,
            },
            found: {
              zh: `${isCentred ? "居中" : "未居中"}，${Math.round(down)} mm`,
              en: `${isCentred ? "centred" : "not centred"}, ${Math.round(down)} mm`,
            },
            ok: isCentred && Math.abs(down - RED_HEAD_DOWN_MM) <= TOLERANCE_MM,
          }),
        ]),
    point({
      id: "head.rule",
      clause: "7.2.7",
      name: { zh: "红色分隔线", en: "red rule" },
      expected: { zh: "发文字号之下有红色分隔线", en: "a red rule below the number" },
      found: rule === undefined ? { zh: "无", en: "none" } : { zh: "有", en: "there" },
      ok: rule !== undefined,
    }),
  ];
}

/** How far below the text area's edge the red head begins, in millimetres. */
function spaceAbove({ document, parts, grid }: Sheet): number {
  const flow = document.paragraphs.filter(({ look }) => look.isFramed !== true);
  const at = parts.redHead === null ? -1 : flow.indexOf(parts.redHead);
  const above = flow.slice(0, Math.max(0, at));
  const lines = above.reduce((sum, { look }) => sum + (look.line ?? grid.linePitch) + (look.before ?? 0), 0);
  return (lines + (parts.redHead?.look.before ?? 0)) / twips(1);
}

function numberPoints(sheet: Sheet): readonly Point[] {
  const { parts, form } = sheet;
  const { number } = parts;
  if (number === null) {
    return mustBeNumbered(sheet) ? [numberForm({ zh: "无发文字号", en: "no number" }, false)] : [];
  }
  const hasSigner = number.text.includes("签发人");
  return [
    numberForm(excerpt(number.text.trim()), WELL_NUMBERED.test(number.text)),
    ...(form === "official" || form === "letter" ? [numberPlace(number, hasSigner, form === "letter")] : []),
    ...(hasSigner ? [signer(number, sheet)] : []),
  ];
}

const numberForm = (found: Said, ok: boolean): Point =>
  point({
    id: "number.form",
    clause: "7.2.5",
    name: { zh: "发文字号", en: "document number" },
    expected: {
      zh: "机关代字〔2026〕1号（六角括号，不加“第”，不编虚位）",
      en: "code〔2026〕1号 (these brackets, no 第, no zeros)",
    },
    found,
    ok,
  });

function numberPlace({ look, text }: WordParagraph, hasSigner: boolean, isLetter: boolean): Point {
  const isLeft = look.align === undefined || look.align === "left" || look.align === "both";
  const ok = isLetter
    ? look.align === "right"
    : hasSigner
      ? isLeft && (/^[\u3000]/.test(text) || (look.left ?? 0) > 0)
      : look.align === "center";
  const expected = isLetter
    ? { zh: "居右", en: "at the right" }
    : hasSigner
      ? { zh: "居左空一字", en: "at the left, one character in" }
      : { zh: "居中", en: "centred" };
  return point({
    id: "number.place",
    clause: isLetter ? "10.1" : "7.2.5",
    name: { zh: "发文字号位置", en: "place of the number" },
    expected,
    found: ok ? expected : (look.align ?? "left"),
    ok,
  });
}

/** 签发人 in the body's face, the name in 楷体 (7.2.6). */
function signer(number: WordParagraph, { grid }: Sheet): Point {
  const { heading2, body } = grid.profile.fonts;
  const name = number.runs.findLast(({ text }) => text.trim() !== "");
  const isRight = SIGNER.test(number.text) && isSameFace(name?.look.eastAsia, heading2);
  return point({
    id: "head.signer",
    clause: "7.2.6",
    name: { zh: "签发人", en: "who signs off" },
    expected: `“签发人：”${body}，姓名${heading2}`,
    found: `${excerpt(number.text.trim())}（${name?.look.eastAsia ?? "?"}）`,
    ok: isRight,
  });
}

function marks({ document, grid, parts }: Sheet): readonly Point[] {
  const { heading1 } = grid.profile.fonts;
  const title = parts.title[0];
  const above = document.paragraphs.slice(0, title === undefined ? 0 : document.paragraphs.indexOf(title));
  const found = above.filter(({ text }) => MARK.test(text));
  if (found.length === 0) return [];
  return [
    pointOver(
      {
        id: "head.marks",
        clause: "7.2.2",
        name: { zh: "密级和紧急程度字体", en: "face of secrecy and urgency" },
        expected: heading1,
      },
      found.flatMap((each) => strangeFaces(each, heading1)),
    ),
  ];
}
