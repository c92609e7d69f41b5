import { z } from "zod";

const id = z.string().min(1);
const maybe = z.string().nullish();

const file = z.object({
  id: maybe,
  name: maybe,
  mimetype: maybe,
  size: z.number().nullish(),
  url_private_download: maybe,
});
export type SlackFile = z.output<typeof file>;

const said = z.object({
  user: maybe,
  bot_id: maybe,
  text: z.string().nullish(),
  ts: id,
  thread_ts: maybe,
  team: maybe,
  user_team: maybe,
  source_team: maybe,
  subtype: maybe,
  files: z.array(file).nullish(),
  edited: z.object({ ts: id }).nullish(),
  /** There for words typed into the older assistant pane, where each thread is a talk of its own. */
  assistant_thread: z.unknown().optional(),
  /** What the person is looking at. */
  app_context: z
    .object({ entities: z.array(z.object({ type: z.string(), id: z.string().nullish() })).nullish() })
    .nullish(),
});
export type Said = z.output<typeof said>;

const inChannel = { channel: id, channel_type: maybe, event_ts: maybe };

/** Something that was said. */
export const saidEvent = said.extend({ type: z.enum(["message", "app_mention"]), ...inChannel });
export type SaidEvent = z.output<typeof saidEvent>;

/** Something that was said is now worded differently. */
export const changedEvent = z.object({
  ...inChannel,
  type: z.literal("message"),
  subtype: z.literal("message_changed"),
  message: said,
  previous_message: said.nullish(),
});
export type ChangedEvent = z.output<typeof changedEvent>;

/** Something that was said was taken back. */
export const deletedEvent = z.object({
  ...inChannel,
  type: z.literal("message"),
  subtype: z.literal("message_deleted"),
  deleted_ts: id,
  previous_message: said.nullish(),
});
export type DeletedEvent = z.output<typeof deletedEvent>;

/** The stop button of a streaming answer. */
export const stoppedEvent = z.object({
  type: z.literal("agent_session_stopped"),
  channel: id,
  user: id,
  thread_ts: id,
  event_ts: maybe,
});
export type StoppedEvent = z.output<typeof stoppedEvent>;

/** An empty pane was opened: the newer messages tab, or a thread of the older one. */
export const openedEvent = z.union([
  z.object({ type: z.literal("app_home_opened"), tab: z.literal("messages"), channel: id }),
  z.object({
    type: z.literal("assistant_thread_started"),
    assistant_thread: z.object({ channel_id: id, thread_ts: id }),
  }),
]);

/** The envelope of the Events API. */
export const envelope = z.object({
  type: z.literal("event_callback"),
  team_id: maybe,
  event_id: id,
  event: z.looseObject({ type: z.string() }),
  authorizations: z.array(z.object({ team_id: maybe })).nullish(),
});

/** A slash command. */
export const slash = z.object({
  command: z.string().startsWith("/"),
  text: z.string().default(""),
  user_id: id,
  team_id: maybe,
  channel_id: id,
  trigger_id: id,
  response_url: z.string().optional(),
});
export type Slash = z.output<typeof slash>;

const actor = z.object({ id, team_id: maybe });

/** A button or the feedback buttons. */
export const pressed = z.object({
  type: z.literal("block_actions"),
  user: actor,
  container: z.object({
    message_ts: maybe,
    channel_id: maybe,
    thread_ts: maybe,
    is_ephemeral: z.boolean().nullish(),
  }),
  message: z.object({ ts: id, thread_ts: maybe }).nullish(),
  actions: z
    .array(
      z.object({ action_id: z.string(), type: z.string(), value: z.string().nullish(), action_ts: maybe }),
    )
    .min(1),
  trigger_id: maybe,
  response_url: z.string().nullish(),
});
export type Pressed = z.output<typeof pressed>;

/** A shortcut in the menu of a message. */
export const messageShortcut = z.object({
  type: z.literal("message_action"),
  callback_id: z.string(),
  action_ts: id,
  user: actor,
  channel: z.object({ id }),
  message: z.object({ text: z.string().nullish(), ts: id, thread_ts: maybe }),
  trigger_id: maybe,
  response_url: z.string().nullish(),
});
export type MessageShortcut = z.output<typeof messageShortcut>;
