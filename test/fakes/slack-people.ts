import { randomUUID } from "node:crypto";
import { listOf } from "./slack-blocks.ts";
import { deliverTo, form, type Delivered, type DeliveryOptions } from "./slack-delivery.ts";
import type { FakeSlack } from "./slack-server.ts";
import { newTrigger, type Json, type Kept, type User, type Workspace } from "./slack-state.ts";

/** Brings a body to the bot and says whether it was acknowledged; the two transports are two of these. */
export interface Line {
  event(envelope: Json, options?: DeliveryOptions): Promise<Delivered>;
  command(fields: Readonly<Record<string, string>>): Promise<Delivered>;
  interaction(payload: Json): Promise<Delivered>;
}

/** Signed HTTP requests to where the bot listens. */
export const httpLine = (botUrl: () => string): Line => ({
  event: (envelope, options) => deliverTo(botUrl(), JSON.stringify(envelope), options),
  command: (fields) => deliverTo(botUrl(), form(fields), { type: "form" }),
  interaction: (payload) => deliverTo(botUrl(), form({ payload: JSON.stringify(payload) }), { type: "form" }),
});

/** Envelopes over the connection the bot has opened. */
export function socketLine({ socket }: FakeSlack): Line {
  const bring = async (type: string, payload: unknown): Promise<Delivered> => {
    const begun = performance.now();
    const answer = await socket.send(type, payload);
    const body = answer === null ? "" : JSON.stringify(answer);
    return { status: answer === null ? 0 : 200, body, ms: performance.now() - begun, isFinal: false };
  };
  return {
    event: (envelope) => bring("events_api", envelope),
    command: (fields) => bring("slash_commands", fields),
    interaction: (payload) => bring("interactive", payload),
  };
}

/** An event in the envelope of the Events API. */
export const enveloped = ({ teamId, botUser, now }: Workspace, event: Json, eventId: string): Json => ({
  token: "fake",
  team_id: teamId,
  api_app_id: "A0APP",
  event,
  type: "event_callback",
  event_id: eventId,
  event_time: Math.floor(now() / 1_000),
  authorizations: [{ enterprise_id: null, team_id: teamId, user_id: botUser, is_bot: true }],
});

const channelType = (channel: string): string =>
  channel.startsWith("D") ? "im" : channel.startsWith("G") ? "group" : "channel";

/** The events that a message sets off: a mention comes twice, under two event ids. */
export function eventsOf(
  workspace: Workspace,
  { channel, ts, threadTs, user, text, files }: Kept,
): readonly Json[] {
  const teamId = workspace.users.get(user)?.teamId ?? workspace.teamId;
  const common = {
    user,
    text,
    ts,
    channel,
    event_ts: ts,
    team: teamId,
    user_team: teamId,
    source_team: teamId,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(files.length === 0 ? {} : { files, subtype: "file_share" }),
  };
  const message = { type: "message", channel_type: channelType(channel), ...common };
  const isMention = !channel.startsWith("D") && text.includes(`<@${workspace.botUser}>`);
  const mention = { type: "app_mention", ...common };
  return (isMention ? [mention, message] : [message]).map((event) =>
    enveloped(workspace, event, `Ev${randomUUID().slice(0, 13)}`),
  );
}

/** What one person can do in the workspace; every deed resolves once the bot has acknowledged it. */
export interface Person {
  readonly id: string;
  /** Writes into a channel, or to the bot alone when the channel is left out. */
  write(text: string, where?: { readonly channel?: string; readonly thread?: string }): Promise<Kept>;
  slash(command: string, text: string, channel?: string): Promise<Delivered>;
  /** Presses the button with this label on a message. */
  press(on: Pick<Kept, "channel" | "blocks"> & Partial<Kept>, label: string): Promise<Delivered>;
  feedback(on: Kept, value: "up" | "down"): Promise<Delivered>;
  edit(message: Kept, text: string): Promise<Delivered>;
  remove(message: Kept): Promise<Delivered>;
  stop(thread: Kept): Promise<Delivered>;
  shortcut(callbackId: string, on: Kept): Promise<Delivered>;
}

