import type { Delivery } from "../../../core/adapter.ts";
import type { Calls } from "../api/calls.ts";
import type { Pace } from "../api/pace.ts";
import type { SlackSources } from "../options.ts";
import type { Workspace } from "../workspace.ts";
import type { Streams } from "./streams.ts";

/** What bringing a piece out takes. */
export interface DeliverParts {
  readonly calls: Calls;
  readonly workspace: Workspace;
  readonly streams: Streams;
  readonly pace: Pace;
  readonly openFile: SlackSources["openFile"];
  readonly lookAgain: () => Promise<void>;
  /** Where Slack's own addresses may lie: the API's host beside Slack's. */
  readonly apiUrl: string;
}

/** Where a piece goes. */
export interface Place {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** The place a message was said in. */
export const placeIn = ({ message }: Delivery): Place => ({
  channel: message.conversation.id,
  thread: message.conversation.threadId,
});
