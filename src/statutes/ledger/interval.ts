import type { Day } from "../../calendar/day.ts";
import { partsOf } from "../../calendar/day.ts";
import type { LawFile } from "../collection/read.ts";
import { daysIn, daysInForce } from "../text/dates.ts";

// what the catalogue writes for "still in force" and for "ended, day unknown"
const OPEN_END = "2099-12-31";
const UNKNOWN_END = "1970-01-01";

const dayOrNull = (text: string | null | undefined): Day | null => (text && partsOf(text) ? text : null);

/** The days a law's own head says it was passed, amended or published, oldest first. */
export function historyOf(file: LawFile): Day[] {
  const days = file.law.history.flatMap((line) => daysIn(line).slice(0, 1));
  return [...new Set(days)].toSorted();
}

/** The text's newest day of passing or change: the file's date, or the last of its history. */
export const publishedOf = (file: LawFile): Day | null => dayOrNull(file.published) ?? null;

/**
 * The first day a version is in force.
 *
 * Sources, best first: a day in the catalogue that differs from the day of publication; 施行 in the head; 自…起施行
 * in the text, if not before publication (an amended text still names its first day); the catalogue; publication.
 */
export function startOf(file: LawFile): Day | null {
  const published = publishedOf(file);
  const listed = dayOrNull(file.row?.validFrom);
  if (listed !== null && listed !== published) return listed;
  const heads = file.law.history.filter((line) => line.endsWith("施行")).flatMap(daysIn);
  const isLate = (day: Day): boolean => published === null || day >= published;
  const stated = heads.filter(isLate).at(-1) ?? statedInText(file).filter(isLate).at(-1);
  return stated ?? listed ?? published;
}

/** Days the text itself names as the first of its force. */
export const statedInText = (file: LawFile): Day[] => daysInForce(tailOf(file));

// the clause on entry into force stands at the end; quoted texts of other laws stand before
const TAIL_PIECES = 6;

/** The last articles and what follows them. */
export const tailOf = (file: LawFile): string =>
  file.law.pieces
    .filter(({ kind }) => kind !== "heading")
    .slice(-TAIL_PIECES)
    .map(({ raw }) => raw)
    .join("\n");

/** When a version ended, as far as the catalogue knows. */
export function endOf(file: LawFile): { readonly to: Day | null; readonly hasEnded: boolean } {
  const listed = file.row?.validTo ?? null;
  if (listed === UNKNOWN_END) return { to: null, hasEnded: true };
  const to = listed === OPEN_END ? null : dayOrNull(listed);
  return { to, hasEnded: to !== null };
}
