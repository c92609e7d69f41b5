import type { Delivery } from "../../../core/adapter.ts";
import { refusalOf } from "../api/refusal.ts";
import { markdownBlock } from "../render/blocks.ts";
import type { MessageBody } from "../render/body.ts";
import type { DeliverParts } from "./parts.ts";

const SLACK_HOOKS = "hooks.slack.com";
const RESPOND_MS = 10_000;

/** Shows a message to one person within a channel; false where that is not possible any more. */
export async function showAside(
  { calls, apiUrl }: DeliverParts,
  { message }: Delivery,
  body: MessageBody,
): Promise<boolean> {
  const content = { text: body.fallback, blocks: [markdownBlock(body.markdown), ...body.below] };
  const address = message.replyAddress;
  if (address !== undefined && isSlacks(address, apiUrl) && (await respond(address, content))) return true;
  const where = { channel: message.conversation.id, user: message.author.id };
  try {
    await calls.call("chat.postEphemeral", { ...where, ...content });
    return true;
  } catch (error) {
    if (!refusalOf(error).isCertain || refusalOf(error).retryAfterMs !== undefined) throw error;
    return false;
  }
}

/** Posts to a response_url; false when it has been used up or has expired. */
export async function respond(address: string, content: object): Promise<boolean> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, ...content }),
    redirect: "error",
    signal: AbortSignal.timeout(RESPOND_MS),
  });
  if (answer.status >= 500) throw new Error(`a response_url answered ${answer.status}`);
  return answer.ok;
}

/** True for an address that Slack itself, or the configured API, answers: nothing else gets our words. */
export function isSlacks(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { host, protocol } = new URL(address);
  return host === new URL(apiUrl).host || (host === SLACK_HOOKS && protocol === "https:");
}
