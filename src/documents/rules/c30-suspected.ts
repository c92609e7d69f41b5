import type { CaseDocument, CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { sentencesOf } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

const AFTER = ["penalty-decision", "no-penalty-decision", "spot-penalty"];
const BEFORE = ["case-filing", "final-report", "penalty-notice", "evidence-preservation"];
/** 涉嫌 as the finding itself; how the case began may still say it. */
const STILL =
  /(?:行为|当事人|你(?:单位|公司|店)?)[^。；，]{0,16}涉嫌(?:违反|构成|违法|存在|未|无|经营|销售|生产|擅自|从事)/;
const COURSE = /立案|受理|举报|投诉|线索|移送|接到|发现|检查|调查|核查|审批/;

/** C30: before the decision an act is suspected, in the decision it is found. */
export const suspected: Rule = {
  id: "C30",
  severity: "warn",
  article: "《中华人民共和国行政处罚法》第四十条、第五十七条",
  title: say("“涉嫌”的用法", "the word 涉嫌"),
  check: (view) => [...inDecisions(view), ...beforeDecision(view)],
};

function inDecisions(view: CaseView): readonly Found[] {
  return view.documents
    .filter(({ type }) => AFTER.includes(type.id))
    .flatMap((document): readonly Found[] => {
      const place = placeOf(view, document);
      if (place === null) return sharedCause(view, document);
      const message = say(
        "决定书认定事实应当确定，不应再写“涉嫌”",
        "A decision finds the facts; it no longer suspects them",
      );
      return [
        { where: `${document.type.name.zh} · ${place}`, message, fix: say("删去“涉嫌”", "Take 涉嫌 out") },
      ];
    });
}

/** A cause that the whole case shares must lose its 涉嫌 when the decision is written. */
function sharedCause(view: CaseView, { facts, own, type }: CaseDocument): readonly Found[] {
  const cause = valueOf(facts, "case_cause", "text");
  if (own.case_cause !== undefined || cause?.includes("涉嫌") !== true || view.documents.length < 2)
    return [];
  const message = say(
    `案由“${cause}”在决定书中应去掉“涉嫌”`,
    `In the decision the cause 「${cause}」 loses its 涉嫌`,
  );
  return [{ where: `${type.name.zh} · case_cause`, message, severity: "info" }];
}

function placeOf(view: CaseView, { own, facts, text, type, isComposed }: CaseDocument): string | null {
  // the cause of a whole case is named once for the documents before and after the decision
  const isAlone = view.documents.every((document) => AFTER.includes(document.type.id));
  for (const [name, kind] of [
    ["case_cause", "text"],
    ["violation_facts", "prose"],
    ["characterization", "prose"],
    ["reasons", "prose"],
  ] as const) {
    const value = valueOf(isAlone ? facts : own, name, kind);
    if (value !== undefined && isFinding(name, value)) return name;
  }
  if (isComposed) return null;
  const title = text
    .split("\n")
    .slice(0, 12)
    .find((line) => /案由/.test(line) && /涉嫌/.test(line));
  if (title !== undefined) return "案由";
  const sentence = sentencesOf(text).find((each) => STILL.test(each) && !COURSE.test(each));
  return sentence === undefined ? null : `${type.name.zh}正文`;
}

const isFinding = (name: string, value: string): boolean =>
  name === "case_cause"
    ? value.includes("涉嫌")
    : sentencesOf(value).some(
        (sentence) => /涉嫌/.test(sentence) && !COURSE.test(sentence) && !/涉嫌犯罪/.test(sentence),
      );

function beforeDecision(view: CaseView): readonly Found[] {
  const [document, ...others] = view.documents;
  if (!document || others.length > 0 || !BEFORE.includes(document.type.id)) return [];
  const cause = valueOf(document.facts, "case_cause", "text");
  if (cause === undefined || cause.includes("涉嫌")) return [];
  const message = say(
    `决定之前的案由应写“涉嫌”：${cause}`,
    `Before the decision the cause is a suspicion (涉嫌): ${cause}`,
  );
  return [{ where: `${document.type.name.zh} · case_cause`, message, severity: "info" }];
}
