import type { CaseDocument, CaseView } from "../../case-view.ts";
import { quotationOf } from "../../compose/laws.ts";
import { valueOf } from "../../facts/fact.ts";
import type { LawReference } from "../../facts/kinds.ts";
import { factIn } from "./facts.ts";
import { dayOfStage } from "./stages.ts";

/** The words of a provision: as quoted, else as the law store keeps them; empty where neither has them. */
export const lawWords = (view: CaseView, { cite, quote }: LawReference): string =>
  quote ?? quotationOf(cite, view.statutes, dayOfAct(view) ?? view.today) ?? "";

const DAY_LENGTH = 10;

/** The day whose law applies to the act: its end, else its beginning (行政处罚法 37). */
export const dayOfAct = (view: CaseView): string | undefined =>
  factIn(view, "act_ended_on", "date") ??
  factIn(view, "acted_on", "date") ??
  factIn(view, "acted_at", "moment")?.slice(0, DAY_LENGTH);

/** The day on which a document cites: its own, else the decision's, else today. */
export function dayOfCiting(view: CaseView, document: CaseDocument | null): string {
  const facts = (document ?? view.subject)?.facts ?? {};
  const own = valueOf(facts, "decided_on", "date") ?? valueOf(facts, "document_date", "date");
  const dates = view.documents.flatMap((each) => valueOf(each.facts, "document_date", "date") ?? []);
  return own ?? dayOfStage(view, "decision") ?? dates.toSorted().at(-1) ?? view.today;
}
