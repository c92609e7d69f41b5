import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { cite } from "../periods/laws.ts";
import type { Deadline } from "./deadline.ts";
import { startMoment } from "./moment.ts";
import { outcomeOf } from "./outcome.ts";
import type { Question } from "./read.ts";
import { decemberNote } from "./rest-days.ts";
import { meaningOf, ruleOf } from "./rule.ts";
import type { Shape } from "./shape.ts";

/** What counting found; `finish` adds what is said about every period alike. */
export interface Found extends Pick<
  Deadline,
  "due" | "nominal" | "safe" | "latest" | "earliest" | "amount" | "working"
> {
  readonly notes: readonly Words[];
  /** A day whose rest status was read, for the remark on late December. */
  readonly readUpTo?: Day;
}

/** The whole answer from what counting found. */
export function finish(
  { period, input }: Question,
  shape: Shape,
  found: Found,
  tables: HolidayTables,
): Deadline {
  const { notes, readUpTo, ...dates } = found;
  const outcome = outcomeOf(period, input, found);
  const december = readUpTo === undefined ? null : decemberNote(readUpTo, tables);
  const isChanged = period.changed !== undefined && input.from.day < period.changed.on;
  const all = [
    outcome?.words,
    ...notes,
    ...shape.notes,
    ...suspensionNotes(period.suspension, input.suspended !== undefined),
    ...period.notes,
    isChanged ? period.changed?.words : undefined,
    december ?? undefined,
  ];
  return {
    kind: period.kind,
    name: period.name,
    bound: period.bound,
    gives: period.gives,
    from: startMoment(input),
    ...dates,
    meaning: meaningOf(period),
    ...(outcome ? { isKept: outcome.isKept } : {}),
    article: cite(shape.sources),
    rule: ruleOf(period, shape),
    notes: all.filter((words) => words !== undefined),
  };
}

function suspensionNotes(suspension: Words | undefined, isUsed: boolean): readonly Words[] {
  if (!suspension) return [];
  if (!isUsed) return [{ zh: `可以扣除：${suspension.zh}。`, en: `May be left out: ${suspension.en}.` }];
  return [
    {
      zh: `扣除的依据：${suspension.zh}。起止日均不计入；首尾日有争议时从严少扣一日。`,
      en: `Left out under: ${suspension.en}. Both end days are left out; if they are disputed, count one more day.`,
    },
  ];
}
