/** What the desk tells the operator's instruments. */
export interface DeskEvents {
  received(platform: string, admission: "stored" | "duplicate"): void;
  /** A turn has ended, with a reply or rightly without one. */
  answered(platform: string, ms: number, failure: string | undefined): void;
  /** A send has failed; it is tried again after `retryInMs`, or given up when that is undefined. */
  sendFailed(key: string, reason: string, retryInMs: number | undefined): void;
  /** Something that no rule foresaw; the message it happened to stays stored. */
  broken(messageId: string, error: unknown): void;
}

/** Instruments that show nothing. */
export const SILENT: DeskEvents = {
  received: () => undefined,
  answered: () => undefined,
  sendFailed: () => undefined,
  broken: () => undefined,
};
