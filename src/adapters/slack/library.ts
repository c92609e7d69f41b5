import { createRequire } from "node:module";
import type * as Bolt from "@slack/bolt";

// a CommonJS package: Node does not see all of its names, and bundlers see them differently
const bolt: typeof Bolt = createRequire(import.meta.url)("@slack/bolt");

/** Bolt and the Web API client it comes with. */
export const { App, HTTPReceiver, SocketModeReceiver, LogLevel, webApi } = bolt;
