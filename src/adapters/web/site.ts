import type { Receive } from "../../core/adapter.ts";
import type { Hub } from "./hub.ts";
import type { Every, WebSources } from "./options.ts";

/** What the routes share with the adapter around them. */
export interface Site {
  readonly sources: WebSources;
  readonly hub: Hub;
  readonly account: string;
  readonly hosts: readonly string[];
  readonly now: () => number;
  readonly every: Every;
  /** Hears of every failure that nobody foresaw. */
  readonly onError: (error: unknown) => void;
  /** Null while nothing is taken in. */
  receive: Receive | null;
  /** Ends of the event streams that are open. */
  readonly streams: Set<() => void>;
}
