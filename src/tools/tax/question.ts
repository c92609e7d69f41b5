import { languageOf } from "../../core/language.ts";
import type { Words } from "../../core/language.ts";
import { amountsIn } from "./amounts.ts";
import type { Amount } from "./amounts.ts";
import { claimsIn } from "./claims.ts";
import type { TaxInput } from "./input.ts";
import { ASKS_SUM, ASKS_TAX, ASSUMED, FIELD_WORDS, MONTHLY, NOT_THIS_TAX, YEARLY } from "./vocabulary.ts";
import type { AmountField } from "./vocabulary.ts";

// commas inside 300,000 and points inside 1.5 do not end a clause
const CLAUSE_END = /[，。；;、！!？?\n]|,(?!\d{3}(?!\d))|\.(?!\d)|\s(?:and|plus)\s/;
const MOST_MONTHLY_YUAN = 30_000; // a wage up to this, said without a period, is a month's
const MONTHS_IN_YEAR = 12;

/**
 * The input of `calculate_tax` read from plain talk, or null when the text does not ask for income tax on
 * amounts it names. What had to be guessed stands in `assumptions`, in the language of the text.
 *
 * @example taxQuestion("月薪2万，五险一金每月3000，要交多少税")?.salary // 240000
 */
export function taxQuestion(text: string): TaxInput | null {
  const plain = text.normalize("NFKC");
  if (!ASKS_TAX.test(plain) || !ASKS_SUM.test(plain) || NOT_THIS_TAX.test(plain)) return null;
  const clauses = plain.split(CLAUSE_END).filter((clause) => clause.trim() !== "");
  const sums = new Map<AmountField, number>();
  const assumed = new Set<Words>();
  for (const clause of clauses) addAmounts(clause, sums, assumed);
  const earned = (["salary", "labourService", "manuscript", "royalties"] as const).some((field) =>
    sums.has(field),
  );
  if (!earned) return null;
  const { deductions, assumed: guessed } = claimsIn(clauses);
  for (const one of guessed) assumed.add(one);
  if (sums.has("salary") && !sums.has("socialInsurance") && !/社保|险|公积金|insurance/i.test(plain)) {
    assumed.add(ASSUMED.noInsurance);
  }
  if (deductions.length === 0 && !/没.{0,4}(?:扣|抵)|no .{0,12}deduct/i.test(plain))
    assumed.add(ASSUMED.noDeductions);
  if (/年终奖|奖金|bonus/i.test(plain)) assumed.add(ASSUMED.bonus);
  if (/到手|税后|take-home|after tax/i.test(plain)) assumed.add(ASSUMED.takeHome);
  const language = languageOf(text);
  return {
    ...Object.fromEntries(sums),
    deductions,
    assumptions: [...assumed].map((words) => words[language]),
  };
}

function addAmounts(clause: string, sums: Map<AmountField, number>, assumed: Set<Words>): void {
  for (const amount of amountsIn(clause)) {
    const field = fieldOf(clause, amount.at);
    if (!field) continue;
    const yearly = amount.yuan * timesIn(field, amount, sums, assumed);
    sums.set(field, Math.round(((sums.get(field) ?? 0) + yearly) * 100) / 100);
  }
}

/** The field whose word stands nearest before the amount, else nearest after it. */
function fieldOf(clause: string, at: number): AmountField | null {
  let best: { field: AmountField; distance: number } | null = null;
  for (const [field, words] of FIELD_WORDS) {
    for (const { index } of clause.matchAll(words)) {
      const distance = index < at ? at - index : (index - at) * clause.length;
      if (!best || distance < best.distance) best = { field, distance };
    }
  }
  return best?.field ?? null;
}

function timesIn(
  field: AmountField,
  { yuan, around }: Amount,
  sums: ReadonlyMap<AmountField, number>,
  assumed: Set<Words>,
): number {
  if (MONTHLY.test(around)) return MONTHS_IN_YEAR;
  if (YEARLY.test(around)) return 1;
  if (field === "salary") {
    const isMonthly = yuan <= MOST_MONTHLY_YUAN;
    assumed.add(isMonthly ? ASSUMED.salaryMonthly : ASSUMED.salaryYearly);
    return isMonthly ? MONTHS_IN_YEAR : 1;
  }
  if (field !== "socialInsurance") return 1;
  const isMonthly =
    assumed.has(ASSUMED.salaryMonthly) || yuan * MONTHS_IN_YEAR * 2 < (sums.get("salary") ?? 0);
  assumed.add(isMonthly ? ASSUMED.insuranceMonthly : ASSUMED.insuranceYearly);
  return isMonthly ? MONTHS_IN_YEAR : 1;
}
