import type { IncomingMessage } from "../core/message.ts";

/** Why a turn is cut off; a turn that was stopped gets a word, one that was taken back gets none. */
export type CutOff = "stop" | "delete" | "edit" | "shutdown";

/** The turns that run now, so that a later message or the shutdown can cut them off. */
export class Running {
  readonly #controllers = new Map<string, AbortController>();
  readonly #byLane = new Map<string, string>();
  readonly #cancelled = new Set<string>();

  /** Runs a turn under a signal of its own. */
  async watch<Value>(
    message: IncomingMessage,
    turn: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const controller = new AbortController();
    this.#controllers.set(message.id, controller);
    this.#byLane.set(message.conversation.key, message.id);
    try {
      return await turn(controller.signal);
    } finally {
      this.#controllers.delete(message.id);
      this.#byLane.delete(message.conversation.key);
    }
  }

  /** The message that is being answered in a lane now. */
  inLane(lane: string): string | undefined {
    return this.#byLane.get(lane);
  }

  /** Cuts off a running turn; one that still waits is left out when its time comes. */
  cancel(id: string, reason: CutOff): void {
    const controller = this.#controllers.get(id);
    if (controller) controller.abort(reason);
    else this.#cancelled.add(id);
  }

  /** True once for a message that was taken back while it waited. */
  wasCancelled(id: string): boolean {
    return this.#cancelled.delete(id);
  }

  cutAll(): void {
    for (const controller of this.#controllers.values()) controller.abort("shutdown" satisfies CutOff);
  }
}
