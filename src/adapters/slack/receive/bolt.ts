import type { Logger } from "@slack/bolt";
import { App } from "../library.ts";
import type { Answered } from "../forms/submit.ts";
import type { SlackOptions } from "../options.ts";
import { DEFAULT_API_URL } from "../options.ts";
import type { Workspace } from "../workspace.ts";
import { refuseFuture } from "./forged.ts";
import type { Inlet } from "./receiver.ts";

export interface BoltParts {
  readonly options: SlackOptions;
  readonly inlet: Inlet;
  readonly workspace: Workspace;
  readonly logger: Logger;
  readonly now: () => number;
  /** Our own step: what it rejects is not acknowledged. Resolves with an answer for what is no talk. */
  readonly take: (body: unknown) => Promise<Answered | null>;
}

const TIMEOUT_MS = 10_000;

/** Bolt behind the way in, with our step before it: Bolt acknowledges only what the step has stored. */
export function createBolt({
  options,
  inlet,
  workspace,
  logger,
  now,
  take,
}: BoltParts): InstanceType<typeof App> {
  const app = new App({
    receiver: inlet.receiver,
    logger,
    clientOptions: {
      slackApiUrl: options.apiUrl ?? DEFAULT_API_URL,
      timeout: TIMEOUT_MS,
      retryConfig: { retries: 2 },
      logger,
    },
    authorize: async () => ({
      botToken: options.botToken,
      botId: workspace.botId,
      botUserId: workspace.botUser,
      teamId: workspace.teamId,
    }),
  });
  // no listener of Bolt's is needed: what is stored, or none of ours, is acknowledged and done with
  app.processEvent = async (event) => {
    refuseFuture(event.customProperties?.["stamp"], now());
    const answer = await take(event.body);
    await event.ack(answer?.body);
  };
  app.error(async (error) => options.onProblem?.("Bolt failed", error));
  return app;
}
