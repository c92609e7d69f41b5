import type { Call } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";

/** Slack's word for an edit of a message that is still being streamed. */
const STILL_STREAMING = "streaming_state_conflict";

/** Writes a message of ours anew as a whole; one that is still a stream is ended first. */
export async function rewrite(
  call: Call,
  where: { readonly channel: string; readonly ts: string | undefined },
  content: object,
): Promise<void> {
  try {
    await call("chat.update", { ...where, ...content });
  } catch (error) {
    if (refusalOf(error).error !== STILL_STREAMING) throw error;
    await call("chat.stopStream", where);
    await call("chat.update", { ...where, ...content });
  }
}
