import type { Reply } from "../core/reply.ts";
import type { Exchange, Step } from "../core/turn.ts";
import type { Memory } from "../store/port.ts";
import { countTokens } from "./tokens.ts";

export interface RememberOptions {
  readonly memory: Memory;
  /** How many tokens of past exchanges a turn may bring along. */
  readonly memoryTokens?: number;
}

// some twenty exchanges; an older question is rarely what "and for my wife?" refers to
const MEMORY_TOKENS = 6_000;

/**
 * Brings the last exchanges of the conversation and keeps the new one.
 *
 * When they grow past their share, the older half goes at once rather than one exchange a turn: what is left
 * then stays the same for many turns, and the model's context cache keeps hitting its prefix.
 */
export function remember({ memory, memoryTokens = MEMORY_TOKENS }: RememberOptions): Step {
  return async (turn, next) => {
    const conversation = turn.message.conversation.key;
    const history = await memory.exchanges(conversation);
    const reply = await next({ ...turn, history });
    if (reply === null || !isWorthKeeping(reply)) return reply;
    const exchange = { question: turn.text, answer: reply.text };
    await memory.add(conversation, exchange);
    const surplus = oldestToDrop([...history, exchange], memoryTokens);
    if (surplus > 0) await memory.trim(conversation, surplus);
    return reply;
  };
}

/** What an agent answered, also from its sources alone while its model failed. */
const isWorthKeeping = ({ agent, failure, citations }: Reply): boolean =>
  agent !== "" && (failure === undefined || citations.length > 0);

/** How many of the oldest exchanges must go: none within the share, otherwise down to half of it. */
export function oldestToDrop(history: readonly Exchange[], share: number): number {
  const sizes = history.map(({ question, answer }) => countTokens(question) + countTokens(answer));
  let total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= share) return 0;
  let drop = 0;
  // the exchange just had stays in any case
  for (const size of sizes.slice(0, -1)) {
    if (total <= share / 2) break;
    total -= size;
    drop += 1;
  }
  return drop;
}
