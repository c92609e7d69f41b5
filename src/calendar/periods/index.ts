import { CASE } from "./case.ts";
import { ENFORCEMENT } from "./enforcement.ts";
import { FINE } from "./fine.ts";
import { HEARING } from "./hearing.ts";
import type { LegalPeriod } from "./legal-period.ts";
import { LITIGATION } from "./litigation.ts";
import { MARKET } from "./market.ts";
import { MEASURE } from "./measure.ts";
import { POLICE_BEFORE } from "./police-before.ts";
import { POLICE } from "./police.ts";
import { RECONSIDERATION } from "./reconsideration.ts";
import { REVIEW } from "./review.ts";
import { SERVICE } from "./service.ts";
import { TRANSFER } from "./transfer.ts";

/** Every period there is; several of one kind where the law changed, the one in force now first. */
export const PERIODS: readonly LegalPeriod[] = [
  ...CASE,
  ...HEARING,
  ...SERVICE,
  ...FINE,
  ...MEASURE,
  ...ENFORCEMENT,
  ...RECONSIDERATION,
  ...REVIEW,
  ...LITIGATION,
  ...POLICE,
  ...POLICE_BEFORE,
  ...MARKET,
  ...TRANSFER,
];
