import type { CaseView } from "../case-view.ts";
import { compute, spelled } from "./look/calendar.ts";
import { documentsOf, factIn, hasDecision, isNo, isSubject, isYes } from "./look/facts.ts";
import { hearingDue } from "./look/hearing.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { readNumber } from "../facts/numerals.ts";
import { claimedEnds, saysNoHearing } from "./claims.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

// as much of what was said as a line can show
const LONG = 40;
const ARTICLE_POLICE = "《中华人民共和国治安管理处罚法》第一百一十七条";
const TOLD =
  /(?:有权|可以)[^。；]{0,12}(?:要求|申请)?[^。；]{0,6}听证|听证(?:的)?权利|听证告知|(?:要求|申请|组织|举行)[^。；]{0,6}听证/;
const NOT_TOLD = /(?:无需|不需要|不用|不必|未|没有|没)[^。；，]{0,10}听证/;

/** C14: from a certain weight on, a hearing must be offered. */
export const hearingOffered: Rule = {
  id: "C14",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第六十三条第一款",
  title: say("听证告知", "a hearing is offered"),
  check: (view) => (isSpot(view) ? [] : findings(view)),
};

const findings = (view: CaseView): readonly Found[] => [
  ...notOffered(view),
  ...tooSoon(view),
  ...wrongDays(view),
  ...refused(view),
  ...claimedEnds(view, "C14"),
];

/** The notice, or what came after it, must speak of the hearing. */
function notOffered(view: CaseView): readonly Found[] {
  const isPast =
    isSubject(view, "penalty-notice") ||
    documentsOf(view, "penalty-notice").length > 0 ||
    factIn(view, "notice_served_on", "date") !== undefined ||
    hasDecision(view);
  const due = hearingDue(view);
  const claim = saysNoHearing(view);
  if (!due || (!isPast && claim === null) || isOffered(view)) return [];
  const isSaid = isNo(view, "hearing_told") || claim !== null;
  const said = factIn(view, "hearing_told", "answer")?.words ?? claim?.text.slice(0, LONG);
  const told = isSaid
    ? `，但记载未告知听证${said === undefined ? "" : `（“${said}”）`}`
    : "，没有告知听证的记载";
  const assumed = due.isAssumed ? "（本地标准未配置，按通行标准提示）" : "";
  const message = say(
    `${due.reason.zh}${assumed}${told}`,
    `${due.reason.en}${due.isAssumed ? " (no local number is configured; the usual one is taken)" : ""}, but no offer of a hearing is told`,
  );
  const fix = say(
    "重新告知听证权利，五个工作日后再决定",
    "Give notice of the right to a hearing and wait five working days",
  );
  const severity = due.isAssumed ? "warn" : "block";
  const article = isPolice(view) ? { article: ARTICLE_POLICE } : {};
  return [{ where: "hearing_told", message, fix, severity, ...article }];
}

/** Said by its own answer; where that is missing, by anything that a hearing leaves behind. */
function isOffered(view: CaseView): boolean {
  if (isYes(view, "hearing_told") || factIn(view, "hearing_held_on", "date") !== undefined) return true;
  if (isNo(view, "hearing_told")) return false;
  if (isYes(view, "hearing_requested") || factIn(view, "hearing_record", "prose") !== undefined) return true;
  if (factIn(view, "hearing_requested", "answer") !== undefined) return true;
  return allWords(view).some(({ text }) => TOLD.test(text) && !NOT_TOLD.test(text));
}

/** Seven working days lie between the notice of the hearing and the hearing. */
function tooSoon(view: CaseView): readonly Found[] {
  const served = factIn(view, "notice_served_on", "date");
  const held = factIn(view, "hearing_held_on", "date");
  if (served === undefined || held === undefined || held <= served) return [];
  const found = compute(view, "earliest-hearing", { from: served }, "hearing_held_on");
  if ("unknown" in found) return [found.unknown];
  const { deadline } = found;
  if (held >= deadline.due) return [];
  const { zh, en } = spelled(deadline);
  const message = say(
    `听证（${held}）距告知书送达太近，不可能提前七个工作日通知：${zh}`,
    `The hearing on ${held} is too soon after the notice for seven working days: ${en}`,
  );
  return [{ where: "hearing_held_on", message, severity: "warn", article: deadline.article }];
}

const DAYS =
  /(?:([0-9一二三四五六七八九十]+)\s*个?\s*(?:工作)?日(?:之)?内)[^。；，]{0,20}?(?:要求|申请|提出)[^。；，]{0,8}听证/;
const BACK =
  /听证[^。；]{0,20}?(?:应当?|须|请)?[^。；]{0,14}?([0-9一二三四五六七八九十]+)\s*个?\s*(?:工作)?日(?:之)?内[^。；]{0,8}(?:提出|申请)/;
const LEGAL_DAYS = 5;

/** A notice that gives another number of days than the five of the law. */
function wrongDays(view: CaseView): readonly Found[] {
  if (isPolice(view)) return [];
  return documentsOf(view, "penalty-notice").flatMap(({ text, type, isComposed }) => {
    if (isComposed) return [];
    const [, days] = DAYS.exec(text) ?? BACK.exec(text) ?? [];
    const number = readNumber(days ?? "");
    if (number === null || number >= LEGAL_DAYS) return [];
    const message = say(
      `告知书写${number}日内要求听证，法定为五个工作日`,
      `The notice gives ${number} days to ask for a hearing; the law gives five working days`,
    );
    const article = "《中华人民共和国行政处罚法》第六十四条第（一）项、第八十五条";
    return [{ where: type.name.zh, message, article }];
  });
}

/** Asked for and never held. */
function refused(view: CaseView): readonly Found[] {
  const isHeld = factIn(view, "hearing_held_on", "date") ?? factIn(view, "hearing_record", "prose");
  if (!isYes(view, "hearing_requested") || isHeld !== undefined || !hasDecision(view)) return [];
  if (hearingDue(view) === null && !isYes(view, "hearing_told")) return [];
  const message = say(
    "当事人要求听证，没有举行听证的记载就作出决定",
    "The party asked for a hearing; none is told before the decision",
  );
  return [{ where: "hearing_held_on", message }];
}
