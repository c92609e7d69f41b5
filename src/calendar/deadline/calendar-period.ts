import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { step } from "../step.ts";
import { isKnown } from "../working-days.ts";
import { alsoNotes, demandNotes } from "./beside.ts";
import { countCalendar, lastDayLine, type Counted } from "./count-calendar.ts";
import type { Found } from "./finish.ts";
import { endLine } from "./lines.ts";
import type { Question } from "./read.ts";
import { safeDay, safeNote, unknownRoll } from "./rest-days.ts";
import type { Shape } from "./shape.ts";
import { startOf } from "./start.ts";
import { walkRoll } from "./walk.ts";

const ROLLED: Words = {
  zh: "休息日后的第一个工作日，期满日",
  en: "the first working day after the rest, the last day",
};

/** Counts a calendar period: rolled over for the party, as it stands with a safe day beside it for the agency. */
export function countByCalendar(question: Question, shape: Shape, tables: HolidayTables): Found {
  const { period, input } = question;
  const start = startOf(period, input);
  const counted = countCalendar(shape, start, input);
  const notes = [...start.notes, ...alsoNotes(question, tables)];
  if (period.gives !== "last") return unrolled(counted, period.gives === "first", notes);
  if (period.bound === "party") return rolled(counted, notes, tables);
  if (period.isLimitation) return unrolled(counted, false, notes);
  return bindingAgency(counted, question, start.day, notes, tables);
}

function unrolled({ nominal, count, lines }: Counted, isFirst: boolean, notes: readonly Words[]): Found {
  const working = [...lines, lastDayLine(nominal, count)];
  return isFirst ? { due: step(nominal, 1), nominal, working, notes } : { due: nominal, working, notes };
}

function rolled({ nominal, count, lines }: Counted, notes: readonly Words[], tables: HolidayTables): Found {
  if (!isKnown(nominal, tables)) throw unknownRoll(nominal, tables);
  const { day: due, lines: rest } = walkRoll(nominal, count, tables);
  if (due === nominal) return { due, working: [...lines, lastDayLine(due, count)], notes, readUpTo: due };
  return { due, nominal, working: [...lines, ...rest, endLine(due, count, ROLLED)], notes, readUpTo: due };
}

function bindingAgency(
  { nominal, count, lines }: Counted,
  question: Question,
  start: Day,
  notes: readonly Words[],
  tables: HolidayTables,
): Found {
  const safe = safeDay(nominal, start, tables);
  const demand = demandNotes(question.input.demandServed, tables);
  const latest = latestDay(nominal, question);
  return {
    due: nominal,
    ...(safe === null ? {} : { safe }),
    ...(latest === null ? {} : { latest }),
    ...(demand.earliest === undefined ? {} : { earliest: demand.earliest }),
    working: [...lines, lastDayLine(nominal, count)],
    notes: [safeNote(safe, nominal, tables), ...latestNotes(latest), ...notes, ...demand.notes],
    readUpTo: nominal,
  };
}

/** The end with all that the article lets be added; null where it lets nothing be added, or another provision does. */
function latestDay(nominal: Day, { period, input }: Question): Day | null {
  const { extension, isBasisNeeded, branches = [] } = period;
  const isBarred = branches.some(
    ({ flag, isWithoutExtension }) => isWithoutExtension === true && input[flag] === true,
  );
  if (!extension || isBasisNeeded || isBarred || input.days !== undefined) return null;
  return step(nominal, extension.max - (input.extension ?? 0));
}

const latestNotes = (latest: Day | null): readonly Words[] =>
  latest === null
    ? []
    : [
        {
          zh: `依法延长的，最晚至 ${latest}。`,
          en: `With the longest lawful extension it ends on ${latest}.`,
        },
      ];
