import { BotError } from "../../core/errors.ts";
import type { Table } from "../../knowledge/packs/table.ts";
import { shareOf, toFen } from "./money.ts";

/** One step of the progressive rate; amounts in fen. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly ratePercent: number;
  readonly quickDeduction: number;
}

/**
 * The brackets of `income-tax-brackets.csv` (from_yuan, to_yuan, rate_percent, quick_deduction_yuan).
 *
 * Throws `pack.invalid` when a number is missing, a gap opens between two rows, or a quick deduction does not
 * give the tax that the rates give step by step: one wrong digit would otherwise be wrong for everybody.
 */
export function readBrackets(table: Table): readonly Bracket[] {
  const brackets = table.rows.map(readRow);
  if (brackets.length === 0) throw wrong(table, 0, "rows");
  brackets.forEach((bracket, at) => {
    const before = brackets[at - 1];
    const numbers = [bracket.from, bracket.ratePercent, bracket.quickDeduction];
    if (!numbers.every(Number.isFinite)) throw wrong(table, at, "rate_percent");
    if (bracket.from !== (before?.to ?? 0) || bracket.to <= bracket.from) throw wrong(table, at, "from_yuan");
    const expected = before
      ? before.quickDeduction + shareOf(bracket.from, bracket.ratePercent - before.ratePercent)
      : 0;
    if (bracket.quickDeduction !== expected) throw wrong(table, at, "quick_deduction_yuan");
  });
  if (brackets.at(-1)?.to !== Number.POSITIVE_INFINITY) throw wrong(table, brackets.length - 1, "to_yuan");
  return brackets;
}

/** The bracket of a taxable amount in fen; an amount on the border belongs to the lower one. */
export function bracketOf(brackets: readonly Bracket[], taxable: number): Bracket | undefined {
  return brackets.find(({ to }) => taxable <= to);
}

function readRow(row: Table["rows"][number]): Bracket {
  return {
    from: fenIn(row, "from_yuan"),
    to: row["to_yuan"]?.trim() === "" ? Number.POSITIVE_INFINITY : fenIn(row, "to_yuan"),
    ratePercent: numberIn(row, "rate_percent"),
    quickDeduction: fenIn(row, "quick_deduction_yuan"),
  };
}

const fenIn = (row: Table["rows"][number], column: string): number => toFen(numberIn(row, column));

function numberIn(row: Table["rows"][number], column: string): number {
  const text = row[column]?.trim() ?? "";
  return text === "" ? Number.NaN : Number(text);
}

function wrong(table: Table, row: number, field: string): BotError {
  return new BotError("pack.invalid", `${table.name}: row ${row + 1} does not fit the row before it`, {
    forUser: {
      zh: "个税税率表有误，暂时不能计算，请拨打 12366。",
      en: "The income tax table is faulty, so I cannot calculate now. Please call 12366.",
    },
    file: `tables/${table.name}.csv`,
    field,
    remedy:
      "compare the table with the rate schedule of 个人所得税法; rows must follow each other without gaps",
  });
}
