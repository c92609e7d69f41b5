import { urgentNeed } from "../care/red-flags.ts";
import { say } from "../core/reply.ts";
import type { Step } from "../core/turn.ts";

/** Emergencies are answered by rule, at once, with fixed words and numbers: no model is asked. */
export function urgent(): Step {
  return async (turn, next) => {
    const need = urgentNeed(turn.text, turn.language);
    if (need === null) return next(turn);
    const { category, contacts } = need;
    return say(need.text, { escalation: { category, contacts } });
  };
}
