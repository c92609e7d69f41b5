import type { Reply } from "../core/reply.ts";
import type { Step, Turn } from "../core/turn.ts";

export interface DraftOptions {
  /** The officers' drafting desk; null from it means that the words are not about a document. */
  readonly draft?: (turn: Turn) => Promise<Reply | null>;
}

/**
 * Officers' documents. It stands above `urgent`: "工人触电倒地" in a record is a fact of the case. It reads the
 * message as it was written, because check digits are counted in it, and keeps it in the case file only; what goes
 * to a model from there is masked there.
 */
export function draft({ draft: desk }: DraftOptions): Step {
  return async (turn, next) => (desk ? await desk(turn) : null) ?? next(turn);
}
