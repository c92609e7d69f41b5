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

/** Lines that were posted for forms, by form: pressed twice, or pressed again after a fault, it is one line. */
export type Roots = Map<string, Promise<string>>;

// forms that are open at once in one office
const ROOTS_KEPT = 500;

interface Wish {
  readonly isDirect: boolean;
  readonly user: string;
  /** Names the form that was sent off. */
  readonly view: string;
  readonly form: Words;
}

/** Where a form that was sent off goes on: a thread of the channel, or the person's own talk with the bot. */
export async function placeFor(
  parts: PlaceParts & { readonly roots: Roots },
  from: Opening,
  wish: Wish,
): Promise<Conversation | "not here"> {
  const { call, workspace, roots } = parts;
  if (wish.isDirect || !isInChannel(from)) return directOf(parts, wish.user);
  if (from.thread !== undefined) return threadOf(workspace, from.channel, from.thread);
  const root = roots.get(wish.view) ?? postRoot(call, from, wish);
  roots.set(wish.view, root);
  for (const [old] of roots) {
    if (roots.size <= ROOTS_KEPT) break;
    roots.delete(old);
  }
  try {
    return threadOf(workspace, from.channel, await root);
  } catch (error) {
    roots.delete(wish.view);
    if (NOT_HERE.has(refusalOf(error).error)) return "not here";
    throw error;
  }
}

/** The line in the channel below which the document is drafted; resolves with its timestamp. */
async function postRoot(call: Call, { channel }: Opening, { user, form }: Wish): Promise<string> {
  const { zh, en } = rootWords(user, form);
  const content = { text: `${zh} / ${en}`, link_names: false, unfurl_links: false, unfurl_media: false };
  const { ts } = await call("chat.postMessage", { channel, ...content });
  return String(ts);
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
