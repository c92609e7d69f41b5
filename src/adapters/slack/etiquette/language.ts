import { z } from "zod";
import type { Language } from "../../../core/language.ts";
import type { Call } from "../api/calls.ts";
import type { SettingsStore } from "../home/settings.ts";
import type { Clock } from "../options.ts";
import type { RoomsOf } from "./rooms.ts";

/** The language to speak to somebody who has not written any words yet. */
export type LanguageOf = (userId: string, channelId: string) => Promise<Language>;

const answer = z.object({ user: z.object({ locale: z.string().nullish() }) });

// somebody who changes Slack's language sees it here within this
const TRUSTED_MS = 60 * 60_000;
const PEOPLE_KEPT = 5_000;

/** What the person chose, else what the channel's language is, else what Slack is set to, else Chinese. */
export function createLanguageOf(parts: {
  readonly call: Call;
  readonly clock: Clock;
  readonly settings: SettingsStore | undefined;
  readonly rooms: RoomsOf;
}): LanguageOf {
  const { call, clock, settings, rooms } = parts;
  const known = new Map<string, { readonly language: Promise<Language>; readonly untilMs: number }>();

  const ask = async (user: string): Promise<Language> => {
    try {
      const given = answer.parse(await call("users.info", { user, include_locale: true }));
      return given.user.locale?.startsWith("en") === true ? "en" : "zh";
    } catch {
      // a courtesy, not a right: asked again next time
      known.delete(user);
      return "zh";
    }
  };
  const bySlack = (user: string): Promise<Language> => {
    const before = known.get(user);
    if (before !== undefined && clock.now() < before.untilMs) return before.language;
    const language = ask(user);
    known.set(user, { language, untilMs: clock.now() + TRUSTED_MS });
    for (const [old] of known) {
      if (known.size <= PEOPLE_KEPT) break;
      known.delete(old);
    }
    return language;
  };

  return async (userId, channelId) =>
    settings?.read(userId).language ?? rooms(channelId)?.language ?? (await bySlack(userId));
}
