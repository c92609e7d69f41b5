import { createSlackAdapter, type SlackAdapter } from "../../../src/adapters/slack/adapter.ts";
import type { SlackOptions, TalkLine, Timing } from "../../../src/adapters/slack/options.ts";
import type { Receive } from "../../../src/core/adapter.ts";
import type { IncomingMessage } from "../../../src/core/message.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../../fakes/slack-delivery.ts";
import { httpLine, person, socketLine, type Line, type Person } from "../../fakes/slack-people.ts";
import { startFakeSlack, type FakeSlack, type FakeSlackOptions } from "../../fakes/slack-server.ts";

/** Everything at once: the tests of pace have a clock of their own. */
export const AT_ONCE: Partial<Timing> = {
  messageEveryMs: 0,
  lookAgainMs: 0,
  statusAfterMs: 60_000,
  streamAfterMs: 0,
  appendEveryMs: 0,
  editEveryMs: 0,
  reconnectMs: 100,
};

export const OFFICE = "C0OFFICE";

export interface SlackStage {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly line: Line;
  readonly received: IncomingMessage[];
  readonly problems: string[];
  /** Resolves with the next thing the adapter complains of. */
  nextProblem(): Promise<string>;
  person(id: string, more?: Parameters<typeof person>[3]): Person;
  /** Starts taking messages in; each is kept in `received` unless another way is given. */
  start(receive?: Receive): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions extends Partial<SlackOptions>, FakeSlackOptions {
  readonly transport?: "http" | "socket";
  readonly talks?: Readonly<Record<string, readonly TalkLine[]>>;
}

/** The real adapter before a fake Slack with an office channel. */
export async function openStage(options: StageOptions = {}): Promise<SlackStage> {
  const { transport = "http", talks = {}, scopes, historyLagMs, ...more } = options;
  const slack = await startFakeSlack({
    ...(scopes === undefined ? {} : { scopes }),
    ...(historyLagMs === undefined ? {} : { historyLagMs }),
  });
  slack.workspace.channels.add(OFFICE);
  const received: IncomingMessage[] = [];
  const problems: string[] = [];
  let problem = Promise.withResolvers<string>();
  const adapter = createSlackAdapter({
    botToken: BOT_TOKEN,
    ...(transport === "socket" ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET }),
    port: 0,
    apiUrl: slack.apiUrl,
    history: async (key) => talks[key] ?? [],
    openFile: async () => null,
    onProblem(what, error) {
      problems.push(`${what}: ${String(error)}`);
      problem.resolve(`${what}: ${String(error)}`);
      problem = Promise.withResolvers();
    },
    ...more,
    timing: { ...AT_ONCE, ...more.timing },
  });
  const line = transport === "socket" ? socketLine(slack) : httpLine(() => adapter.url);
  const seen = new Set<string>();
  const keep: Receive = async (message) => {
    if (seen.has(message.id)) return "duplicate";
    seen.add(message.id);
    received.push(message);
    return "stored";
  };
  return {
    slack,
    adapter,
    line,
    received,
    problems,
    nextProblem: () => problem.promise,
    person: (id, details) => person(slack, line, id, details),
    start: (receive) => adapter.start(receive ?? keep),
    async close() {
      await adapter.stop();
      await slack.stop();
    },
  };
}
