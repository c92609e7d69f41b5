import type { DocumentType } from "../types/document-type.ts";
import type { FinishedText } from "./finished-text.ts";

// the title stands in the head, below the agency's name and the number
const HEAD_LINES = 14;
const TITLE_CHARS = 60;

/** Wording that only one kind of document has, for texts without a title; the first that fits counts. */
const WORDING: readonly (readonly [string, RegExp])[] = [
  ["service-receipt", /送达回证|受送达人[\s\S]{0,200}(?:送达方式|签收)/],
  ["spot-penalty", /当场(?:作出)?(?:行政)?处罚(?:决定)?/],
  ["no-penalty-decision", /决定(?:对[^。]{0,30})?不予(?:行政)?处罚/],
  ["penalty-notice", /拟(?:对[^。]{0,40})?(?:作出|给予|处以|处)[\s\S]{0,400}(?:陈述|申辩|听证)/],
  [
    "penalty-decision",
    /决定(?:对[^。]{0,40})?(?:作出|给予|处以|处)[^。]{0,40}(?:处罚|罚款)[\s\S]*(?:复议|诉讼)/,
  ],
  ["evidence-preservation", /先行登记保存/],
  ["correction-order", /责令[^。]{0,30}(?:改正|整改)/],
  ["final-report", /调查终结/],
  ["case-closing", /结案(?:审批|理由|日期)/],
  ["case-filing", /立案(?:审批|建议)|建议立案/],
  ["interview-record", /(?:^|\n)\s*问[：:][\s\S]*\n\s*答[：:]/],
  ["inspection-record", /(?:现场|勘验)(?:检查)?笔录|检查(?:时间|情况)[：:]/],
  ["official-request", /(?:妥否|当否|可否)[，,]?请(?:予)?(?:批示|批复|审批)/],
  ["official-letter", /(?:特此)?函(?:复|告|达)|请予?函复/],
  ["meeting-minutes", /会议(?:认为|议定|决定|指出|强调)/],
  ["official-report", /特此报告|现(?:将[^。]{0,40})?报告如下/],
  ["official-notice", /特此通知|现(?:将[^。]{0,40})?通知如下/],
];
const OFFICIAL: readonly (readonly [string, RegExp])[] = [
  ["official-request", /关于[^，。]*请示(?:报告)?$/],
  ["official-report", /关于[^，。]*报告$/],
  ["official-notice", /关于[^，。]*通知$/],
  ["official-letter", /关于[^，。]*函$/],
  ["meeting-minutes", /纪要$/],
];

/** The type of a finished text by its title, else by its wording; null where neither tells. */
export function typeOf(read: FinishedText, types: ReadonlyMap<string, DocumentType>): DocumentType | null {
  const head = read.lines.slice(0, HEAD_LINES).map((line) => line.replace(/[\s　《》]/g, ""));
  const official = OFFICIAL.find(([id, form]) => types.has(id) && isTitle(head, form));
  if (official) return types.get(official[0]) ?? null;
  const titled = head.flatMap((line, at) => titledBy(line, at, types));
  const best = titled.toSorted((one, other) => one.at - other.at || other.length - one.length)[0];
  if (best) return best.type;
  const worded = WORDING.find(([id, form]) => types.has(id) && form.test(read.text));
  return worded ? (types.get(worded[0]) ?? null) : null;
}

/** A title of one line, or of two that belong together. */
const isTitle = (head: readonly string[], form: RegExp): boolean =>
  head.some(
    (line, at) => form.test(line) || (/关于/.test(line) && form.test(`${line}${head[at + 1] ?? ""}`)),
  );

interface Titled {
  readonly type: DocumentType;
  readonly length: number;
  readonly at: number;
}

/** Types whose name the line ends in: 云溪区市场监督管理局行政处罚决定书, or with a note behind it. */
function titledBy(line: string, at: number, types: ReadonlyMap<string, DocumentType>): readonly Titled[] {
  if (line.length > TITLE_CHARS || /[。；，：:]/.test(line)) return [];
  const plain = line.replace(/[（(][^）)]*[）)]$/, "").replace(/\s/g, "");
  return [...types.values()].flatMap((type) => {
    const names = [type.name.zh, type.layout.title, ...type.aliases].filter((name) =>
      /^[\u4e00-\u9fff]{3,}$/.test(name),
    );
    const length = Math.max(0, ...names.filter((name) => plain.endsWith(name)).map((name) => name.length));
    return length > 0 ? [{ type, length, at }] : [];
  });
}
