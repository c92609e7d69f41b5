import type { Call } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";
import type { Workspace } from "../workspace.ts";
import { cursorOf, hasKey, messagesOf, type KeptMessage } from "./metadata.ts";

/** Where to look for a message of ours. */
export interface Search {
  readonly channel: string;
  /** The thread; without it the channel itself is looked through. */
  readonly thread?: string | undefined;
  /** Nothing of ours can be older. */
  readonly oldest: string;
  readonly key: string;
}

export interface Found {
  /** The message with the key. */
  readonly whole?: string;
  /** A message of ours without any key: a stream that was cut off when a process died. */
  readonly torn?: string;
}

const PAGE = 200;
// two thousand messages after a question: nobody answers that late
const MAX_PAGES = 10;

/** Looks a piece up by its key in what people see. */
export async function findPiece(call: Call, workspace: Workspace, search: Search): Promise<Found> {
  const { channel, thread, oldest, key } = search;
  let torn: string | undefined;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await pageOf(call, {
      channel,
      ...(thread === undefined ? {} : { ts: thread }),
      oldest,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const message of messagesOf(answer)) {
      if (!isOurs(message, workspace)) continue;
      if (hasKey(message, key)) return { whole: message.ts };
      // the head of a thread is no answer in it
      const isReply = message.ts !== thread && Number(message.ts) > Number(oldest);
      if (isTorn(message) && isReply) torn = message.ts;
    }
    cursor = cursorOf(answer);
    if (cursor === undefined) break;
  }
  return torn === undefined ? {} : { torn };
}

async function pageOf(call: Call, args: Readonly<Record<string, unknown>>) {
  try {
    return await call("ts" in args ? "conversations.replies" : "conversations.history", args);
  } catch (error) {
    // the question was deleted with everything below it: there is nothing to find
    if (refusalOf(error).error === "thread_not_found") return {};
    throw error;
  }
}

const isOurs = ({ user, bot_id }: KeptMessage, { botUser, botId }: Workspace): boolean =>
  user === botUser || bot_id === botId;

// a file has no metadata either, but a stream has no file
const isTorn = ({ metadata, files }: KeptMessage): boolean => !metadata && (files ?? []).length === 0;
