import { daysIn } from "../../statutes/text/dates.ts";
import { behind, type FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";

const N = "[0-9零〇○一二三四五六七八九十]";
const D = `(${N}{4}\\s*年\\s*${N}{1,3}\\s*月\\s*${N}{1,3}\\s*日)`;
const NEAR = "[^。;\\n]";

/** Sentences that date a step; the day stands before or behind its verb. */
const SAYINGS: readonly (readonly [string, RegExp])[] = [
  ["filed_on", new RegExp(`${D}${NEAR}{0,30}?(?<!不予)(?<!公安机关)立案(?!标准|审批表)`)],
  ["notice_served_on", new RegExp(`${D}(?:(?!年)${NEAR}){0,40}?送达${NEAR}{0,24}告知书`)],
  ["notice_served_on", new RegExp(`告知书${NEAR}{0,30}?${D}${NEAR}{0,10}送达`)],
  ["hearing_held_on", new RegExp(`${D}${NEAR}{0,20}(?:举行|召开|组织)${NEAR}{0,8}听证`)],
  ["discussed_on", new RegExp(`${D}${NEAR}{0,24}集体(?:讨论|研究|审议)`)],
  ["reviewed_on", new RegExp(`${D}${NEAR}{0,24}法制审核`)],
  [
    "found_on",
    new RegExp(`${D}${NEAR}{0,24}(?:接到|收到|接)${NEAR}{0,16}(?:举报|投诉|线索|移送|交办|报警|报案)`),
  ],
  ["found_on", new RegExp(`${D}${NEAR}{0,60}(?:检查|巡查|巡逻|抽查|执法)${NEAR}{0,40}发现`)],
  ["preserved_on", new RegExp(`${D}${NEAR}{0,24}(?:予以|实施|进行|采取|对)${NEAR}{0,40}先行登记保存`)],
  ["seized_on", new RegExp(`${D}${NEAR}{0,40}(?:实施|予以|采取|作出|对)${NEAR}{0,24}(?:查封|扣押)`)],
  ["served_on", new RegExp(`${D}${NEAR}{0,24}送达${NEAR}{0,24}(?<!告知)决定书`)],
];
const LABELS: readonly (readonly [string, readonly string[]])[] = [
  ["filed_on", ["立案日期", "立案时间"]],
  ["found_on", ["发现时间"]],
  ["acted_on", ["违法行为发生时间", "违法时间"]],
  ["decided_on", ["决定日期"]],
  ["served_on", ["送达日期"]],
  ["closed_on", ["结案日期"]],
  ["paid_on", ["缴款日期"]],
];

/** The days of a finished text: behind labels, in sentences on the steps of the case, and its own at the end. */
export function readDays(read: FinishedText, facts: FoundFacts, type: string | undefined): void {
  for (const [name, labels] of LABELS) {
    const words = behind(read, ...labels);
    if (words !== undefined) facts.add(name, "date", daysIn(words)[0], words);
  }
  for (const [name, form] of SAYINGS) {
    const match = form.exec(read.folded);
    if (match) facts.add(name, "date", daysIn(match[1] ?? "")[0], match[0]);
  }
  keptFrom(read, facts, type);
  const own = lastDay(read);
  if (own === null) return;
  const isDecision = ["penalty-decision", "no-penalty-decision", "spot-penalty"].includes(type ?? "");
  if (isDecision) facts.add("decided_on", "date", own.day, own.words);
  facts.add("document_date", "date", own.day, own.words);
}

const TERM = new RegExp(`(?:自|从)?${D}(?:起)?\\s*(?:至|到|—|-|～|~)\\s*${D}`);

/** 保存期限：自…至… of a notice on kept evidence; the same of sealed and seized goods. */
function keptFrom({ folded }: FinishedText, facts: FoundFacts, type: string | undefined): void {
  for (const sentence of folded.split(/[。\n]/)) {
    const match = TERM.exec(sentence);
    if (!match) continue;
    const [from, until] = [daysIn(match[1] ?? "")[0], daysIn(match[2] ?? "")[0]];
    const isSeized = /查封|扣押/.test(sentence);
    if (!isSeized && type !== "evidence-preservation" && !/登记保存/.test(sentence)) continue;
    facts.add(isSeized ? "seized_on" : "preserved_on", "date", from, match[0]);
    facts.add(isSeized ? "seized_until" : "preserved_until", "date", until, match[0]);
  }
}

const LINE_CHARS = 34;
const PRINTED = /印发|抄送|年\s*月\s*日\s*$/;

/** The day that stands alone on one of the last lines: the date of the document. */
function lastDay({ lines }: FinishedText): { day: string; words: string } | null {
  for (const line of lines.toReversed()) {
    const plain = line.trim();
    if (plain.length > LINE_CHARS || PRINTED.test(plain) || /[，,。；;]/.test(plain)) continue;
    const day = daysIn(plain).at(-1);
    if (day !== undefined && new RegExp(`${D}\\s*$`).test(plain.replace(/\s/g, "")))
      return { day, words: plain };
  }
  return null;
}
