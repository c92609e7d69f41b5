import type { Reply } from "../core/reply.ts";
import type { Step } from "../core/turn.ts";
import type { Gaps } from "../store/gaps.ts";

export interface LearnOptions {
  /** Where questions that nothing answered are noted; unset: nowhere. */
  readonly gaps?: Gaps;
}

/**
 * Notes the questions that no source answered, so that somebody can write what is missing. It stands below `mask`: no
 * personal data reaches the list.
 */
export function learn({ gaps }: LearnOptions): Step {
  return async (turn, next) => {
    const reply = await next(turn);
    if (gaps !== undefined && reply !== null && isUnanswered(reply)) {
      const { text: question, language, today: on } = turn;
      await gaps.note({ question, agent: reply.agent, language, on });
    }
    return reply;
  };
}

/** An agent sent the person on without a source; who asked for a person, or met a failure, is no gap. */
const isUnanswered = ({ agent, mode, handover, citations, failure }: Reply): boolean =>
  agent !== "" &&
  mode !== "rule" &&
  handover !== undefined &&
  citations.length === 0 &&
  failure === undefined;
