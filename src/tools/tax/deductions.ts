import type { Words } from "../../core/language.ts";
import type { Table } from "../../knowledge/packs/table.ts";
import { toFen } from "./money.ts";

/** The special additional deductions by the names a model may use, and how the pack's table spells them. */
export const DEDUCTION_ITEMS = {
  child_education: /^子女教育/,
  infant_care: /婴幼儿照护/,
  elderly_only_child: /^赡养老人（独生/,
  elderly_with_siblings: /^赡养老人（非独生/,
  degree_education: /^继续教育（学历/,
  professional_certificate: /^继续教育（职业/,
  mortgage_interest: /^住房贷款利息/,
  rent_large_city: /^住房租金（直辖市/,
  rent_medium_city: /^住房租金（市辖区/,
  rent_other_city: /^住房租金（其他/,
  serious_illness: /^大病医疗/,
} as const satisfies Record<string, RegExp>;

export type DeductionItem = keyof typeof DEDUCTION_ITEMS;

/** A deduction as the table knows it; no monthly amount (in fen) where it depends on what was spent. */
export interface Deduction {
  readonly name: Words;
  readonly note: Words;
  readonly monthly?: number;
}

/** The row of `income-tax-deductions.csv` for an item, or null when the table has none. */
export function deductionOf(table: Table, item: DeductionItem): Deduction | null {
  const row = table.rows.find(({ item_zh = "" }) => DEDUCTION_ITEMS[item].test(item_zh));
  if (!row) return null;
  const monthly = row["monthly_yuan"]?.trim() ?? "";
  return {
    name: { zh: row["item_zh"] ?? item, en: row["item_en"] ?? item },
    note: { zh: row["note_zh"] ?? "", en: row["note_en"] ?? "" },
    ...(monthly === "" ? {} : { monthly: toFen(Number(monthly)) }),
  };
}
