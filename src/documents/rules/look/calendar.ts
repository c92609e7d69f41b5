import { computeDeadline } from "../../../calendar/deadline/compute.ts";
import type { Deadline } from "../../../calendar/deadline/deadline.ts";
import { BotError } from "../../../core/errors.ts";
import type { CaseView } from "../../case-view.ts";
import type { Found } from "../rule.ts";

/** A period that was computed, or why no day can be given. */
export type Computed = { readonly deadline: Deadline } | { readonly unknown: Found };

/** Computes a legal period; a day outside the tables gives an info finding, never a guess. */
export function compute(
  view: CaseView,
  kind: string,
  given: Readonly<Record<string, unknown>>,
  where: string,
): Computed {
  try {
    return { deadline: computeDeadline(kind, given, view.holidays) };
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    // days that contradict each other are found by the rule on their order
    const { zh, en } = error.detail.forUser;
    const message = { zh: `期限未能核对：${zh}`, en: `The period was not checked: ${en}` };
    return { unknown: { where, severity: "info", message } };
  }
}

/** The legal days of a deadline in words: `自2026-09-28起，7个工作日，期满日2026-10-13`. */
export const spelled = ({ from, due, rule, meaning }: Deadline): { zh: string; en: string } => ({
  zh: `自${from}起算：${rule.zh.replace(/。$/, "")}；${meaning.zh}为${due}`,
  en: `from ${from}: ${rule.en.replace(/\.$/, "")}; ${meaning.en}: ${due}`,
});
