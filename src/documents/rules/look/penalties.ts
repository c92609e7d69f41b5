import type { CaseView } from "../../case-view.ts";
import { valueOf } from "../../facts/fact.ts";
import type { Penalty } from "../../facts/kinds.ts";
import { factIn } from "./facts.ts";

/** Kinds that take more than money: 行政处罚法 63 offers a hearing for each of them. */
export const GRAVE_KINDS: readonly Penalty["kind"][] = [
  "降低资质等级",
  "吊销许可证件",
  "责令停产停业",
  "责令关闭",
  "限制从业",
];

/** The penalties of the decision; of the notice where there is no decision yet. */
export function penaltiesOf(view: CaseView): readonly Penalty[] {
  const decision = view.documents.find(({ type }) => ["penalty-decision", "spot-penalty"].includes(type.id));
  const decided = decision ? valueOf(decision.facts, "penalties", "penalties") : undefined;
  return decided ?? factIn(view, "penalties", "penalties") ?? toldPenalties(view) ?? [];
}

/** What the party was told: said as such, or the penalties that the notice itself names. */
export function toldPenalties(view: CaseView): readonly Penalty[] | undefined {
  const notice = view.documents.find(({ type }) => type.id === "penalty-notice");
  const own = notice && valueOf(notice.facts, "proposed_penalties", "penalties");
  const told = own ?? (notice && valueOf(notice.own, "penalties", "penalties"));
  if (told !== undefined) return told;
  // what a final report proposes inside the agency was told to nobody
  const isReport = view.subject?.type.id === "final-report";
  const others = view.documents.filter(({ type }) => type.id !== "final-report" || isReport);
  const facts = [view.facts, ...others.map((document) => document.facts)];
  return facts
    .map((each) => valueOf(each, "proposed_penalties", "penalties"))
    .find((each) => each !== undefined);
}

/** Yuan of one kind of penalty together; 0 where there is none. */
export const sumOf = (penalties: readonly Penalty[], kind: Penalty["kind"]): number =>
  penalties.filter((penalty) => penalty.kind === kind).reduce((sum, { amount = 0 }) => sum + amount, 0);

/** Yuan of fines together. */
export const fineOf = (penalties: readonly Penalty[]): number => sumOf(penalties, "罚款");

/** An amount as a sentence writes it: 3000元, 2051.94元. */
export const yuan = (amount: number): string => `${Number(amount.toFixed(2))}元`;

/** Half a fen: amounts nearer than this are the same. */
export const CENT = 0.005;

/** True for amounts that are the same to the fen. */
export const isSameYuan = (one: number, other: number): boolean => Math.abs(one - other) < CENT;
