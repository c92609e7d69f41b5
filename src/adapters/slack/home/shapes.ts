import { z } from "zod";

/** Somebody opened the home page; Slack names their own talk with the bot along with it. */
export const homeOpened = z.object({
  type: z.literal("app_home_opened"),
  tab: z.literal("home"),
  user: z.string().min(1),
  channel: z.string().default(""),
});

/** What travels with the page. */
export const homeMetadata = z.object({ channel: z.string().default("") });
