/** A request that is signed but cannot be from Slack, or not for us. */
export class ForgedRequest extends Error {
  override readonly name = "ForgedRequest";
}

// clocks differ; a stamp from further ahead was made to be used later. Bolt itself refuses what is five minutes old
const MAX_AHEAD_MS = 60_000;

/** Throws for a request that was stamped in the future, which Slack's own check lets pass. */
export function refuseFuture(stampSeconds: unknown, nowMs: number): void {
  if (typeof stampSeconds === "number" && stampSeconds * 1_000 > nowMs + MAX_AHEAD_MS)
    throw new ForgedRequest("the request is stamped in the future");
}
