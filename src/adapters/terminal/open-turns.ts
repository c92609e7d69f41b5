/** Questions that have no answer yet. */
export interface OpenTurns {
  add(messageId: string): void;
  has(messageId: string): boolean;
  /** Its answer has come, or none will. */
  settle(messageId: string): void;
  /** Resolves when the question is settled; at once where it is not open. */
  settled(messageId: string): Promise<void>;
  readonly oldest: string | undefined;
  readonly size: number;
}

/** An empty list; `onQuiet` is called whenever the last open question is settled. */
export function createOpenTurns(onQuiet: () => void): OpenTurns {
  const open = new Map<string, PromiseWithResolvers<void>>();
  return {
    add(messageId) {
      if (!open.has(messageId)) open.set(messageId, Promise.withResolvers());
    },
    has: (messageId) => open.has(messageId),
    settle(messageId) {
      open.get(messageId)?.resolve();
      if (open.delete(messageId) && open.size === 0) onQuiet();
    },
    settled: (messageId) => open.get(messageId)?.promise ?? Promise.resolve(),
    get oldest() {
      return open.keys().next().value;
    },
    get size() {
      return open.size;
    },
  };
}
