import { listOf, isJson } from "./slack-blocks.ts";
import { CHAT_METHODS, refuse, textOf, type Method } from "./slack-chat.ts";
import type { Json, Kept, Workspace } from "./slack-state.ts";
import { viewFault } from "./slack-view-faults.ts";

// a trigger opens one modal, at once
const TRIGGER_LIFE_MS = 3_000;
const MAX_PAGE = 200;

/** What a test may change about how the workspace answers. */
export interface MethodSettings {
  /** How long a new message stays out of history and replies. */
  readonly historyLagMs: number;
  readonly origin: () => string;
}

const publicView = (kept: Kept, { teamId }: Workspace, withMetadata: boolean): Json => ({
  type: "message",
  ts: kept.ts,
  user: kept.user,
  team: teamId,
  text: kept.text,
  ...(kept.threadTs === undefined ? {} : { thread_ts: kept.threadTs }),
  ...(kept.botId === undefined ? {} : { bot_id: kept.botId }),
  ...(kept.blocks.length === 0 ? {} : { blocks: kept.blocks }),
  ...(kept.files.length === 0 ? {} : { files: kept.files }),
  ...(withMetadata && kept.metadata !== undefined ? { metadata: kept.metadata } : {}),
});

function page(found: readonly Json[], args: Json): Json {
  const limit = Math.min(Number(args["limit"] ?? 100), MAX_PAGE);
  const from = Number(textOf(args, "cursor") || 0);
  const next = from + limit < found.length ? String(from + limit) : "";
  const messages = found.slice(from, from + limit);
  return { ok: true, messages, has_more: next !== "", response_metadata: { next_cursor: next } };
}

const reading = ({ historyLagMs }: MethodSettings): Readonly<Record<string, Method>> => {
  const visible = (args: Json, workspace: Workspace): Kept[] =>
    workspace.messages.filter(
      ({ channel, keptMs, ts }) =>
        channel === textOf(args, "channel") &&
        workspace.now() - keptMs >= historyLagMs &&
        Number(ts) >= Number(args["oldest"] ?? 0),
    );
  const withMetadata = (args: Json): boolean => String(args["include_all_metadata"]) === "true";
  return {
    "conversations.history": (args, workspace) => {
      const all = visible(args, workspace);
      const top = all.filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts);
      const views = top.toReversed().map((kept) => {
        const replies = workspace.messages.filter(
          ({ threadTs, channel }) => threadTs === kept.ts && channel === kept.channel,
        );
        const latest = replies.at(-1);
        return {
          ...publicView(kept, workspace, withMetadata(args)),
          ...(latest === undefined
            ? {}
            : {
                thread_ts: kept.ts,
                latest_reply: latest.ts,
                reply_count: replies.length,
                reply_users: [...new Set(replies.map(({ user }) => user))],
              }),
        };
      });
      return page(views, args);
    },
    "conversations.replies": (args, workspace) => {
      const root = textOf(args, "ts");
      const all = visible(args, workspace).filter(({ ts, threadTs }) => ts === root || threadTs === root);
      if (all.length === 0 && workspace.find(textOf(args, "channel"), root) === undefined)
        return refuse("thread_not_found");
      return page(
        all.map((kept) => publicView(kept, workspace, withMetadata(args))),
        args,
      );
    },
  };
};

