import type { CaseView } from "../case-view.ts";
import { factIn, hasDecision, isNo, isSubject, isYes } from "./look/facts.ts";
import { investigators } from "./look/officers.ts";
import { isSpot } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** C09: somebody else reviews, and before the decision. */
export const legalReview: Rule = {
  id: "C09",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第五十八条第一款",
  title: say("法制审核", "legal review"),
  check: (view) => [...reviewer(view), ...late(view), ...absent(view), ...failed(view)],
};

function reviewer(view: CaseView): readonly Found[] {
  const person = factIn(view, "reviewer", "person");
  if (!person || !investigators(view).has(person.name)) return [];
  const message = say(
    `法制审核人${person.name}是本案承办人员`,
    `${person.name} reviews the case and handles it`,
  );
  const fix = say("由从事法制审核的其他人员审核", "Let somebody else of the legal staff review it");
  return [{ where: "reviewer", message, fix }];
}

function late(view: CaseView): readonly Found[] {
  const reviewed = factIn(view, "reviewed_on", "date");
  const decided = dayOfStage(view, "decision");
  if (reviewed === undefined || decided === undefined || reviewed <= decided) return [];
  const message = say(
    `法制审核（${reviewed}）晚于作出决定（${decided}）`,
    `Reviewed on ${reviewed}, after the decision on ${decided}`,
  );
  return [{ where: "reviewed_on", message }];
}

/** Without the review that the law asks for there may be no decision: its absence is the fault. */
function absent(view: CaseView): readonly Found[] {
  const isDecided = hasDecision(view) || isSubject(view, "penalty-decision");
  if (!isDecided || isSpot(view) || factIn(view, "reviewed_on", "date") !== undefined) return [];
  const isHeard = factIn(view, "hearing_held_on", "date") !== undefined;
  const isAsked = isYes(view, "needs_legal_review");
  const isGrave = isYes(view, "is_major") && !isNo(view, "needs_legal_review");
  if (!isHeard && !isAsked && !isGrave) return [];
  const why = isAsked
    ? say("应当法制审核", "needs a legal review")
    : isHeard
      ? say("经过听证程序", "went through a hearing")
      : say("情节复杂或者重大", "is complex or grave");
  const message = say(
    `本案${why.zh}，没有法制审核的记载，不得作出决定`,
    `The case ${why.en} but none is told: no decision may be made`,
  );
  const severity = isHeard || isAsked ? "block" : "warn";
  return [{ where: "reviewed_on", message, severity, fix: say("先送法制审核", "Have it reviewed first") }];
}

const NOT_PASSED = /法制审核[^。；]{0,10}(?:未|没有|不予)通过|审核意见[^。；]{0,6}(?:不同意|退回)/;

function failed(view: CaseView): readonly Found[] {
  if (!hasDecision(view)) return [];
  const piece = allWords(view).find(({ text }) => NOT_PASSED.test(text));
  if (!piece) return [];
  const message = say(
    "法制审核未通过，不得作出决定",
    "The legal review was not passed: no decision may be made",
  );
  return [{ where: piece.where, message, severity: "warn" }];
}
