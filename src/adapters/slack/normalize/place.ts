import type { Conversation, Surface } from "../../../core/message.ts";
import type { Workspace } from "../workspace.ts";

/** Where something happened, in Slack's terms. */
export interface Where {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string | null | undefined;
  readonly channelType?: string | null | undefined;
  /** Typed into the older assistant pane. */
  readonly isPane?: boolean;
}

/** A message's id is its place and time: it is the same in every event that tells of it. */
export const messageId = (channel: string, ts: string): string => `${channel}:${ts}`;

export const isDirect = ({ channel, channelType }: Pick<Where, "channel" | "channelType">): boolean =>
  channelType === "im" || channel.startsWith("D");

/**
 * The conversation a message belongs to. In a channel a thread is a conversation. Alone with the bot all is one
 * talk, whether typed below an answer or beside it; only the older assistant pane keeps its threads apart.
 */
export function placeOf({ teamId }: Workspace, where: Where): Conversation {
  const { channel, ts, isPane = false } = where;
  const threadId = where.threadTs || ts;
  const direct = isDirect(where);
  const key = `slack:${teamId}:${channel}`;
  return {
    key: direct && !isPane ? key : `${key}:${threadId}`,
    id: channel,
    threadId,
    isGroup: !direct,
  };
}

/** The conversation of one person with the bot that only they see within a channel. */
export function asidePlace({ teamId }: Workspace, channel: string, user: string): Conversation {
  const direct = isDirect({ channel });
  const key = `slack:${teamId}:${channel}`;
  return { key: direct ? key : `${key}:${user}`, id: channel, isGroup: !direct };
}

export function surfaceOf(where: Where): Surface {
  if (where.isPane === true) return "agent_pane";
  if (isDirect(where)) return "direct";
  return where.threadTs && where.threadTs !== where.ts ? "thread" : "channel";
}

const MS = 1_000;

/** The time in a Slack timestamp, in ms; 0 for something else. */
export const msOf = (ts: string): number => Math.floor((Number.parseFloat(ts) || 0) * MS);
