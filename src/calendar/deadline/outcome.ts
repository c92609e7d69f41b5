import type { Words } from "../../core/language.ts";
import type { LegalPeriod } from "../periods/legal-period.ts";
import { daysBetween } from "../step.ts";
import type { DeadlineInput } from "./input.ts";
import { momentText, startMoment } from "./moment.ts";
import { wrongOrder } from "./start.ts";

/** Whether what was done, or found, lies within the period. */
export interface Outcome {
  readonly isKept: boolean;
  readonly words: Words;
}

/** The end as it was computed. */
export interface End {
  readonly due: string;
  readonly nominal?: string;
}

/** Judges `done` or `found` against the end; null when neither was given. Throws `usage.invalid` for days out of order. */
export function outcomeOf(period: LegalPeriod, input: DeadlineInput, end: End): Outcome | null {
  const { due, nominal } = end;
  const asked = input.found ?? (input.done && momentText(input.done));
  if (asked === undefined) return null;
  const from = startMoment(input);
  const isAfterEvent = asked.slice(0, 10) > from.slice(0, 10);
  if (period.gives === "lastBefore" ? isAfterEvent : asked < from.slice(0, asked.length)) {
    const field = input.found === undefined ? "done" : "found";
    const given = `--${field} ${asked}`;
    throw period.gives === "lastBefore"
      ? wrongOrder(field, `--from ${from}`, given)
      : wrongOrder(field, given, `--from ${from}`);
  }
  if (period.isLimitation) return limitation(asked, due);
  if (period.gives === "lastBefore" && asked > due && asked === nominal)
    return { isKept: false, words: arguable(asked) };
  const isKept = period.gives === "first" || period.gives === "ends" ? asked >= due : asked <= due;
  return { isKept, words: isKept ? inTime(asked) : outOfTime(period, asked, due) };
}

function limitation(found: string, due: string): Outcome {
  const isKept = found <= due;
  const words = isKept
    ? { zh: `${found} 发现，未超过追责时效。`, en: `Found on ${found}: within the time bar.` }
    : {
        zh: `${found} 发现，已超过追责时效，不再给予处罚。`,
        en: `Found on ${found}: time-barred, no penalty.`,
      };
  return { isKept, words };
}

const inTime = (day: string): Words => ({ zh: `${day} 办理，符合期限。`, en: `Done on ${day}: in time.` });

const arguable = (day: string): Words => ({
  zh: `${day} 办理，是否足够有争议，按未满足计。`,
  en: `Done on ${day}: arguable, so it is not counted as in time.`,
});

function outOfTime({ gives }: LegalPeriod, done: string, due: string): Words {
  const days = Math.abs(daysBetween(due.slice(0, 10), done.slice(0, 10)));
  if (gives === "first" || gives === "ends") {
    return { zh: `${done} 办理，早了 ${days} 日。`, en: `Done on ${done}: ${days} days too early.` };
  }
  return days === 0
    ? { zh: `${done} 办理，已超期。`, en: `Done at ${done}: too late.` }
    : { zh: `${done} 办理，超期 ${days} 日。`, en: `Done on ${done}: ${days} days too late.` };
}
