import type { Conversation } from "../../../core/message.ts";
import type { Words } from "../../../core/language.ts";
import type { Call } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";
import { asidePlace, placeOf } from "../normalize/place.ts";
import type { Workspace } from "../workspace.ts";
import type { Opening } from "./opening.ts";
import { isInChannel } from "./opening.ts";
import { rootWords } from "./words.ts";

/** Slack's words for a channel the bot cannot write into. */
const NOT_HERE = new Set(["not_in_channel", "channel_not_found", "is_archived", "restricted_action"]);

export interface PlaceParts {
  readonly call: Call;
  readonly workspace: Workspace;
}

/** Where a form that was sent off goes on: a thread of the channel, or the person's own talk with the bot. */
export async function placeFor(
  parts: PlaceParts,
  from: Opening,
  wish: { readonly isDirect: boolean; readonly user: string; readonly form: Words },
): Promise<Conversation | "not here"> {
  const { call, workspace } = parts;
  if (wish.isDirect || !isInChannel(from)) return directOf(parts, wish.user);
  if (from.thread !== undefined) return threadOf(workspace, from.channel, from.thread);
  const { zh, en } = rootWords(wish.user, wish.form);
  const content = { text: `${zh} / ${en}`, link_names: false, unfurl_links: false, unfurl_media: false };
  try {
    const { ts } = await call("chat.postMessage", { channel: from.channel, ...content });
    return threadOf(workspace, from.channel, String(ts));
  } catch (error) {
    if (NOT_HERE.has(refusalOf(error).error)) return "not here";
    throw error;
  }
}

const threadOf = (workspace: Workspace, channel: string, ts: string): Conversation =>
  placeOf(workspace, { channel, ts, threadTs: ts });

/** The person's own talk with the bot: never the place a command was typed in, which may be two other people's. */
export async function directOf({ call, workspace }: PlaceParts, user: string): Promise<Conversation> {
  const { channel } = await call("conversations.open", { users: user });
  const id = typeof channel === "object" && channel !== null && "id" in channel ? String(channel.id) : "";
  if (id === "") throw new Error("Slack opened no direct conversation");
  return asidePlace(workspace, id, user);
}
