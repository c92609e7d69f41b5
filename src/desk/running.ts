import type { IncomingMessage } from "../core/message.ts";

/** Why a turn is cut off; a turn that was stopped gets a word, one that was taken back gets none. */
export type CutOff = "stop" | "delete" | "edit" | "shutdown";

interface Turn {
  readonly lane: string;
  readonly controller: AbortController;
  isRunning: boolean;
}

/** The turns that wait or run, so that a later message of the same lane or the shutdown can cut them off. */
export class Running {
  readonly #turns = new Map<string, Turn>();

  /** A message has been taken in; from now on it can be taken back. */
  expect({ id, conversation }: IncomingMessage): void {
    this.#turns.set(id, { lane: conversation.key, controller: new AbortController(), isRunning: false });
  }

  /** Runs a turn under a signal of its own; null when it was taken back while it waited. */
  async watch<Value>(
    message: IncomingMessage,
    turn: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value | null> {
    if (!this.#turns.has(message.id)) this.expect(message);
    const entry = this.#turns.get(message.id);
    try {
      if (!entry || entry.controller.signal.aborted) return null;
      entry.isRunning = true;
      return await turn(entry.controller.signal);
    } finally {
      this.#turns.delete(message.id);
    }
  }

  /** Cuts off a message of this lane, or whatever runs in it now; other lanes' messages are out of reach. */
  cancel(lane: string, id: string | undefined, reason: CutOff): void {
    for (const [each, turn] of this.#turns) {
      if (turn.lane === lane && (id === undefined ? turn.isRunning : each === id))
        turn.controller.abort(reason);
    }
  }

  cutAll(): void {
    for (const { controller, isRunning } of this.#turns.values()) {
      if (isRunning) controller.abort("shutdown" satisfies CutOff);
    }
  }
}
