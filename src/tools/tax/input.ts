import { z } from "zod";
import { DEDUCTION_ITEMS } from "./deductions.ts";
import type { DeductionItem } from "./deductions.ts";

// a thousand billion yuan: beyond every income, and its fen still count exactly
const MOST_YUAN = 1e12;

const ITEMS = Object.keys(DEDUCTION_ITEMS).filter((name): name is DeductionItem => name in DEDUCTION_ITEMS);

// bounds are checks of ours, not words of the schema: not every model server takes minimum and maximum
const amount = (about: string) =>
  z
    .number()
    .refine((yuan) => yuan >= 0 && yuan <= MOST_YUAN, "an amount in yuan, not below zero")
    .optional()
    .describe(about);

const deduction = z.object({
  item: z.enum(ITEMS).describe("which special additional deduction"),
  months: z
    .number()
    .refine((months) => Number.isInteger(months) && months >= 1 && months <= 12, "whole months, 1 to 12")
    .optional()
    .describe("months of the year it holds for; 12 when left out"),
  count: z
    .number()
    .refine((count) => count > 0 && count <= 20, "above 0, at most 20")
    .optional()
    .describe("number of children, or 0.5 where two parents share one; 1 when left out"),
  yearlyYuan: amount(
    "only for professional_certificate and serious_illness: what may be deducted for the year",
  ),
});

/** What the calculation needs; every amount in yuan for the whole year, before anything is taken off. */
export const taxInput = z.object({
  salary: amount("wages for the whole year in yuan: a monthly wage times twelve, bonus added"),
  labourService: amount("pay for services (劳务报酬) for the year, in yuan"),
  manuscript: amount("pay for manuscripts (稿酬) for the year, in yuan"),
  royalties: amount("royalties (特许权使用费) for the year, in yuan"),
  socialInsurance: amount("the person's own social insurance and housing fund for the year, in yuan"),
  deductions: z.array(deduction).optional().describe("special additional deductions by item"),
  deductionsTotal: amount(
    "special additional deductions for the year where only their sum is known, in yuan",
  ),
  otherDeductions: amount(
    "other lawful deductions for the year (enterprise annuity, private pension), in yuan",
  ),
  withheld: amount("tax already withheld in the year, in yuan; leave out when unknown"),
  assumptions: z
    .array(z.string())
    .optional()
    .describe(
      "each thing you assumed because the person did not say it, in their language; it is shown to them",
    ),
});

export type TaxInput = z.output<typeof taxInput>;
