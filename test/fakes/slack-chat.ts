import { faultOf, isJson, listOf, shownIn } from "./slack-blocks.ts";
import type { Json, Kept, Workspace } from "./slack-state.ts";

/** A method of the Web API: arguments in, answer out; a refusal is `{ok: false, error}`. */
export type Method = (args: Json, workspace: Workspace) => Json;

// after this a stream takes no more, even if words still come
export const STREAM_LIFE_MS = 5 * 60_000;
const MAX_TEXT = 40_000;
const MAX_MARKDOWN = 12_000;

export const refuse = (error: string): Json => ({ ok: false, error });
export const textOf = (args: Json, name: string): string => {
  const value = args[name];
  return typeof value === "string" ? value : "";
};

const metadataOf = (args: Json): Json | undefined =>
  isJson(args["metadata"]) ? args["metadata"] : undefined;

function contentOf(args: Json): { text: string; blocks: readonly Json[]; shown: string } | string {
  const [text, markdown, blocks] = [
    textOf(args, "text"),
    textOf(args, "markdown_text"),
    listOf(args["blocks"]),
  ];
  if (markdown !== "" && (text !== "" || blocks.length > 0)) return "markdown_text_conflict";
  if (markdown.length > MAX_MARKDOWN || text.length > MAX_TEXT) return "msg_too_long";
  if (text === "" && markdown === "" && blocks.length === 0) return "no_text";
  const fault = faultOf(blocks);
  if (fault !== null) return fault;
  return { text: text || markdown, blocks, shown: blocks.length > 0 ? shownIn(blocks) : text || markdown };
}

function roomFault(args: Json, workspace: Workspace): string | null {
  const channel = textOf(args, "channel");
  if (channel.startsWith("D")) return null;
  if (!workspace.channels.has(channel))
    return channel.startsWith("C") ? "not_in_channel" : "channel_not_found";
  return null;
}

const own = (workspace: Workspace, args: Json) => ({
  channel: textOf(args, "channel"),
  threadTs: textOf(args, "thread_ts") || undefined,
  user: workspace.botUser,
  botId: workspace.botId,
});

const postMessage: Method = (args, workspace) => {
  const fault = roomFault(args, workspace);
  if (fault !== null) return refuse(fault);
  const content = contentOf(args);
  if (typeof content === "string") return refuse(content);
  const kept = workspace.keep({
    ...own(workspace, args),
    ...content,
    metadata: metadataOf(args),
    files: [],
    streamSinceMs: undefined,
  });
  return { ok: true, channel: kept.channel, ts: kept.ts, message: { ts: kept.ts, text: kept.text } };
};

const update: Method = (args, workspace) => {
  const kept = ownMessage(args, workspace);
  if (kept === null) return refuse("message_not_found");
  if (typeof liveStream(args, workspace) !== "string") return refuse("streaming_state_conflict");
  const content = contentOf(args);
  if (typeof content === "string") return refuse(content);
  Object.assign(kept, content);
  kept.streamSinceMs = undefined;
  kept.metadata = metadataOf(args) ?? kept.metadata;
  workspace.changed();
  return { ok: true, channel: kept.channel, ts: kept.ts, text: kept.text };
};

const remove: Method = (args, workspace) => {
  const kept = ownMessage(args, workspace);
  if (kept === null) return refuse("message_not_found");
  workspace.messages.splice(workspace.messages.indexOf(kept), 1);
  workspace.changed();
  return { ok: true, channel: kept.channel, ts: kept.ts };
};

const postEphemeral: Method = (args, workspace) => {
  const fault = roomFault(args, workspace);
  if (fault !== null) return refuse(fault);
  const content = contentOf(args);
  if (typeof content === "string") return refuse(content);
  const { shown, blocks } = content;
  const [channel, user] = [textOf(args, "channel"), textOf(args, "user")];
  workspace.ephemerals.push({ channel, user, shown, blocks, via: "postEphemeral" });
  workspace.changed();
  return { ok: true, message_ts: workspace.ts() };
};

function ownMessage(args: Json, workspace: Workspace): Kept | null {
  const kept = workspace.find(textOf(args, "channel"), textOf(args, "ts"));
  return kept?.botId === workspace.botId && workspace.messages.includes(kept) ? kept : null;
}

const streamed = (args: Json): string =>
  textOf(args, "markdown_text") +
  listOf(args["chunks"])
    .map((chunk) => (chunk["type"] === "markdown_text" ? String(chunk["text"]) : ""))
    .join("");

const startStream: Method = (args, workspace) => {
  const fault = roomFault(args, workspace);
  if (fault !== null) return refuse(fault);
  const [channel, thread] = [textOf(args, "channel"), textOf(args, "thread_ts")];
  if (thread === "") return refuse("invalid_arguments");
  const isAddressed = textOf(args, "recipient_team_id") !== "" && textOf(args, "recipient_user_id") !== "";
  if (!channel.startsWith("D") && !isAddressed) return refuse("missing_recipient_team_id");
  const text = streamed(args);
  if (text.length > MAX_MARKDOWN) return refuse("msg_too_long");
  const kept = workspace.keep({
    ...own(workspace, args),
    text,
    shown: text,
    blocks: [],
    metadata: undefined,
    files: [],
    streamSinceMs: workspace.now(),
  });
  return { ok: true, channel, ts: kept.ts };
};

/** The live stream that is meant; a stream that is too old is dead, whatever it was doing. */
function liveStream(args: Json, workspace: Workspace): Kept | string {
  const kept = ownMessage(args, workspace);
  if (kept === null) return "message_not_found";
  const since = kept.streamSinceMs;
  if (since === undefined || workspace.now() - since > STREAM_LIFE_MS)
    return "message_not_in_streaming_state";
  return kept;
}

const appendStream: Method = (args, workspace) => {
  const kept = liveStream(args, workspace);
  if (typeof kept === "string") return refuse(kept);
  const text = streamed(args);
  if (kept.text.length + text.length > MAX_MARKDOWN) return refuse("msg_too_long");
  kept.text += text;
  kept.shown = kept.text;
  workspace.changed();
  return { ok: true, channel: kept.channel, ts: kept.ts };
};

const stopStream: Method = (args, workspace) => {
  const kept = liveStream(args, workspace);
  if (typeof kept === "string") return refuse(kept);
  const blocks = listOf(args["blocks"]);
  const fault = faultOf(blocks);
  if (fault !== null) return refuse(fault);
  kept.text += streamed(args);
  kept.blocks = blocks;
  kept.shown = [kept.text, shownIn(blocks)].filter((part) => part !== "").join("\n\n");
  kept.metadata = metadataOf(args);
  kept.streamSinceMs = undefined;
  workspace.changed();
  return { ok: true, channel: kept.channel, ts: kept.ts };
};

/** Everything that puts words into the workspace. */
export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  "chat.postMessage": postMessage,
  "chat.update": update,
  "chat.delete": remove,
  "chat.postEphemeral": postEphemeral,
  "chat.startStream": startStream,
  "chat.appendStream": appendStream,
  "chat.stopStream": stopStream,
};
