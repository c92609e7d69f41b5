import type { Table } from "../../knowledge/packs/table.ts";
import { bracketOf } from "./brackets.ts";
import type { Bracket } from "./brackets.ts";
import { deductionOf } from "./deductions.ts";
import type { Deduction, DeductionItem } from "./deductions.ts";
import type { TaxInput } from "./input.ts";
import { shareOf, toFen } from "./money.ts";

// 个人所得税法 第六条: 60 000 yuan a year; services and royalties less 20 %, manuscripts of that again 70 %
const BASIC_FEN = toFen(60_000);
const NET_PERCENT = 80;
const MANUSCRIPT_PERCENT = 56;

// exempt from the yearly top-up: income up to 120 000 yuan, or 400 yuan and less to pay (until 2027-12-31)
const EXEMPT_INCOME_FEN = toFen(120_000);
const EXEMPT_TOP_UP_FEN = toFen(400);

const MONTHS_IN_YEAR = 12;

/** A deduction that was claimed and what it comes to in a year, in fen. */
export interface Claimed {
  readonly item: DeductionItem;
  readonly deduction: Deduction;
  readonly months: number;
  readonly count: number;
  readonly total: number;
}

/** What has to be done after the year's end. */
export type Reconciliation = "unknown" | "none" | "refund" | "exempt" | "due";

/** Every number of the calculation, in fen. */
export interface Computation {
  readonly gross: number;
  readonly salary: number;
  readonly labourService: number;
  readonly manuscript: number;
  readonly royalties: number;
  readonly income: number;
  readonly basic: number;
  readonly socialInsurance: number;
  readonly claimed: readonly Claimed[];
  readonly deductions: number;
  readonly otherDeductions: number;
  readonly taxable: number;
  readonly bracket: Bracket;
  readonly tax: number;
  /** Tax less what was withheld; below zero a refund. Null when the tax withheld is not known. */
  readonly balance: number | null;
  readonly reconciliation: Reconciliation;
}

/** A deduction whose amount the person must say, because the table has no monthly sum for it. */
export interface Missing {
  readonly missing: Deduction;
}

/** The yearly tax on comprehensive income, step by step; each step rounded half up to the fen. */
export function computeTax(
  input: TaxInput,
  brackets: readonly Bracket[],
  table: Table,
): Computation | Missing | null {
  const claimed: Claimed[] = [];
  for (const asked of input.deductions ?? []) {
    const deduction = deductionOf(table, asked.item);
    if (!deduction) return null;
    const { months = MONTHS_IN_YEAR, count = 1, yearlyYuan } = asked;
    const total = yearlyYuan === undefined ? (deduction.monthly ?? 0) * months * count : toFen(yearlyYuan);
    if (yearlyYuan === undefined && deduction.monthly === undefined) return { missing: deduction };
    claimed.push({ item: asked.item, deduction, months, count, total: Math.round(total) });
  }
  return settle(incomeOf(input), claimed, input, brackets);
}

function incomeOf(input: TaxInput) {
  const [salary, services, manuscripts, royalty] = [
    input.salary,
    input.labourService,
    input.manuscript,
    input.royalties,
  ].map((amount) => toFen(amount ?? 0));
  const [labourService, manuscript, royalties] = [
    shareOf(services ?? 0, NET_PERCENT),
    shareOf(manuscripts ?? 0, MANUSCRIPT_PERCENT),
    shareOf(royalty ?? 0, NET_PERCENT),
  ];
  const gross = (salary ?? 0) + (services ?? 0) + (manuscripts ?? 0) + (royalty ?? 0);
  const income = (salary ?? 0) + labourService + manuscript + royalties;
  return { gross, salary: salary ?? 0, labourService, manuscript, royalties, income };
}

function settle(
  earned: ReturnType<typeof incomeOf>,
  claimed: readonly Claimed[],
  input: TaxInput,
  brackets: readonly Bracket[],
): Computation | null {
  const deductions = claimed.reduce((sum, { total }) => sum + total, toFen(input.deductionsTotal ?? 0));
  const socialInsurance = toFen(input.socialInsurance ?? 0);
  const otherDeductions = toFen(input.otherDeductions ?? 0);
  const taxable = Math.max(0, earned.income - BASIC_FEN - socialInsurance - deductions - otherDeductions);
  const bracket = bracketOf(brackets, taxable);
  if (!bracket) return null;
  const tax = shareOf(taxable, bracket.ratePercent) - bracket.quickDeduction;
  const balance = input.withheld === undefined ? null : tax - toFen(input.withheld);
  return {
    ...earned,
    basic: BASIC_FEN,
    socialInsurance,
    claimed,
    deductions,
    otherDeductions,
    taxable,
    bracket,
    tax,
    balance,
    reconciliation: reconciliationOf(balance, earned.gross),
  };
}

function reconciliationOf(balance: number | null, gross: number): Reconciliation {
  if (balance === null) return "unknown";
  if (balance === 0) return "none";
  if (balance < 0) return "refund";
  return gross <= EXEMPT_INCOME_FEN || balance <= EXEMPT_TOP_UP_FEN ? "exempt" : "due";
}
