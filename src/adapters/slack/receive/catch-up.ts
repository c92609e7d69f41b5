import { z } from "zod";
import type { Receive } from "../../../core/adapter.ts";
import type { Words } from "../../../core/language.ts";
import type { IncomingMessage } from "../../../core/message.ts";
import { languageFor } from "../../speech.ts";
import type { Call } from "../api/calls.ts";
import { cursorOf } from "../deliver/metadata.ts";
import { lineBody } from "../deliver/file.ts";
import type { Send } from "../deliver/send.ts";
import { isDirect, msOf, placeOf } from "../normalize/place.ts";
import { whereSaid } from "../normalize/said.ts";
import { saidEvent, type SaidEvent } from "../normalize/shapes.ts";
import { readSaid, type Reader } from "./read.ts";

/** What catching up takes. */
export interface CatchUpParts {
  readonly call: Call;
  readonly reader: Reader;
  readonly receive: Receive;
  readonly send: Send;
  /** Between two pages: history takes about fifty calls a minute. */
  readonly rest: () => Promise<void>;
}

/** What was found that the bot had missed. */
export interface CaughtUp {
  readonly answered: number;
  readonly late: number;
}

/** A question this old is still worth an answer. */
export const ANSWER_WITHIN_MS = 6 * 3_600_000;
/** One older than this is not even apologized for. */
export const APOLOGIZE_WITHIN_MS = 3 * 86_400_000;
// a follow-up comes within a day of its thread's first message
const THREADS_WITHIN_MS = 86_400_000;
// what was stored right before the end is in the inbox; looking twice does no harm
const OVERLAP_MS = 60_000;
const PAGE = 200;

const LATE: Words = {
  zh: "抱歉，您留言时我不在线，错过了这个问题。如果还需要，请再发一次。",
  en: "Sorry, I was offline when you wrote and missed this. If it still matters, please ask again.",
};

const place = z.object({ id: z.string() });
const parent = z.object({ ts: z.string(), latest_reply: z.string().nullish() });

/**
 * Reads what was said since `sinceMs` wherever the bot is, and hands it in as if it had just come; the inbox knows
 * what it has already. What is too old to answer gets one line of apology in each conversation.
 */
export async function catchUp(parts: CatchUpParts, sinceMs: number): Promise<CaughtUp> {
  const from = sinceMs - OVERLAP_MS;
  const late = new Map<string, IncomingMessage>();
  let answered = 0;
  for (const channel of await channelsOf(parts)) {
    for (const said of await missedIn(parts, channel, from)) {
      const { workspace, threads } = parts.reader;
      if (said.bot_id === workspace.botId) threads.spoke(placeOf(workspace, whereSaid(said)).key);
      const message = await readSaid(said, undefined, parts.reader);
      if (message === null) continue;
      const ageMs = parts.reader.now() - message.sentAtMs;
      if (ageMs <= ANSWER_WITHIN_MS) answered += (await parts.receive(message)) === "stored" ? 1 : 0;
      else if (ageMs <= APOLOGIZE_WITHIN_MS) late.set(message.conversation.key, message);
    }
  }
  for (const message of late.values()) await apologize(parts, message);
  return { answered, late: late.size };
}

async function apologize({ send }: CatchUpParts, message: IncomingMessage): Promise<void> {
  const text = LATE[languageFor(message)];
  const body = JSON.stringify(lineBody(text));
  await send({ text, body, key: `${message.id}/late`, message, isDoubtful: true });
}

async function channelsOf(parts: CatchUpParts): Promise<readonly string[]> {
  const types = "public_channel,private_channel,mpim,im";
  const found = await pages(
    parts,
    "users.conversations",
    { types, exclude_archived: true, limit: PAGE },
    "channels",
  );
  return found.flatMap((each) => place.safeParse(each).data?.id ?? []);
}

/** What was said in a channel and in its threads since then, oldest first. */
async function missedIn(parts: CatchUpParts, channel: string, fromMs: number): Promise<readonly SaidEvent[]> {
  const oldest = seconds(fromMs - THREADS_WITHIN_MS);
  const top = await pages(parts, "conversations.history", { channel, oldest, limit: PAGE }, "messages");
  const missed: SaidEvent[] = [];
  for (const each of top) {
    missed.push(...saidAfter(each, channel, fromMs));
    const { ts, latest_reply } = parent.safeParse(each).data ?? { ts: "" };
    if (!latest_reply || msOf(latest_reply) < fromMs) continue;
    const args = { channel, ts, oldest: seconds(fromMs), limit: PAGE };
    const replies = await pages(parts, "conversations.replies", args, "messages");
    missed.push(...replies.flatMap((reply) => saidAfter(reply, channel, fromMs)));
  }
  const byTs = new Map(missed.map((said) => [said.ts, said]));
  return [...byTs.values()].toSorted((one, other) => Number(one.ts) - Number(other.ts));
}

function saidAfter(message: unknown, channel: string, fromMs: number): readonly SaidEvent[] {
  if (typeof message !== "object" || message === null) return [];
  const type = isDirect({ channel }) ? { channel_type: "im" } : {};
  const parsed = saidEvent.safeParse({ ...message, ...type, channel });
  return parsed.success && msOf(parsed.data.ts) >= fromMs ? [parsed.data] : [];
}

async function pages(
  { call, rest }: CatchUpParts,
  method: "users.conversations" | "conversations.history" | "conversations.replies",
  args: Readonly<Record<string, unknown>>,
  list: "channels" | "messages",
): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  let cursor: string | undefined;
  do {
    const answer = await call(method, cursor === undefined ? args : { ...args, cursor });
    if (Array.isArray(answer[list])) all.push(...answer[list]);
    cursor = cursorOf(answer);
    await rest();
  } while (cursor !== undefined);
  return all;
}

const seconds = (ms: number): string => (Math.max(0, ms) / 1_000).toFixed(6);
