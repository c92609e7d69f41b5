import type { CaseView } from "../case-view.ts";
import { step } from "../../calendar/step.ts";
import { addWorkingDays } from "../../calendar/working-days.ts";
import { BotError } from "../../core/errors.ts";
import { saysItIsOver } from "./claims.ts";
import { compute, spelled } from "./look/calendar.ts";
import { documentsOf, factIn, hasDecision, isNo, isYes } from "./look/facts.ts";
import { hearingDue } from "./look/hearing.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { say, type Found, type Rule } from "./rule.ts";

const WHERE = "decided_on";
const FIX = say(
  "等期限届满后再作出决定；当事人明确放弃的，附书面材料",
  "Decide after the period has run, or file the party's express waiver",
);

function hearingWindow(view: CaseView, served: string, decided: string): readonly Found[] {
  const isTold = isYes(view, "hearing_told") || (hearingDue(view) !== null && !isNo(view, "hearing_told"));
  if (!isTold || isHearingWaived(view)) return [];
  const held = factIn(view, "hearing_held_on", "date");
  if (held !== undefined && decided > held) return [];
  const kind = isPolice(view) ? "police-hearing-request" : "hearing-request";
  const found = compute(view, kind, { from: served }, "notice_served_on");
  if ("unknown" in found) return [found.unknown];
  const { deadline } = found;
  if (decided > deadline.due) return [];
  const { zh, en } = spelled(deadline);
  const message = say(
    `听证申请期限未满就作出决定（${decided}）：${zh}，最早次日才能决定`,
    `Decided on ${decided} while a hearing could still be asked for: ${en}; the day after at the earliest`,
  );
  return [{ where: WHERE, message, article: deadline.article, fix: FIX }];
}

/** A waiver covers the hearing unless its words speak of statement and defence alone. */
function isHearingWaived(view: CaseView): boolean {
  const waiver = factIn(view, "statement_waived", "answer");
  if (isNo(view, "hearing_requested") && waiver?.yes === true) return true;
  if (waiver?.yes !== true) return false;
  return waiver.words === undefined || /听证|一切|全部|上述权利|各项权利/.test(waiver.words);
}

function statementWindow(view: CaseView, served: string, decided: string): readonly Found[] {
  if (isYes(view, "statement_waived")) return [];
  const stated = factIn(view, "statement_until", "date");
  const end = stated ?? statementEnd(view, served);
  if (end !== null && typeof end !== "string") return [end];
  if (end === null) return tooShort(view, served, decided);
  if (decided > end) return [];
  const message = say(
    `陈述申辩期限到${end}止，${decided}作出决定过早`,
    `The party may speak until ${end}; deciding on ${decided} is too early`,
  );
  const isHeard = wasHeard(view);
  return [{ where: WHERE, message, severity: isHeard ? "warn" : "block", fix: FIX }];
}

function statementEnd(view: CaseView, served: string): string | null | Found {
  const days = view.tenant.statement_days;
  if (days === undefined) return null;
  try {
    return addWorkingDays(served, days, view.holidays);
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    const { zh, en } = error.detail.forUser;
    return { where: "notice_served_on", severity: "info", message: say(zh, en) };
  }
}

const SILENT =
  /(?:未|没有|无)(?:在[^。；]{0,16})?(?:提出|进行|作出|任何)?[^。；]{0,6}(?:陈述|申辩|异议|意见)/;

/** True when the party did speak, which a line on silence does not say. */
function wasHeard(view: CaseView): boolean {
  const said = factIn(view, "statement_made", "prose");
  return said !== undefined && !SILENT.test(said);
}

// with no number in the law, two days after the notice nobody has had a fair time to answer
const SHORT_DAYS = 2;

/** The law sets no number of days; the day of the notice itself leaves none at all. */
function tooShort(view: CaseView, served: string, decided: string): readonly Found[] {
  if (decided < served || decided > step(served, SHORT_DAYS) || wasHeard(view)) return [];
  const message = say(
    `告知书${served}送达，${decided}即作出决定，当事人没有合理的陈述申辩时间，也没有明确放弃`,
    `Decided on ${decided}, the notice being of ${served}, with neither a statement nor a waiver`,
  );
  return [{ where: WHERE, message, fix: FIX, severity: decided === served ? "block" : "warn" }];
}

/** Nobody has decided yet, but somebody says that the time to speak is over. */
function saidOver(view: CaseView, served: string): readonly Found[] {
  const claim = saysItIsOver(view);
  if (claim === null) return [];
  const found = [...hearingWindow(view, served, view.today), ...statementWindow(view, served, view.today)];
  return found.map((each) => ({
    ...each,
    where: claim.where,
    message: say(
      `“${claim.text.slice(0, 40)}”与计算不符：${each.message.zh}`,
      `It is said to be over, but: ${each.message.en}`,
    ),
  }));
}

/** A whole file with a decision and no trace of a notice. */
function noticeMissing(view: CaseView): readonly Found[] {
  const isWhole = view.subject === null && view.documents.length > 2;
  if (!isWhole || !hasDecision(view) || documentsOf(view, "penalty-notice").length > 0) return [];
  const message = say(
    "案卷有处罚决定，没有事先告知书及其送达日期",
    "The file holds a decision but neither an advance notice nor the day it was served",
  );
  const fix = say(
    "补齐告知书和送达回证；没有告知的，不得作出决定",
    "Add the notice and its receipt; without them no decision",
  );
  return [{ where: "行政处罚事先告知书", message, fix }];
}

/** C02: no decision before the party could speak, or ask for a hearing. */
export const window: Rule = {
  id: "C02",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十四条、第六十二条、第六十四条第（一）项",
  title: say("陈述申辩和听证期限", "time to speak and to ask for a hearing"),
  check(view) {
    const served = factIn(view, "notice_served_on", "date");
    const decided = dayOfStage(view, "decision");
    if (isSpot(view)) return [];
    if (served === undefined) return noticeMissing(view);
    if (decided === undefined) return saidOver(view, served);
    return [...hearingWindow(view, served, decided), ...statementWindow(view, served, decided)];
  },
};
