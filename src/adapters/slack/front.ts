import { z } from "zod";
import type { Receive } from "../../core/adapter.ts";
import type { IncomingMessage } from "../../core/message.ts";
import type { Calls } from "./api/calls.ts";
import { createLanguageOf } from "./etiquette/language.ts";
import { createForms } from "./forms/forms.ts";
import type { Answered } from "./forms/submit.ts";
import type { FrontSources } from "./front-sources.ts";
import { createHome } from "./home/home.ts";
import type { SettingsStore } from "./home/settings.ts";
import type { Clock } from "./options.ts";
import type { People } from "./people.ts";
import type { Workspace } from "./workspace.ts";

export interface FrontParts extends FrontSources {
  readonly calls: Calls;
  readonly workspace: Workspace;
  readonly people: People;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly onProblem: (what: string, error: unknown) => void;
}

/** All of Slack that is no talk: forms, the home page, what people and rooms have settled. */
export interface Front {
  /** Sees to a body that is no talk; null for every other one. What it rejects must not be acknowledged. */
  take(body: unknown, receive: Receive): Promise<Answered | null>;
  /** The message in the language that its author or its room has settled on. */
  settled(message: IncomingMessage): IncomingMessage;
  /** A turn is over. */
  turnOver(message: IncomingMessage): void;
}

const NO_SETTINGS: SettingsStore = { read: () => ({}), keep: () => undefined };

const event = z.object({ event: z.object({ type: z.string() }) });

/** Told cheaply: a burst of messages need not be tried as forms one by one. */
const isTalk = (body: unknown): boolean =>
  event.safeParse(body).data?.event.type.startsWith("app_home") === false;

export function createFront(parts: FrontParts): Front {
  const { calls, workspace, people, apiUrl, clock, onProblem } = parts;
  const { settings, rooms = () => undefined, homeFor } = parts;
  const languageOf = createLanguageOf({ call: calls.callNow, clock, settings, rooms });
  const shared = { call: calls.call, workspace, people, languageOf, onProblem, now: clock.now };
  const forms =
    parts.forms && createForms({ ...shared, source: parts.forms, callNow: calls.callNow, apiUrl });
  const home = homeFor && createHome({ ...shared, homeFor, settings: settings ?? NO_SETTINGS, forms });

  return {
    async take(body, receive) {
      if (isTalk(body)) return null;
      return (await forms?.take(body, receive)) ?? (await home?.take(body, receive)) ?? null;
    },
    settled(message) {
      const chosen = settings?.read(message.author.id).language;
      const locale = chosen ?? message.locale ?? rooms(message.conversation.id)?.language;
      return locale === undefined ? message : { ...message, locale };
    },
    turnOver: ({ author }) => home?.turnOver(author.id),
  };
}
