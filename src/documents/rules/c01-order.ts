import { daysBetween } from "../../calendar/step.ts";
import type { CaseView } from "../case-view.ts";
import type { Severity } from "../finding.ts";
import { documentsOf, factIn, placesOf } from "./look/facts.ts";
import { isSpot } from "./look/procedure.ts";
import { eventsOf, type Event, type Stage } from "./look/stages.ts";
import { say, type Found, type Rule } from "./rule.ts";

const NAMES: Readonly<Record<Stage, readonly [string, string]>> = {
  act: ["违法行为发生", "the act"],
  found: ["发现线索", "discovery"],
  filing: ["立案", "filing the case"],
  inspection: ["现场检查", "the inspection"],
  interview: ["询问", "the interview"],
  report: ["调查终结报告", "the final report"],
  review: ["法制审核", "the legal review"],
  discussion: ["集体讨论", "the collective discussion"],
  notice: ["事先告知", "the advance notice"],
  hearing: ["听证", "the hearing"],
  decision: ["处罚决定", "the decision"],
  service: ["决定送达", "service of the decision"],
  payment: ["缴款", "payment"],
  closing: ["结案", "closing the case"],
};

/** Which step may not come before which; a reversed pair of the first list makes the case void. */
const BLOCKING: readonly (readonly [Stage, Stage])[] = [
  ["filing", "report"],
  ["filing", "notice"],
  ["filing", "decision"],
  ["filing", "closing"],
  ["report", "decision"],
  ["notice", "hearing"],
  ["notice", "decision"],
  ["hearing", "decision"],
  ["decision", "service"],
  ["decision", "closing"],
];
const ASKED: readonly (readonly [Stage, Stage])[] = [
  ["act", "found"],
  ["found", "filing"],
  ["found", "inspection"],
  ["found", "interview"],
  ["filing", "interview"],
  ["interview", "report"],
  ["report", "review"],
  ["report", "discussion"],
  ["report", "notice"],
  ["service", "closing"],
  ["payment", "closing"],
  ["decision", "payment"],
];

/** Records may follow again later, so only the first of them has to come before. */
const FIRST_OF: readonly (readonly [Stage, Stage])[] = [
  ["inspection", "report"],
  ["inspection", "notice"],
  ["inspection", "decision"],
  ["interview", "notice"],
  ["interview", "decision"],
];

/** The earliest of each kind of record, and everything else. */
function firstOnly(events: readonly Event[]): readonly Event[] {
  return events.filter(
    (event) =>
      !["inspection", "interview"].includes(event.stage) ||
      events.every((other) => other.stage !== event.stage || other.day >= event.day),
  );
}

function reversed(events: readonly Event[], [first, second]: readonly [Stage, Stage], severity: Severity) {
  const early = events.filter(({ stage }) => stage === first);
  const late = events.filter(({ stage }) => stage === second);
  return early.flatMap((before) =>
    late.flatMap((after): readonly Found[] => {
      if (after.day >= before.day) return [];
      const [[zhOne, enOne], [zhTwo, enTwo]] = [NAMES[first], NAMES[second]];
      const days = daysBetween(after.day, before.day);
      const message = say(
        `${zhTwo}（${after.day}）早于${zhOne}（${before.day}），倒置${days}日`,
        `${enTwo} (${after.day}) comes ${days} days before ${enOne} (${before.day})`,
      );
      const fix = say(
        "核对两个日期的原始材料，如实更正",
        "Check both days against the papers and correct them",
      );
      return [{ where: after.where, message, severity, fix }];
    }),
  );
}

