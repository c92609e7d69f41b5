import { factIn, hasDecision, isNo, isYes } from "./look/facts.ts";
import { fineOf, penaltiesOf } from "./look/penalties.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";
import type { CaseView } from "../case-view.ts";

const TRANSFERRED =
  /移送(?:至|给|到)?[^。；]{0,16}(?:公安|司法|检察|监察)|(?:公安|司法|检察)[^。；]{0,16}移送|案件移送(?:函|书)|不予立案(?:通知书)?[^。；]{0,30}|公安[^。；]{0,20}(?:退回|不予立案)/;
const NOT_TRANSFERRED = /(?:未|没有|不再|无需|不予|不)移送/;
// 刑法 140: selling inferior goods from 50,000 yuan on is a crime
const INFERIOR_YUAN = 50_000;
const INFERIOR = /伪劣|掺杂|掺假|以假充真|以次充好|不合格产品/;

/** C24: a suspected crime goes to the police, and no fine stands in for it. */
export const crime: Rule = {
  id: "C24",
  severity: "block",
  article:
    "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第十一条；《中华人民共和国行政处罚法》第五十七条第一款第（四）项",
  title: say("涉嫌犯罪移送", "suspected crimes are transferred"),
  check: (view) => [...finedInstead(view), ...threshold(view)],
};

function finedInstead(view: CaseView): readonly Found[] {
  const penalties = penaltiesOf(view);
  if (!isYes(view, "crime_suspected") || penalties.length === 0 || isTransferred(view)) return [];
  const isFined = fineOf(penalties) > 0;
  const message = say(
    `涉嫌犯罪，没有移送的记载，却${hasDecision(view) ? "作出" : "拟作"}${isFined ? "罚款" : "行政处罚"}，不得以行政处罚代替移送`,
    "A crime is suspected and no transfer is told: a penalty must not take its place",
  );
  const fix = say(
    "三日内报负责人决定移送，批准后二十四小时内移送公安机关",
    "Report it to the head within three days; transfer within 24 hours of approval",
  );
  return [{ where: "crime_suspected", message, fix }];
}

function isTransferred(view: CaseView): boolean {
  const reason = factIn(view, "closing_reason", "choice") ?? "";
  if (/移送司法/.test(reason)) return true;
  return allWords(view).some(({ text }) => TRANSFERRED.test(text) && !NOT_TRANSFERRED.test(text));
}

function threshold(view: CaseView): readonly Found[] {
  const value = factIn(view, "goods_value", "money") ?? 0;
  const words = `${factIn(view, "case_cause", "text") ?? ""}${factIn(view, "violation_facts", "prose") ?? ""}`;
  const isAnswered = isYes(view, "crime_suspected") || isTransferred(view);
  if (value < INFERIOR_YUAN || !INFERIOR.test(words) || isAnswered || isNo(view, "crime_suspected"))
    return [];
  const message = say(
    `货值金额${value}元，销售伪劣产品五万元以上涉嫌犯罪，没有是否移送的判断`,
    `Goods of ${value} yuan: selling inferior goods from 50,000 on may be a crime, and nothing is said of a transfer`,
  );
  return [
    {
      where: "crime_suspected",
      message,
      severity: "warn",
      article: "《中华人民共和国刑法》第一百四十条；《行政执法机关移送涉嫌犯罪案件的规定》第三条",
    },
  ];
}
