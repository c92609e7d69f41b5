import { z } from "zod";
import { BotError } from "../../core/errors.ts";
import type { Call } from "./api/calls.ts";
import { refusalOf } from "./api/refusal.ts";

/** The bot's own account, as Slack names it. */
export interface Workspace {
  readonly teamId: string;
  readonly enterpriseId?: string | undefined;
  readonly botUser: string;
  readonly botId: string;
}

const answer = z.object({
  team_id: z.string().min(1),
  enterprise_id: z.string().nullish(),
  user_id: z.string().min(1),
  bot_id: z.string().min(1),
});

/** Who we are, by auth.test. Throws `config.invalid` for a token that Slack does not take or that is no bot's. */
export async function readWorkspace(call: Call): Promise<Workspace> {
  const given = await call("auth.test", {}).catch((error: unknown) => {
    const { error: reason, isCertain } = refusalOf(error);
    throw isCertain ? refused(reason, error) : unreachable(reason, error);
  });
  const parsed = answer.safeParse(given);
  if (!parsed.success) throw refused("not_a_bot_token", parsed.error);
  const { team_id, enterprise_id, user_id, bot_id } = parsed.data;
  return { teamId: team_id, enterpriseId: enterprise_id ?? undefined, botUser: user_id, botId: bot_id };
}

function unreachable(reason: string, cause: unknown): BotError {
  return new BotError("config.invalid", `Slack cannot be reached: ${reason}`, {
    forUser: { zh: `连不上 Slack：${reason}。`, en: `Slack cannot be reached: ${reason}.` },
    field: "SLACK_API_URL",
    remedy: "check the network and SLACK_API_URL, or unset SLACK_BOT_TOKEN to start without Slack",
    cause,
  });
}

function refused(reason: string, cause: unknown): BotError {
  return new BotError("config.invalid", `Slack does not take SLACK_BOT_TOKEN: ${reason}`, {
    forUser: {
      zh: `Slack 没有接受 SLACK_BOT_TOKEN：${reason}。`,
      en: `Slack does not take SLACK_BOT_TOKEN: ${reason}.`,
    },
    field: "SLACK_BOT_TOKEN",
    remedy:
      "copy the Bot User OAuth Token (xoxb-…) from the app's page, and check SLACK_API_URL and the network",
    cause,
  });
}
