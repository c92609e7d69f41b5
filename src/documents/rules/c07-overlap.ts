import type { CaseDocument, CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { documentsOf } from "./look/facts.ts";
import { officersOf } from "./look/officers.ts";
import { say, type Found, type Rule } from "./rule.ts";

interface Session {
  readonly from: string;
  readonly to: string;
  readonly people: readonly string[];
  readonly interviewee: string | undefined;
  readonly place: string | undefined;
  readonly name: string;
  readonly isInterview: boolean;
}

const OFFICE = /办公|询问室|办案|执法大队|执法队|派出所|[局所队]内|本局|本队|会议室/;

function sessionOf(document: CaseDocument, isInterview: boolean): readonly Session[] {
  const span = valueOf(document.facts, isInterview ? "interview_time" : "inspection_time", "span");
  if (span === undefined) return [];
  const person = valueOf(document.facts, "interviewee", "person");
  return [
    {
      ...span,
      people: (officersOf(document) ?? []).map(({ name }) => name),
      interviewee: isInterview ? person?.name : undefined,
      place: valueOf(document.facts, isInterview ? "interview_place" : "inspection_place", "text"),
      name: `${document.type.name.zh}（${span.from.replace("T", " ")}至${span.to.slice(-5)}）`,
      isInterview,
    },
  ];
}

/** Sessions share time when one begins before the other is over. */
const isOverlapping = (one: Session, other: Session): boolean => one.from < other.to && other.from < one.to;

function clash(one: Session, other: Session): readonly Found[] {
  if (!isOverlapping(one, other)) return [];
  const where = `${one.name} · ${other.name}`;
  const shared = one.people.filter((name) => other.people.includes(name));
  const found: Found[] = [];
  if (one.interviewee !== undefined && one.interviewee === other.interviewee) {
    const message = say(
      `${one.interviewee}在同一时间有两份询问笔录`,
      `${one.interviewee} is interviewed in two records at the same time`,
    );
    found.push({ where, message });
  }
  if (shared.length > 0 && isElsewhere(one, other)) {
    const names = shared.join("、");
    const message = say(`${names}同一时间出现在两份笔录中`, `${names} took part in both at the same time`);
    found.push({ where, message });
  }
  return found;
}

/** Two interviews are never one; an interview beside an inspection only when it was held at the office. */
function isElsewhere(one: Session, other: Session): boolean {
  if (one.isInterview && other.isInterview) return true;
  if (!one.isInterview && !other.isInterview) {
    return one.place !== undefined && other.place !== undefined && !isNear(one.place, other.place);
  }
  const interview = one.isInterview ? one : other;
  const inspection = one.isInterview ? other : one;
  return (
    interview.place !== undefined && OFFICE.test(interview.place) && inspection.place !== interview.place
  );
}

const isNear = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

const WORDS = say(
  "更正笔录时间或者参加人员，附情况说明",
  "Correct the times or the names, with a note on why",
);

/** C07: nobody is in two records at once. */
export const overlap: Rule = {
  id: "C07",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第四十二条、第五十五条",
  title: say("笔录时间重叠", "records that overlap"),
  check(view: CaseView) {
    const sessions = [
      ...documentsOf(view, "interview-record").flatMap((document) => sessionOf(document, true)),
      ...documentsOf(view, "inspection-record").flatMap((document) => sessionOf(document, false)),
    ];
    const pairs = sessions.flatMap((one, at) => sessions.slice(at + 1).flatMap((other) => clash(one, other)));
    return [...pairs.map((found) => ({ ...found, fix: WORDS })), ...sessions.flatMap(backwards)];
  },
};

const LONG_DAYS_MS = 24 * 3_600_000;

/** A record that ends before it begins, or lasts longer than a day. */
function backwards({ from, to, name }: Session): readonly Found[] {
  const ms = Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`);
  if (ms >= 0 && ms <= LONG_DAYS_MS) return [];
  const message =
    ms < 0
      ? say("结束时间早于开始时间", "It ends before it begins")
      : say("起止时间相隔超过一天，请核对日期", "It lasts more than a day; check the dates");
  return [{ where: name, message, severity: ms < 0 ? "block" : "warn" }];
}
