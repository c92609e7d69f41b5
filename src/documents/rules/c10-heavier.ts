import type { CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import type { LawReference, Penalty } from "../facts/kinds.ts";
import { documentsOf, factIn } from "./look/facts.ts";
import { sumOf, toldPenalties, yuan } from "./look/penalties.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** C10: what was decided is what the party was told, or milder. */
export const heavier: Rule = {
  id: "C10",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十四条、第四十五条第二款",
  title: say("告知与决定一致", "the decision is what was told, or milder"),
  check(view) {
    const told = toldPenalties(view);
    const decided = decidedPenalties(view);
    if (!told || !decided) return [...basis(view), ...changedFacts(view)];
    const kinds = [...new Set(decided.map(({ kind }) => kind))];
    return [
      ...kinds.flatMap((kind) => compare(view, kind, told, decided)),
      ...basis(view),
      ...changedFacts(view),
    ];
  },
};

/** Those of the decision itself; the case's where the notice has its own. */
function decidedPenalties(view: CaseView): readonly Penalty[] | undefined {
  const decision = documentsOf(view, "penalty-decision")[0];
  return decision
    ? valueOf(decision.facts, "penalties", "penalties")
    : factIn(view, "penalties", "penalties");
}

function compare(
  view: CaseView,
  kind: Penalty["kind"],
  told: readonly Penalty[],
  decided: readonly Penalty[],
): readonly Found[] {
  const before = told.filter((penalty) => penalty.kind === kind);
  const isHeard = factIn(view, "statement_made", "prose") !== undefined;
  const where = "penalties";
  const fix = isHeard
    ? say("不得因陈述申辩加重处罚", "Speaking in one's defence must not make it heavier")
    : say("按告知内容决定；确需变更的，重新告知", "Decide what was told, or give notice anew");
  if (before.length === 0) {
    const message = say(`决定中的“${kind}”没有事先告知`, `「${kind}」 was decided but never told`);
    return [{ where, message, fix }];
  }
  const [was, is] = [sumOf(told, kind), sumOf(decided, kind)];
  if (was > 0 && is > was) {
    const message = say(
      `${kind}由告知的${yuan(was)}加重为${yuan(is)}`,
      `「${kind}」 went up from the ${was} yuan told to ${is} yuan`,
    );
    return [{ where, message, fix }];
  }
  const [days, more] = [daysOf(before), daysOf(decided.filter((penalty) => penalty.kind === kind))];
  if (days === 0 || more <= days) return [];
  const message = say(
    `${kind}由告知的${days}日加重为${more}日`,
    `「${kind}」 went up from ${days} to ${more} days`,
  );
  return [{ where, message, fix }];
}

const daysOf = (penalties: readonly Penalty[]): number =>
  penalties.reduce((sum, { days = 0 }) => sum + days, 0);

const key = (laws: readonly LawReference[]): string =>
  laws
    .map(({ cite }) => cite.replace(/\s|中华人民共和国/g, ""))
    .toSorted()
    .join("；");

/** A basis that changed between notice and decision needs a new notice. */
function basis(view: CaseView): readonly Found[] {
  const [notice] = documentsOf(view, "penalty-notice");
  const [decision] = documentsOf(view, "penalty-decision");
  if (!notice || !decision) return [];
  const told = valueOf(notice.facts, "penalty_basis", "laws");
  const decided = valueOf(decision.facts, "penalty_basis", "laws");
  if (!told || !decided || key(told) === key(decided)) return [];
  const message = say(
    `处罚依据与告知的不同：告知${told.map(({ cite }) => cite).join("、")}，决定${decided.map(({ cite }) => cite).join("、")}`,
    `The basis is not the one told: ${told.map(({ cite }) => cite).join(", ")} became ${decided.map(({ cite }) => cite).join(", ")}`,
  );
  const fix = say("依据变更的，重新告知后再决定", "Give notice of the new basis before deciding");
  return [{ where: "行政处罚决定书 · penalty_basis", message, fix, severity: "warn" }];
}

const NUMBERS = /\d+(?:\.\d+)?/g;

/** Facts whose figures are not those that were told. */
function changedFacts(view: CaseView): readonly Found[] {
  const [notice] = documentsOf(view, "penalty-notice");
  const [decision] = documentsOf(view, "penalty-decision");
  const told = notice && valueOf(notice.facts, "violation_facts", "prose");
  const decided = decision && valueOf(decision.facts, "violation_facts", "prose");
  if (told === undefined || decided === undefined) return [];
  const figures = (text: string): readonly string[] => [...new Set(text.match(NUMBERS) ?? [])];
  const known = new Set(figures(told));
  const fresh = figures(decided).filter((figure) => !known.has(figure));
  if (fresh.length === 0) return [];
  const message = say(
    `决定认定的事实与告知的不同，新出现的数字：${fresh.join("、")}`,
    `The facts decided are not those told; new figures: ${fresh.join(", ")}`,
  );
  const fix = say("事实变更的，重新告知后再决定", "Give notice of the changed facts before deciding");
  return [{ where: "行政处罚决定书 · violation_facts", message, fix, severity: "warn" }];
}
