import type { Words } from "../../core/language.ts";
import { readNumber } from "../numerals.ts";
import { amountsIn } from "./amounts.ts";
import type { DeductionItem } from "./deductions.ts";
import type { TaxInput } from "./input.ts";
import {
  AS_DEDUCTION,
  ASSUMED,
  DEDUCTION_WORDS,
  DENIES,
  FIELD_WORDS,
  HAS_SIBLINGS,
  MONTHLY,
  NOT_YET_SIXTY,
  ONLY_CHILD,
  SHARED_CHILD,
} from "./vocabulary.ts";

type Claim = NonNullable<TaxInput["deductions"]>[number];

/** The special additional deductions that plain talk names, and what had to be guessed. */
export interface Claims {
  readonly deductions: Claim[];
  readonly assumed: readonly Words[];
}

// standard amounts are at most 6 000 a month (two children); a larger one is a year's
const MOST_MONTHLY_YUAN = 6_000;
const MONTHS_IN_YEAR = 12;
const CHILD_COUNT =
  /([1-9一二两三四俩仨]|one|two|three|a)\s*个?\s*(?:\S{0,6}?)(?:孩子|小孩|娃|子女|儿子|女儿|child|kids?)/i;
const COUNTS: ReadonlyMap<string, number> = new Map([
  ["俩", 2],
  ["仨", 3],
  ["one", 1],
  ["a", 1],
  ["two", 2],
  ["three", 3],
]);

/** Reads every clause once; a deduction named twice counts once, mortgage and rent exclude each other. */
export function claimsIn(clauses: readonly string[]): Claims {
  const claims = new Map<DeductionItem, Claim>();
  const assumed = new Set<Words>();
  const whole = clauses.join("，");
  for (const clause of clauses) {
    const item = itemIn(clause);
    if (!item || claims.has(item)) continue;
    if (item === "elderly_only_child" && NOT_YET_SIXTY.test(whole)) continue;
    if (excludes(item, claims)) {
      assumed.add(ASSUMED.rentOrMortgage);
      continue;
    }
    const claim = claimOf(item, clause, whole, assumed);
    if (claim) claims.set(item, claim);
  }
  const deductions = [...claims.values()];
  if (deductions.some(({ yearlyYuan }) => yearlyYuan === undefined)) assumed.add(ASSUMED.fullYear);
  return { deductions, assumed: [...assumed] };
}

function itemIn(clause: string): DeductionItem | null {
  if (DENIES.test(clause) && amountsIn(clause).length === 0) return null;
  const plain = clause.replace(ONLY_CHILD, "");
  const found = DEDUCTION_WORDS.find(([, words]) => words.test(plain));
  const isAboutIncome = FIELD_WORDS.some(([, words]) => plain.search(words) >= 0);
  return found && !isAboutIncome ? found[0] : null;
}

const excludes = (item: DeductionItem, claims: ReadonlyMap<DeductionItem, Claim>): boolean =>
  (item === "rent_large_city" && claims.has("mortgage_interest")) ||
  (item === "mortgage_interest" && claims.has("rent_large_city"));

function claimOf(item: DeductionItem, clause: string, whole: string, assumed: Set<Words>): Claim | null {
  const [amount] = amountsIn(clause);
  if (amount && AS_DEDUCTION.test(clause)) {
    const isMonthly = MONTHLY.test(amount.around) || amount.yuan <= MOST_MONTHLY_YUAN;
    return { item, yearlyYuan: amount.yuan * (isMonthly ? MONTHS_IN_YEAR : 1) };
  }
  if (item === "rent_large_city") assumed.add(ASSUMED.rentCity);
  if (item === "child_education" || item === "infant_care") return childClaim(item, clause, assumed);
  if (item === "elderly_only_child") return parentsClaim(whole, assumed);
  return { item };
}

function childClaim(item: DeductionItem, clause: string, assumed: Set<Words>): Claim {
  const word = CHILD_COUNT.exec(clause)?.[1]?.toLowerCase();
  if (word === undefined) assumed.add(ASSUMED.oneChild);
  const count = word === undefined ? 1 : (COUNTS.get(word) ?? readNumber(word));
  if (SHARED_CHILD.test(clause)) return { item, count: count / 2 };
  if (word !== undefined) assumed.add(ASSUMED.fullChild);
  return { item, count };
}

function parentsClaim(whole: string, assumed: Set<Words>): Claim {
  if (!/60|六十/.test(whole)) assumed.add(ASSUMED.sixty);
  if (HAS_SIBLINGS.test(whole)) return { item: "elderly_with_siblings" };
  if (ONLY_CHILD.test(whole)) return { item: "elderly_only_child" };
  assumed.add(ASSUMED.siblings);
  return { item: "elderly_with_siblings" };
}
