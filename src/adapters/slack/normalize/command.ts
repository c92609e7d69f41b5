import type { IncomingMessage } from "../../../core/message.ts";
import { asidePlace } from "./place.ts";
import { authorOf, mentionsOf, type Known } from "./said.ts";
import type { MessageShortcut, Slash } from "./shapes.ts";
import { readWords } from "./text.ts";

/** What `/bangban` alone means. */
const HELP = "help";

/** A slash command as a message; the answer goes to the person alone. */
export function normalizeSlash(event: Slash, known: Known): IncomingMessage {
  const { command, text, user_id, channel_id, trigger_id, response_url } = event;
  const words = readWords(text, known.workspace.botUser);
  const called = command.slice(1).toLowerCase();
  const { name, args } = called === "bangban" ? insideOf(words.text) : { name: called, args: words.text };
  return aside(`${channel_id}:slash:${trigger_id}`, known, {
    channel: channel_id,
    user: user_id,
    address: response_url,
    words,
    command: { name, args, triggerId: trigger_id },
  });
}

/** A shortcut on somebody's message, as the command it stands for; null for one we do not know. */
export function normalizeShortcut(event: MessageShortcut, known: Known): IncomingMessage | null {
  const { callback_id, action_ts, user, channel, message, response_url, trigger_id } = event;
  const name = NAMES[callback_id];
  if (name === undefined) return null;
  const words = readWords(message.text ?? "", known.workspace.botUser);
  const command = { name, args: words.text, ...(trigger_id ? { triggerId: trigger_id } : {}) };
  const id = `${channel.id}:shortcut:${action_ts}`;
  return aside(id, known, { channel: channel.id, user: user.id, address: response_url, words, command });
}

const NAMES: Readonly<Record<string, string>> = { draft_from_message: "report", explain_message: "ask" };

function insideOf(text: string): { readonly name: string; readonly args: string } {
  const [, name = HELP, args = ""] = /^\/?(\S+)\s*([\s\S]*)$/u.exec(text) ?? [];
  return { name: name.toLowerCase(), args };
}

interface Aside {
  readonly channel: string;
  readonly user: string;
  readonly address: string | null | undefined;
  readonly words: ReturnType<typeof readWords>;
  readonly command: NonNullable<IncomingMessage["command"]>;
}

function aside(id: string, known: Known, { channel, user, address, words, command }: Aside): IncomingMessage {
  const { workspace, receivedAtMs, externalTenant } = known;
  return {
    id,
    platform: "slack",
    account: workspace.teamId,
    kind: "command",
    surface: "slash",
    conversation: asidePlace(workspace, channel, user),
    author: authorOf(user, externalTenant),
    mentions: mentionsOf(words, true),
    text: command.args,
    rawText: `/${command.name} ${command.args}`.trim(),
    attachments: [],
    command,
    ...(address ? { replyAddress: address } : {}),
    sentAtMs: receivedAtMs,
    receivedAtMs,
  };
}
