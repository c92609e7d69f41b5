import type { Adapter, Receive } from "../../core/adapter.ts";
import { createCalls } from "./api/calls.ts";
import { quietLogger } from "./api/logger.ts";
import { createPace } from "./api/pace.ts";
import { createSend, type Send } from "./deliver/send.ts";
import { createStreams } from "./deliver/streams.ts";
import { DEFAULT_API_URL, pauseOn, SYSTEM_CLOCK, TIMING, type SlackOptions } from "./options.ts";
import { createFront } from "./front.ts";
import { createPeople } from "./people.ts";
import { createBolt } from "./receive/bolt.ts";
import { createInlet } from "./receive/receiver.ts";
import { createTaking } from "./receive/take.ts";
import { keepAlive } from "./receive/keep-alive.ts";
import { LIMITS, render } from "./render/render.ts";
import { createThreads } from "./threads.ts";
import { readWorkspace, type Workspace } from "./workspace.ts";

/** Slack as a platform. */
export interface SlackAdapter extends Adapter {
  /** `socket`, or the address it listens on; empty before it has started. */
  readonly url: string;
}

/**
 * Slack by Socket Mode where there is an app token, else by signed HTTP. Throws `config.invalid` for HTTP without
 * a signing secret; `start` throws it for a token that Slack does not take.
 */
export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { botToken, apiUrl = DEFAULT_API_URL, clock = SYSTEM_CLOCK, onProblem = () => undefined } = options;
  const timing = { ...TIMING, ...options.timing };
  const logger = quietLogger((what) => onProblem("Slack's library", what));
  const inlet = createInlet(options, logger);
  const calls = createCalls({ botToken, apiUrl, clock });
  const streams = createStreams({ calls, clock, timing, onProblem });
  const threads = createThreads(options.history);
  let known: Promise<Workspace> | undefined;
  let stopKeeping = (): void => undefined;
  let send: Send | undefined;

  const workspaceOf = (): Promise<Workspace> => (known ??= readWorkspace(calls.call));
  const { openFile } = options;
  const pace = createPace(timing.messageEveryMs, clock);
  const lookAgain = () => pauseOn(clock)(timing.lookAgainMs);
  const sender = async (): Promise<Send> => {
    const workspace = await workspaceOf();
    return (send ??= createSend({ calls, workspace, streams, pace, openFile, lookAgain, apiUrl }));
  };

  return {
    name: "slack",
    limits: LIMITS,
    render,
    get url() {
      return inlet.url;
    },
    async start(receive: Receive) {
      const workspace = await workspaceOf();
      const people = createPeople(calls.callNow, workspace, clock);
      const reader = { workspace, threads, people, now: clock.now };
      const front = createFront({ ...options, calls, workspace, people, apiUrl, clock, onProblem });
      const send = await sender();
      const taking = createTaking({ options, apiUrl, reader, receive, streams, calls, send, front });
      createBolt({ options, inlet, workspace, logger, now: clock.now, take: taking.take });
      await inlet.open();
      stopKeeping = keepAlive({ ...taking, options, clock, inlet, onProblem });
    },
    async send(delivery) {
      const bring = await sender();
      await bring(delivery);
      threads.spoke(delivery.message.conversation.key);
    },
    async stop() {
      stopKeeping();
      stopKeeping = () => undefined;
      await inlet.close();
    },
  };
}
