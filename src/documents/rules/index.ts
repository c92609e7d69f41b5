import type { CaseView } from "../case-view.ts";
import type { Finding, Severity } from "../finding.ts";
import { order } from "./c01-order.ts";
import { window } from "./c02-window.ts";
import { decisionPeriod } from "./c03-decision-period.ts";
import { preservation } from "./c04-preservation.ts";
import { seizure } from "./c05-seizure.ts";
import { officers } from "./c06-officers.ts";
import { overlap } from "./c07-overlap.ts";
import { hearingHost } from "./c08-hearing-host.ts";
import { legalReview } from "./c09-legal-review.ts";
import { heavier } from "./c10-heavier.ts";
import { identity } from "./c11-identity.ts";
import { amounts } from "./c12-amounts.ts";
import { spotLimits } from "./c13-spot-limits.ts";
import { hearingOffered } from "./c14-hearing-offered.ts";
import { age } from "./c15-age.ts";
import { timeBar } from "./c16-time-bar.ts";
import { citations } from "./c17-citations.ts";
import { staleNumbers } from "./c18-stale-numbers.ts";
import { remedies } from "./c19-remedies.ts";
import { placeholders } from "./c20-placeholders.ts";
import { evidence } from "./c21-evidence.ts";
import { oneFine } from "./c22-one-fine.ts";
import { numberAndDate } from "./c23-number-and-date.ts";
import { crime } from "./c24-crime.ts";
import { sealedRecord } from "./c25-sealed-record.ts";
import { publication } from "./c26-publication.ts";
import { discussion } from "./c27-discussion.ts";
import { summons } from "./c28-summons.ts";
import { service } from "./c29-service.ts";
import { suspected } from "./c30-suspected.ts";
import { direction } from "./f01-direction.ts";
import { title } from "./f02-title.ts";
import { reportAsks } from "./f03-report-asks.ts";
import { request } from "./f04-request.ts";
import { numbers } from "./f05-numbers.ts";
import { date } from "./f06-date.ts";
import { letter } from "./f07-letter.ts";
import { closingWords } from "./f08-closing-words.ts";
import { minutes } from "./f09-minutes.ts";
import { attachments } from "./f10-attachments.ts";
import { neutralRecord } from "./f11-neutral-record.ts";
import { rights } from "./f12-rights.ts";
import type { Rule } from "./rule.ts";

/** Every rule: C for the conduct of a case, F for the form of documents. */
export const RULES: readonly Rule[] = [
  order,
  window,
  decisionPeriod,
  preservation,
  seizure,
  officers,
  overlap,
  hearingHost,
  legalReview,
  heavier,
  identity,
  amounts,
  spotLimits,
  hearingOffered,
  age,
  timeBar,
  citations,
  staleNumbers,
  remedies,
  placeholders,
  evidence,
  oneFine,
  numberAndDate,
  crime,
  sealedRecord,
  publication,
  discussion,
  summons,
  service,
  suspected,
  direction,
  title,
  reportAsks,
  request,
  numbers,
  date,
  letter,
  closingWords,
  minutes,
  attachments,
  neutralRecord,
  rights,
];

const WEIGHT: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };

/** Everything the rules find in a case, the gravest first, each said once. */
export function checkCase(view: CaseView): Finding[] {
  const found = RULES.flatMap((rule) =>
    rule.check(view).map(({ where, message, fix, severity, article }): Finding => ({
      rule: rule.id,
      severity: severity ?? rule.severity,
      article: article ?? rule.article,
      where,
      message,
      ...(fix === undefined ? {} : { fix }),
    })),
  );
  const once = new Map(
    found.toReversed().map((finding) => [`${finding.rule} ${finding.message.zh}`, finding]),
  );
  return [...once.values()]
    .toReversed()
    .toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}