/** An interview before anything had happened: the year is usually mistyped. */
function interviewTooEarly(events: readonly Event[]): readonly Found[] {
  const days = (stage: Stage) => events.filter((event) => event.stage === stage).map(({ day }) => day);
  // with a day of discovery or of filing the pairs above speak already
  const inspections = days("inspection").toSorted();
  const first = inspections[0];
  if (first === undefined || days("found").length + days("filing").length > 0) return [];
  return events
    .filter(({ stage, day }) => stage === "interview" && day < first)
    .map(({ day, where }) => ({
      where,
      message: say(
        `询问（${day}）早于第一次现场检查（${first}）`,
        `The interview (${day}) is before the first inspection (${first})`,
      ),
      fix: say("核对笔录日期，特别是年份", "Check the day of the record, its year above all"),
    }));
}

/** One field of the case that two documents date differently. */
function contradictions(view: CaseView): readonly Found[] {
  const fields = ["found_on", "filed_on", "notice_served_on", "decided_on", "served_on", "closed_on"];
  return fields.flatMap((field) => {
    const [first, ...others] = placesOf(view, field, "date");
    if (!first) return [];
    return others
      .filter(({ value }) => value !== first.value)
      .map(({ value, where }) => ({
        where,
        message: say(
          `同一日期前后不一：此处为${value}，${first.where}为${first.value}`,
          `One day told twice and differently: ${value} here, ${first.value} in ${first.where}`,
        ),
        fix: say("以原始文书为准统一", "Make them agree with the original document"),
      }));
  });
}

/** A notice that bears a later day than that on which it was served. */
function datedAfterService(view: CaseView): readonly Found[] {
  const served = factIn(view, "notice_served_on", "date");
  return documentsOf(view, "penalty-notice").flatMap(({ facts }) => {
    const dated = facts.document_date?.value;
    if (served === undefined || typeof dated !== "string" || dated <= served) return [];
    const message = say(
      `告知书落款${dated}晚于送达日${served}`,
      `The notice is dated ${dated}, after it was served on ${served}`,
    );
    return [{ where: "行政处罚事先告知书 · document_date", message }];
  });
}

/** 立案日 is the day the agency's head approved (行政处罚法 54). */
function filingDay(view: CaseView): readonly Found[] {
  const filed = factIn(view, "filed_on", "date");
  return documentsOf(view, "case-filing").flatMap(({ facts }) => {
    const approved = facts.approved_on?.value;
    if (filed === undefined || typeof approved !== "string" || approved === filed) return [];
    return [
      {
        where: "立案审批表 · approved_on",
        message: say(
          `负责人批准日（${approved}）与立案日期（${filed}）不一致，立案日应为批准之日`,
          `The head approved on ${approved} but the case counts as filed on ${filed}: filing is the day of approval`,
        ),
        fix: say("以批准日期作为立案日期", "Take the day of approval as the day of filing"),
      },
    ];
  });
}

/** C01: the steps of a case follow each other. */
export const order: Rule = {
  id: "C01",
  severity: "warn",
  article: "《中华人民共和国行政处罚法》第五十四条、第五十七条、第六十一条、第六十二条",
  title: say("办案时间顺序", "order of the steps"),
  check(view) {
    const events = eventsOf(view);
    // on the spot there is no filing, and paying at once is allowed
    const isLater = ({ stage }: Event) => !isSpot(view) || !["filing", "payment"].includes(stage);
    const counted = events.filter(isLater);
    return [
      ...BLOCKING.flatMap((pair) => reversed(counted, pair, "block")),
      ...ASKED.flatMap((pair) => reversed(counted, pair, "warn")),
      ...FIRST_OF.flatMap((pair) => reversed(firstOnly(counted), pair, "warn")),
      ...datedAfterService(view),
      ...reviewAfterNotice(counted),
      ...interviewTooEarly(counted),
      ...contradictions(view),
      ...filingDay(view),
    ];
  },
};

/** Fields' rules put the review before the notice; after a hearing it comes later by law (58). */
function reviewAfterNotice(events: readonly Event[]): readonly Found[] {
  if (events.some(({ stage }) => stage === "hearing")) return [];
  return reversed(events, ["review", "notice"], "info");
}