/** A person in the workspace; a member of its team unless told otherwise. */
export function person(slack: FakeSlack, line: Line, id: string, more: Partial<User> = {}): Person {
  const { workspace } = slack;
  workspace.users.set(id, { id, teamId: workspace.teamId, isBot: false, isGuest: false, ...more });
  const direct = `D${id.slice(1)}`;
  const send = (event: Json) => line.event(enveloped(workspace, event, `Ev${randomUUID().slice(0, 13)}`));
  const address = (channel: string): string => {
    const token = randomUUID();
    workspace.responseUrls.set(token, { channel, user: id, madeMs: workspace.now(), uses: 0 });
    return `${slack.origin}/response/${token}`;
  };
  const interaction = (channel: string, rest: Json) =>
    line.interaction({
      team: { id: workspace.teamId },
      user: { id, team_id: workspace.users.get(id)?.teamId },
      api_app_id: "A0APP",
      channel: { id: channel, name: channel.startsWith("D") ? "directmessage" : "office" },
      trigger_id: newTrigger(workspace),
      response_url: address(channel),
      ...rest,
    });
  const act = (on: Pick<Kept, "channel"> & Partial<Kept>, action: Json) =>
    interaction(on.channel, {
      type: "block_actions",
      container: {
        type: "message",
        channel_id: on.channel,
        message_ts: on.ts ?? workspace.ts(),
        is_ephemeral: on.ts === undefined,
        ...(on.threadTs === undefined ? {} : { thread_ts: on.threadTs }),
      },
      ...(on.ts === undefined ? {} : { message: { ts: on.ts, thread_ts: on.threadTs, user: on.user } }),
      actions: [{ ...action, action_ts: workspace.ts() }],
    });
  const changed = (kept: Kept, rest: Json) =>
    send({
      type: "message",
      channel: kept.channel,
      channel_type: channelType(kept.channel),
      ts: workspace.ts(),
      event_ts: workspace.ts(),
      hidden: true,
      ...rest,
    });
  const view = (kept: Kept, text: string): Json => ({
    type: "message",
    user: kept.user,
    text,
    ts: kept.ts,
    team: workspace.users.get(kept.user)?.teamId,
    ...(kept.threadTs === undefined ? {} : { thread_ts: kept.threadTs }),
  });

  return {
    id,
    async write(text, { channel = direct, thread } = {}) {
      const rest = { blocks: [], metadata: undefined, files: [], streamSinceMs: undefined };
      const kept = workspace.keep({ channel, threadTs: thread, user: id, text, shown: text, ...rest });
      if (channel === direct) workspace.channels.add(direct);
      for (const envelope of eventsOf(workspace, kept)) await line.event(envelope);
      return kept;
    },
    slash: (command, text, channel = direct) =>
      line.command({
        command,
        text,
        user_id: id,
        user_name: id,
        team_id: workspace.teamId,
        channel_id: channel,
        channel_name: channel === direct ? "directmessage" : "office",
        api_app_id: "A0APP",
        trigger_id: newTrigger(workspace),
        response_url: address(channel),
      }),
    press(on, label) {
      const buttons = on.blocks.flatMap((block) =>
        listOf(block["elements"]).map((element) => ({ element, block })),
      );
      const found = buttons.find(({ element }) =>
        JSON.stringify(element["text"] ?? "").includes(`"${label}"`),
      );
      if (found === undefined) throw new Error(`there is no button "${label}"`);
      const { type, action_id, value } = found.element;
      return act(on, { type, action_id, value, block_id: found.block["block_id"] });
    },
    feedback: (on, value) => act(on, { type: "feedback_buttons", action_id: "feedback", value }),
    edit(message, text) {
      const previous = view(message, message.text);
      message.text = text;
      message.shown = text;
      const edited = { user: id, ts: workspace.ts() };
      return changed(message, {
        subtype: "message_changed",
        message: { ...view(message, text), edited },
        previous_message: previous,
      });
    },
    remove(message) {
      workspace.messages.splice(workspace.messages.indexOf(message), 1);
      return changed(message, {
        subtype: "message_deleted",
        deleted_ts: message.ts,
        previous_message: view(message, message.text),
      });
    },
    stop: (thread) =>
      send({
        type: "agent_session_stopped",
        channel: thread.channel,
        user: id,
        thread_ts: thread.threadTs ?? thread.ts,
        streaming_message_ts: [],
        event_ts: workspace.ts(),
      }),
    shortcut: (callbackId, on) =>
      interaction(on.channel, {
        type: "message_action",
        callback_id: callbackId,
        action_ts: workspace.ts(),
        message_ts: on.ts,
        message: view(on, on.text),
      }),
  };
}
