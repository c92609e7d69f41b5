import type { Kind } from "../facts/kinds.ts";

/** Ways of writing that a slot may ask for behind its bar, by kind of field. */
export const FORMATS_OF: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  // how a cause of a case is named before and after the decision
  text: ["act", "suspectedAct", "suspected", "settled"],
  money: ["capitals", "both"],
  moment: ["day", "time"],
  span: ["day", "from", "to"],
  answer: ["either"],
  person: ["full", "role"],
  people: ["roles"],
  party: ["you"],
  officers: ["names", "certificates"],
  evidence: ["numbered", "names"],
  goods: ["names", "total"],
  penalties: ["numbered", "total", "totalCapitals"],
  laws: ["quoted"],
  references: ["names"],
  list: ["lines"],
  number: ["han"],
};
