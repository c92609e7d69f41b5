import type { CaseView } from "../../case-view.ts";
import { checkIdNumber } from "../../facts/id-number.ts";
import { factIn } from "./facts.ts";
import { dayOfStage, type Stage } from "./stages.ts";

interface Born {
  readonly birth_date?: string | undefined;
  readonly id_number?: string | undefined;
}

/** The day of birth that was said, else the one in a valid identity number. */
export function bornOn({ birth_date, id_number }: Born): string | null {
  if (birth_date !== undefined) return birth_date;
  if (id_number === undefined) return null;
  const checked = checkIdNumber(id_number);
  return checked.isValid ? checked.birthDate : null;
}

/** Full years on a day; somebody turns a year older on the day after the birthday (周岁). */
export function yearsBetween(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) > born.slice(5) ? years : years - 1;
}

const LATER: readonly Stage[] = ["act", "found", "inspection", "filing", "notice", "decision"];

/** The party's age in full years at the time of the act; null when it cannot be told. */
export function ageOn(view: CaseView): number | null {
  const party = factIn(view, "party", "party");
  const born = party?.kind === "person" ? bornOn(party) : null;
  // whoever is young at a later step was no older at the time of the act
  const day = LATER.map((stage) => dayOfStage(view, stage)).find((each) => each !== undefined);
  return born === null || day === undefined ? null : yearsBetween(born, day);
}
