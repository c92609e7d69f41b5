import { z } from "zod";
import { parseCsv, type CsvRecord } from "./csv.ts";
import type { Fault } from "./problem.ts";
import type { Checked } from "./yaml.ts";

/** A table of a pack: fees, hotlines, brackets. */
export interface Table {
  /** The file's name without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows by column name, as written. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly source: string;
  /** YYYY-MM-DD; absent where the file does not say. */
  readonly checkedOn?: string;
}

const NOTE = /^#\s*(source|checked_on)\s*:\s*(.+)$/;
const date = z.iso.date();

/** Reads a table; `# source:` and `# checked_on:` may stand above the header. */
export function readTable(text: string, file: string, name: string): Checked<Table> {
  const notes = new Map<string, string>();
  const lines = text.split("\n");
  let start = 0;
  for (; lines[start]?.startsWith("#") === true || lines[start]?.trim() === ""; start += 1) {
    const note = NOTE.exec(lines[start]?.trim() ?? "");
    if (note !== null) notes.set(note[1] ?? "", note[2]?.trim() ?? "");
  }
  const [header, ...records] = parseCsv(lines.slice(start).join("\n"), start + 1);
  if (header === undefined)
    return { faults: [{ file, fault: "the table is empty", remedy: "Add a header line and rows" }] };
  const checkedOn = notes.get("checked_on");
  const faults = [...headerFaults(header, file), ...rowFaults(header, records, file)];
  if (checkedOn !== undefined && !date.safeParse(checkedOn).success) {
    faults.push({
      file,
      field: "checked_on",
      fault: `"${checkedOn}" is not a date`,
      remedy: "Write the date as YYYY-MM-DD",
    });
  }
  if (faults.length > 0) return { faults };
  const rows = records.map(({ fields }) =>
    Object.fromEntries(header.fields.map((column, i) => [column, fields[i] ?? ""])),
  );
  const table = { name, columns: header.fields, rows, source: notes.get("source") ?? name };
  return { value: checkedOn === undefined ? table : { ...table, checkedOn } };
}

/** Rows whose cell in this column is exactly the value, blanks at the ends aside. */
export const rowsWhere = (
  table: Table,
  column: string,
  value: string,
): readonly Readonly<Record<string, string>>[] => table.rows.filter((row) => row[column] === value.trim());

function headerFaults({ fields, line }: CsvRecord, file: string): Fault[] {
  const twice = fields.find((field, i) => fields.indexOf(field) !== i);
  if (twice !== undefined) {
    return [
      {
        file,
        line,
        field: twice,
        fault: "two columns have this name",
        remedy: "Give each column its own name",
      },
    ];
  }
  const isBlank = fields.includes("");
  return isBlank ? [{ file, line, fault: "a column has no name", remedy: "Name every column" }] : [];
}

/** Faults of rows with more or fewer fields than the header. */
export function rowFaults(header: CsvRecord, records: readonly CsvRecord[], file: string): Fault[] {
  const wanted = header.fields.length;
  return records
    .filter(({ fields }) => fields.length !== wanted)
    .map(({ fields, line }) => ({
      file,
      line,
      fault: `the row has ${fields.length} fields, the header ${wanted}`,
      remedy: "Add the missing comma, or put quotes around a field that holds one",
    }));
}
