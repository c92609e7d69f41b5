import type { CaseView } from "../../case-view.ts";
import { valueOf, type Facts } from "../../facts/fact.ts";
import { documentsOf, factIn } from "./facts.ts";

const POLICE_LAW = /治安管理处罚法/;

const leansOnPoliceLaw = (facts: Facts): boolean =>
  ["violated", "penalty_basis", "suspected"].some((name) =>
    (valueOf(facts, name, "laws") ?? []).some(({ cite }) => POLICE_LAW.test(cite)),
  );

/** True for cases under 治安管理处罚法: said so, leaning on it, or ending in detention. */
export function isPolice(view: CaseView): boolean {
  const procedure = factIn(view, "procedure", "choice");
  if (procedure !== undefined) return procedure.startsWith("police") || procedure === "治安";
  if (leansOnPoliceLaw(view.facts) || view.documents.some(({ facts }) => leansOnPoliceLaw(facts)))
    return true;
  const penalties = factIn(view, "penalties", "penalties") ?? [];
  return penalties.some(({ kind }) => kind === "行政拘留");
}

/** True for a decision made on the spot: 简易程序, or 当场处罚 of the police. */
export function isSpot(view: CaseView): boolean {
  const procedure = factIn(view, "procedure", "choice");
  if (procedure === "spot" || procedure === "police_spot" || procedure === "简易程序") return true;
  return documentsOf(view, "spot-penalty").length > 0 && documentsOf(view, "penalty-decision").length === 0;
}
