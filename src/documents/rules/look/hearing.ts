import type { CaseView } from "../../case-view.ts";
import type { Words } from "../../../core/language.ts";
import type { Penalty } from "../../facts/kinds.ts";
import { ageOn } from "./age.ts";
import { factIn } from "./facts.ts";
import { fineOf, GRAVE_KINDS, penaltiesOf, sumOf, toldPenalties, yuan } from "./penalties.ts";
import { isPolice } from "./procedure.ts";

/** Why a hearing must be offered, and whether the threshold is a guess for want of a local number. */
export interface HearingDue {
  readonly reason: Words;
  readonly isAssumed: boolean;
}

// 治安管理处罚法 117
const POLICE_YUAN = 4_000;
// what the rules of most fields set where a region has no number of its own
const USUAL_PERSON_YUAN = 10_000;
const USUAL_UNIT_YUAN = 100_000;
// work safety (安全生产) sets its own, lower for units
const SAFETY_PERSON_YUAN = 20_000;
const SAFETY_UNIT_YUAN = 50_000;

interface Threshold {
  readonly yuan: number;
  readonly isAssumed: boolean;
}

function thresholdOf(view: CaseView): Threshold {
  if (isPolice(view)) return { yuan: POLICE_YUAN, isAssumed: false };
  const isUnit = factIn(view, "party", "party")?.kind === "unit";
  const { person_yuan, unit_yuan } = view.tenant.hearing;
  const own = isUnit ? unit_yuan : person_yuan;
  if (own !== undefined) return { yuan: own, isAssumed: false };
  const laws = [
    ...(factIn(view, "violated", "laws") ?? []),
    ...(factIn(view, "penalty_basis", "laws") ?? []),
  ];
  const isSafety = laws.some(({ cite }) => cite.includes("安全生产法"));
  const usual = isSafety
    ? { person: SAFETY_PERSON_YUAN, unit: SAFETY_UNIT_YUAN }
    : { person: USUAL_PERSON_YUAN, unit: USUAL_UNIT_YUAN };
  return { yuan: isUnit ? usual.unit : usual.person, isAssumed: true };
}

/** Why the penalties make a hearing due (行政处罚法 63, 治安管理处罚法 117), or null when they do not. */
export function hearingDue(view: CaseView): HearingDue | null {
  const penalties = toldPenalties(view) ?? penaltiesOf(view);
  const grave = penalties.find(({ kind, content }) => isGrave(kind, content));
  if (grave) return certain({ zh: `拟作出“${grave.kind}”`, en: `the penalty is 「${grave.kind}」` });
  if (isPolice(view) && isMinorDetained(view)) {
    return certain({ zh: "可能对未成年人执行行政拘留", en: "a minor may be detained" });
  }
  const { yuan: limit, isAssumed } = thresholdOf(view);
  const large = [
    ["罚款", "the fine", fineOf(penalties)],
    ["没收违法所得", "the gains confiscated", isPolice(view) ? 0 : sumOf(penalties, "没收违法所得")],
    ["没收非法财物", "the goods confiscated", isPolice(view) ? 0 : goodsTaken(view, penalties)],
  ] as const;
  const [zh, en, amount] = large.find((each) => each[2] >= limit) ?? [];
  if (amount === undefined) return null;
  const reason = {
    zh: `${zh ?? ""}${yuan(amount)}达到听证标准${yuan(limit)}`,
    en: `${en ?? ""}, ${amount} yuan, reaches the ${limit} yuan from which a hearing is due`,
  };
  return { reason, isAssumed };
}

/** What is confiscated is worth what it says, else what the goods of the case are worth. */
function goodsTaken(view: CaseView, penalties: readonly Penalty[]): number {
  const isTaken = penalties.some(({ kind }) => kind === "没收非法财物");
  const said = sumOf(penalties, "没收非法财物");
  return isTaken && said === 0 ? (factIn(view, "goods_value", "money") ?? 0) : said;
}

const isGrave = (kind: (typeof GRAVE_KINDS)[number], content = ""): boolean =>
  GRAVE_KINDS.includes(kind) || /停业整顿|停产停业|吊销|降低资质|责令关闭/.test(content);

const certain = (reason: Words): HearingDue => ({ reason, isAssumed: false });

// 治安管理处罚法 23(2), 117(2)
const ADULT_YEARS = 18;
const CHILD_YEARS = 14;

function isMinorDetained(view: CaseView): boolean {
  const age = ageOn(view);
  const isDetained = penaltiesOf(view).some(({ kind }) => kind === "行政拘留");
  return isDetained && age !== null && age >= CHILD_YEARS && age < ADULT_YEARS;
}