const REST: Readonly<Record<string, Method>> = {
  "auth.test": (_, { teamId, botUser, botId }) => ({
    ok: true,
    team_id: teamId,
    user_id: botUser,
    bot_id: botId,
    user: "bangban",
    team: "work",
    url: "https://work.slack.test/",
  }),
  "conversations.open": (args, workspace) => {
    const id = `D${textOf(args, "users").slice(1)}`;
    workspace.channels.add(id);
    return { ok: true, channel: { id } };
  },
  "users.conversations": (args, workspace) => {
    const types = textOf(args, "types");
    const channels = [...workspace.channels].map((id) => ({ id, is_im: id.startsWith("D") }));
    return { ok: true, channels: types === "" ? channels.filter(({ is_im }) => !is_im) : channels };
  },
  "users.info": (args, workspace) => {
    const user = workspace.users.get(textOf(args, "user"));
    if (user === undefined) return refuse("user_not_found");
    return {
      ok: true,
      user: {
        id: user.id,
        team_id: user.teamId,
        is_bot: user.isBot,
        is_restricted: user.isGuest,
        is_ultra_restricted: false,
        is_stranger: user.teamId !== workspace.teamId,
        real_name: user.id,
        ...(user.locale !== undefined && String(args["include_locale"]) === "true"
          ? { locale: user.locale }
          : {}),
      },
    };
  },
  "usergroups.users.list": (args, workspace) => {
    const users = workspace.userGroups.get(textOf(args, "usergroup"));
    return users === undefined ? refuse("no_such_subteam") : { ok: true, users };
  },
  "reactions.add": (args, workspace) => {
    const [channel, ts, name] = [textOf(args, "channel"), textOf(args, "timestamp"), textOf(args, "name")];
    if (workspace.reactions.some((each) => each.ts === ts && each.name === name))
      return refuse("already_reacted");
    workspace.reactions.push({ channel, ts, name });
    workspace.changed();
    return { ok: true };
  },
  "assistant.threads.setStatus": (args, workspace) => {
    const [channel, thread, status] = [
      textOf(args, "channel_id"),
      textOf(args, "thread_ts"),
      textOf(args, "status"),
    ];
    workspace.statuses.push({ channel, thread, status });
    workspace.changed();
    return { ok: true };
  },
  "assistant.threads.setTitle": () => ({ ok: true }),
  "assistant.threads.setSuggestedPrompts": (args, workspace) => {
    workspace.prompts.push(args);
    workspace.changed();
    return { ok: true };
  },
  "views.open": (args, workspace) => openView(args, workspace),
  "views.update": (args, workspace) => keepView(args, workspace),
  "views.publish": (args, workspace) => keepView(args, workspace),
};

function openView(args: Json, workspace: Workspace): Json {
  const trigger = workspace.triggers.get(textOf(args, "trigger_id"));
  if (trigger === undefined) return refuse("invalid_trigger_id");
  if (trigger.isUsed) return refuse("exchanged_trigger_id");
  trigger.isUsed = true;
  if (workspace.now() - trigger.madeMs > TRIGGER_LIFE_MS) return refuse("expired_trigger_id");
  return keepView(args, workspace);
}

function keepView(args: Json, workspace: Workspace): Json {
  if (!isJson(args["view"])) return refuse("invalid_arguments");
  const fault = viewFault(args["view"]);
  if (fault !== null) return { ...refuse("invalid_arguments"), detail: fault };
  const user = textOf(args, "user_id");
  const owner = user === "" ? {} : { user_id: user };
  const view = { id: `V${workspace.views.length + 1}`, ...owner, ...args["view"] };
  workspace.views.push(view);
  workspace.changed();
  return { ok: true, view };
}

const files = ({ origin }: MethodSettings): Readonly<Record<string, Method>> => ({
  "files.getUploadURLExternal": (args, workspace) => {
    const id = `F${workspace.files.size + 1}`;
    workspace.files.set(id, { id, name: textOf(args, "filename"), bytes: new Uint8Array() });
    return { ok: true, file_id: id, upload_url: `${origin()}/upload/${id}` };
  },
  "files.completeUploadExternal": (args, workspace) => {
    const wanted = listOf(args["files"]).map(({ id }) => workspace.files.get(String(id)));
    if (wanted.some((file) => file === undefined || file.bytes.length === 0)) return refuse("file_not_found");
    const names = wanted.flatMap((file) => (file === undefined ? [] : [{ id: file.id, name: file.name }]));
    const channel = textOf(args, "channel_id");
    if (!channel.startsWith("D") && !workspace.channels.has(channel)) return refuse("not_in_channel");
    const words = textOf(args, "initial_comment");
    workspace.keep({
      channel,
      threadTs: textOf(args, "thread_ts") || undefined,
      user: workspace.botUser,
      botId: workspace.botId,
      text: words,
      shown: [words, ...names.map(({ name }) => `📎 ${name}`)].filter((part) => part !== "").join("\n"),
      blocks: words === "" ? listOf(args["blocks"]) : [],
      metadata: undefined,
      files: names,
      streamSinceMs: undefined,
    });
    return { ok: true, files: names };
  },
});

/** Every method this workspace knows, by name. */
export function methodsOf(settings: MethodSettings): ReadonlyMap<string, Method> {
  return new Map(Object.entries({ ...CHAT_METHODS, ...REST, ...reading(settings), ...files(settings) }));
}
