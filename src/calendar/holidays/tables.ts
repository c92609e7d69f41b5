import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import { daysOf, findImbalance } from "./check.ts";
import type { HolidayYear } from "./form.ts";
import { readHolidayYear } from "./read.ts";

/** What a notice says about a day that it takes out of the ordinary week. */
export interface HolidayMark {
  readonly isOff: boolean;
  /** Off by 全国年节及纪念日放假办法 itself, not by rest moved there. */
  readonly isLegal: boolean;
  readonly name: Words;
}

/** Every year that is known; a day of any other year cannot be judged. */
export interface HolidayTables {
  readonly years: readonly number[];
  readonly marks: ReadonlyMap<Day, HolidayMark>;
  readonly notices: ReadonlyMap<number, HolidayYear["notice"]>;
}

const SHIPPED = fileURLToPath(new URL(".", import.meta.url));
const TABLE_FILE = /^\d{4}\.yaml$/;

/**
 * The tables that ship, and those of a folder, which take the place of a shipped one of the same year: a corrected
 * notice, say, or a region with holidays of its own. Throws `config.invalid` with file and field.
 */
export function readTables(folder?: string): HolidayTables {
  return tablesOf([...readFolder(SHIPPED), ...(folder === undefined ? [] : readFolder(folder))]);
}

/** Joins years into one table; a later entry takes the place of an earlier one of the same year. */
export function tablesOf(years: readonly HolidayYear[]): HolidayTables {
  const byYear = new Map(years.map((table) => [table.year, table]));
  const sorted = [...byYear.values()].toSorted((one, other) => one.year - other.year);
  return {
    years: sorted.map(({ year }) => year),
    marks: new Map(sorted.flatMap(marksOf)),
    notices: new Map(sorted.map(({ year, notice }) => [year, notice])),
  };
}

function marksOf({ holidays }: HolidayYear): readonly (readonly [Day, HolidayMark])[] {
  return holidays.flatMap(({ name, from, to, legal, makeUp }) => [
    ...daysOf(from, to).map((day) => [day, { isOff: true, isLegal: legal.includes(day), name }] as const),
    ...makeUp.map((day) => [day, { isOff: false, isLegal: false, name }] as const),
  ]);
}

function readFolder(folder: string): readonly HolidayYear[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => TABLE_FILE.test(name));
  return files.toSorted().map((name) => readHolidayYear(join(folder, name), "config.invalid"));
}

/** What became of a table that was handed in. */
export interface AddedYear {
  readonly year: number;
  /** A table of that year was known before and now gives way. */
  readonly isReplaced: boolean;
  /** Things that are allowed but worth a second look. */
  readonly remarks: readonly Words[];
}

/** Checks a year's table and keeps it in the folder. Throws `usage.invalid` with file and field; then nothing is kept. */
export function addYear(file: string, folder: string): AddedYear {
  const table = readHolidayYear(file, "usage.invalid");
  const isReplaced = readTables(folder).years.includes(table.year);
  const imbalance = findImbalance(table);
  mkdirSync(folder, { recursive: true });
  // JSON is YAML too: with one ending a year has one file
  copyFileSync(file, join(folder, `${table.year}.yaml`));
  return { year: table.year, isReplaced, remarks: imbalance === null ? [] : [imbalance] };
}
