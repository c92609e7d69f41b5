import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import { wrongInput } from "../fault.ts";
import { addPeriod } from "../period.ts";
import { cite } from "../periods/laws.ts";
import type { LegalPeriod } from "../periods/legal-period.ts";
import { step } from "../step.ts";
import type { WorkingLine } from "./deadline.ts";
import type { DeadlineInput } from "./input.ts";
import { lineOf } from "./lines.ts";

/** Where counting starts, if not on the day of the event, and the ends it cannot pass. */
export interface Start {
  readonly day: Day;
  readonly lines: readonly WorkingLine[];
  readonly notes: readonly Words[];
  readonly limits: readonly Limit[];
}

/** An end that holds whatever the count says. */
export interface Limit {
  readonly day: Day;
  readonly words: Words;
}

// 民事诉讼法 95: served when thirty days have passed since the announcement
const ANNOUNCED_DAYS = 30;

const SERVICE_WORDS: Readonly<Record<NonNullable<DeadlineInput["service"]>, Words>> = {
  spot: { zh: "当场作出的，自作出之日起算", en: "done on the spot: from that day" },
  direct: { zh: "直接送达的，自签收之日起算", en: "served directly: from the day of signing" },
  refused: { zh: "拒绝签收的，自拒绝签收之日起算", en: "signature refused: from the day of refusal" },
  post: { zh: "邮寄送达的，自签收之日起算", en: "by post: from the day of signing for it" },
  electronic: {
    zh: "电子送达的，自到达指定系统之日起算",
    en: "electronic: from arrival in the system named",
  },
  announcement: {
    zh: "公告送达的，自公告期限届满之日起算",
    en: "by announcement: from the day it has run out",
  },
  later: {
    zh: "事后补充告知的，自收到补充告知之日起算",
    en: "told later: from the day that notice was received",
  },
};

/** Finds the start by service, late knowledge and outer limits. Throws `usage.invalid` where days contradict each other. */
export function startOf(period: LegalPeriod, input: DeadlineInput): Start {
  checkOrder(input);
  const shifted = shiftedStart(input);
  const untold = untoldLimit(period, input);
  const outer = outerLimit(period, input);
  const notes = input.service === undefined ? [] : [sentence(SERVICE_WORDS[input.service])];
  const limits = [untold, outer].filter((limit) => limit !== null);
  return { ...shifted, notes, limits };
}

const sentence = ({ zh, en }: Words): Words => ({ zh: `${zh}。`, en: `${en}.` });

function checkOrder({ from, service, announcedDays, informedOn, actOn, realEstate }: DeadlineInput): void {
  if (announcedDays !== undefined && service !== "announcement") {
    const words = {
      zh: "--announced-days 只用于公告送达。",
      en: "--announced-days belongs to service by announcement.",
    };
    throw wrongInput(words, "announcedDays", "add --service announcement");
  }
  if (service === "announcement" && informedOn !== undefined) {
    const words = {
      zh: "公告送达和未告知权利不能同时作为起算依据。",
      en: "Service by announcement and an untold right cannot both set the start.",
    };
    throw wrongInput(words, "informedOn", "give one of them");
  }
  if (realEstate === true && actOn === undefined) {
    const words = {
      zh: "--real-estate 须同时写明行政行为作出之日 --act-on。",
      en: "--real-estate needs --act-on.",
    };
    throw wrongInput(words, "actOn", "--act-on YYYY-MM-DD");
  }
  if (informedOn !== undefined && informedOn < from.day) {
    throw wrongOrder("informedOn", `--informed-on ${informedOn}`, `--from ${from.day}`);
  }
  if (actOn !== undefined && actOn > from.day)
    throw wrongOrder("actOn", `--from ${from.day}`, `--act-on ${actOn}`);
}

/** `usage.invalid`: a day stands before one that must come first. */
export function wrongOrder(field: string, early: string, late: string): Error {
  const words = {
    zh: `${early} 早于 ${late}，前后矛盾。`,
    en: `${early} is before ${late}, which cannot be.`,
  };
  return wrongInput(words, field, "check the two days");
}

function shiftedStart({
  from,
  service,
  announcedDays,
  informedOn,
}: DeadlineInput): Pick<Start, "day" | "lines"> {
  if (service === "announcement") {
    const days = announcedDays ?? ANNOUNCED_DAYS;
    const day = step(from.day, days);
    const words = { zh: `公告期${days}日`, en: `announcement of ${days} days` };
    return { day, lines: [shiftLine(step(from.day, 1), day, words)] };
  }
  if (informedOn === undefined || informedOn === from.day) return { day: from.day, lines: [] };
  const words = { zh: "尚不知道权利和期限，未起算", en: "the right was not yet known, nothing runs" };
  return { day: informedOn, lines: [shiftLine(from.day, step(informedOn, -1), words)] };
}

const shiftLine = (from: Day, to: Day, words: Words): WorkingLine =>
  lineOf({ from, to, days: 0, count: 0, mark: "shifted", words });

function untoldLimit({ untold }: LegalPeriod, { from, informedOn }: DeadlineInput): Limit | null {
  const end = untold && informedOn !== undefined ? addPeriod(from.day, 1, "year") : null;
  if (!untold || !end) return null;
  const article = cite(untold.sources);
  return {
    day: end.due,
    words: {
      zh: `自知道行为内容起最长一年（${article}）`,
      en: `one year at most from knowing the act (${article})`,
    },
  };
}

function outerLimit({ outer }: LegalPeriod, { actOn, realEstate }: DeadlineInput): Limit | null {
  if (!outer || actOn === undefined) return null;
  const years = realEstate === true ? outer.realEstateYears : outer.years;
  const end = addPeriod(actOn, years, "year");
  if (!end) return null;
  const article = cite(outer.sources);
  return {
    day: end.due,
    words: {
      zh: `自行为作出起最长${years}年（${article}）`,
      en: `${years} years at most from the act (${article})`,
    },
  };
}
