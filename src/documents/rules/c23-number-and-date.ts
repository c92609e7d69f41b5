import type { CaseDocument, CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { documentsOf, factIn } from "./look/facts.ts";
import { numbersIn, yearOf } from "./look/numbers.ts";
import { dayOfStage } from "./look/stages.ts";
import { say, type Found, type Rule } from "./rule.ts";

const DECISIONS = ["penalty-decision", "no-penalty-decision", "spot-penalty"];

/** C23: a number of the right form and year, once; the date in Arabic digits. */
export const numberAndDate: Rule = {
  id: "C23",
  severity: "warn",
  article: "《中华人民共和国行政处罚法》第五十九条第一款第（六）项；GB/T 9704-2012 7.2.5、7.3.5.4",
  title: say("文号、日期、印章", "number, date, seal"),
  check: (view) => [
    ...view.documents.flatMap((document) => [...ownNumber(view, document), ...ownDate(document)]),
    ...twice(view),
    ...againstFacts(view),
    ...decidedOn(view),
  ],
};

const numberOf = ({ number, own }: CaseDocument): string | undefined =>
  number ?? valueOf(own, "document_number", "text");

function ownNumber(view: CaseView, document: CaseDocument): readonly Found[] {
  const number = numberOf(document);
  const isDecision = DECISIONS.includes(document.type.id);
  if (number === undefined || document.type.genre === "official") return [];
  const where = `${document.type.name.zh} · document_number`;
  const [form] = numbersIn(number);
  if (form && form.fault !== null) return [{ where, message: form.fault, fix: FORM }];
  const year = yearOf(number);
  const decided =
    valueOf(document.facts, "decided_on", "date") ?? valueOf(document.facts, "document_date", "date");
  const dated = isDecision
    ? (decided ?? dayOfStage(view, "decision"))
    : valueOf(document.facts, "document_date", "date");
  if (year === null || dated === undefined || Number(dated.slice(0, 4)) === year) return [];
  const message = say(
    `文号年份${year}与${isDecision ? "决定" : "落款"}年份${dated.slice(0, 4)}不一致`,
    `The number is of ${year}, the document of ${dated.slice(0, 4)}`,
  );
  return [{ where, message }];
}

const FORM = say("写作“机关代字＋文种〔2026〕12号”", "Write it like 云市监罚决〔2026〕12号");

/** One number for two documents. */
function twice(view: CaseView): readonly Found[] {
  const seen = new Map<string, string>();
  return view.documents.flatMap((document): readonly Found[] => {
    const number = numberOf(document)?.replace(/\s/g, "");
    // a receipt and a form may carry the number of what they are about
    if (number === undefined || document.type.layout.form === "table" || !yearOf(number)) return [];
    const before = seen.get(number);
    if (before === undefined) seen.set(number, document.type.name.zh);
    if (before === undefined) return [];
    const message = say(
      `文号${number}重复，${before}已经使用`,
      `The number ${number} is taken already by another document`,
    );
    return [{ where: `${document.type.name.zh} · document_number`, message, severity: "block" }];
  });
}

/** The decision's number and the one that other documents give it. */
function againstFacts(view: CaseView): readonly Found[] {
  const pairs = [
    ["decision_number", ["penalty-decision", "no-penalty-decision"]],
    ["notice_number", ["penalty-notice"]],
  ] as const;
  return pairs.flatMap(([field, types]) => {
    const said = factIn(view, field, "text")?.replace(/\s/g, "");
    return documentsOf(view, ...types).flatMap((document): readonly Found[] => {
      const own = numberOf(document)?.replace(/\s/g, "");
      if (said === undefined || own === undefined || own === said) return [];
      const message = say(
        `文号前后不一：${own}、${said}`,
        `Two numbers for one document: ${own} and ${said}`,
      );
      return [{ where: `${document.type.name.zh} · document_number`, message }];
    });
  });
}

const CHINESE_DATE =
  /[二〇零○一][〇零○九一二三四五六七八]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/;
const PADDED = /(?<!\d)(\d{4})年(?:0\d月\d{1,2}日|\d{1,2}月0\d日)/;
// the date of a document stands near its end
const TAIL = 400;

/** The date of a decision: there, in Arabic digits, without zeros before them. */
function ownDate({ type, text }: CaseDocument): readonly Found[] {
  if (!DECISIONS.includes(type.id) || text === "") return [];
  const where = type.name.zh;
  const tail = text.trimEnd().slice(-TAIL);
  const last =
    tail
      .split("\n")
      .filter((line) => /年.{0,6}月.{0,6}日/.test(line))
      .at(-1) ?? "";
  const chinese = CHINESE_DATE.exec(last);
  if (chinese) {
    const message = say(
      `成文日期“${chinese[0]}”应用阿拉伯数字`,
      `The date 「${chinese[0]}」 belongs in Arabic digits`,
    );
    return [{ where, message, fix: say("写作2026年1月5日", "Write it like 2026年1月5日") }];
  }
  const padded = PADDED.exec(last);
  if (padded && last.trim().length < 40) {
    const message = say(
      `成文日期“${padded[0]}”月、日不编虚位`,
      `The date 「${padded[0]}」 takes no zeros before its digits`,
    );
    return [{ where, message, severity: "info" }];
  }
  if (/\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|未提供/.test(tail)) return [];
  const message = say("决定书没有写明作出决定的日期", "The decision has no date");
  return [{ where, message, severity: "block" }];
}

/** The date under the decision is the day it was made. */
function decidedOn(view: CaseView): readonly Found[] {
  return documentsOf(view, "penalty-decision", "no-penalty-decision").flatMap(({ facts, type }) => {
    const [dated, decided] = [valueOf(facts, "document_date", "date"), valueOf(facts, "decided_on", "date")];
    if (dated === undefined || decided === undefined || dated === decided) return [];
    const message = say(
      `落款日期${dated}与作出决定的日期${decided}不一致`,
      `Dated ${dated} but decided on ${decided}`,
    );
    return [{ where: `${type.name.zh} · document_date`, message }];
  });
}
