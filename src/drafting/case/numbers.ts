import { BotError } from "../../core/errors.ts";
import type { Day } from "../../calendar/day.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import type { Tenant } from "../../documents/tenant.ts";
import type { DocumentSeries } from "../../store/cases.ts";

const CODE = "{tenant.code}";
const YEAR = "{year}";
const SERIAL = "{serial}";
// a year of its own would be wrong where the number does not show it: it would come again every January
const ALL_YEARS = 0;

/**
 * The run of numbers a document takes its own from; null for a type without numbers.
 * Throws `config.invalid` where the institution has no code to begin them with.
 */
export function seriesOf(type: DocumentType, tenant: Tenant, on: Day): DocumentSeries | null {
  const { number } = type.layout;
  if (number === undefined) return null;
  if (number.includes(CODE) && tenant.code === undefined) throw noCode(type);
  const pattern = number.replaceAll(CODE, tenant.code ?? "");
  const year = pattern.includes(YEAR) ? Number(on.slice(0, 4)) : ALL_YEARS;
  return { tenant: tenant.name, pattern, year };
}

/**
 * A number of a series as it is printed; GB/T 9704 7.2.5: no leading zeros.
 *
 * @example numberOf({ tenant: "云溪", pattern: "云市监罚决〔{year}〕{serial}号", year: 2026 }, 12) // "云市监罚决〔2026〕12号"
 */
export const numberOf = ({ pattern, year }: DocumentSeries, serial: number): string =>
  pattern.replaceAll(YEAR, String(year)).replaceAll(SERIAL, String(serial));

const noCode = ({ name }: DocumentType): BotError =>
  new BotError("config.invalid", `no number for ${name.en}: the institution has no code`, {
    forUser: {
      zh: `还没有设置本单位的机关代字，《${name.zh}》无法编号，请联系管理员。`,
      en: `“${name.en}” cannot be numbered: the institution's code is not set. Please tell the administrator.`,
    },
    field: "tenant.code",
    remedy: "set the code of document numbers (机关代字) in the institution's file",
  });

// the number of a case is not a document's: it stands for the file alone
const CASE_SERIES = "case";
const CASE_DIGITS = 4;

/** The run of case numbers of a year, for all of one store. */
export const caseSeries = (year: number): DocumentSeries => ({ tenant: "", pattern: CASE_SERIES, year });

/** The id of a case, `2026-0147`. */
export const caseIdOf = (year: number, serial: number): string =>
  `${year}-${String(serial).padStart(CASE_DIGITS, "0")}`;
