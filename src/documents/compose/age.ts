import { partsOf } from "../../calendar/day.ts";
import { valueOf, type Facts } from "../facts/fact.ts";

/** The party's age in full years on the day of the decision, else of the act; empty where a date is not told. */
export function sayAge(facts: Facts): string {
  const born = partsOf(valueOf(facts, "party", "party")?.birth_date ?? "");
  const on = partsOf(valueOf(facts, "decided_on", "date") ?? valueOf(facts, "acted_on", "date") ?? "");
  if (born === null || on === null) return "";
  const [year, month, day] = on;
  const isBeforeBirthday = month < born[1] || (month === born[1] && day < born[2]);
  return String(year - born[0] - (isBeforeBirthday ? 1 : 0));
}
