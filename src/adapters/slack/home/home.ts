import type { Receive } from "../../../core/adapter.ts";
import type { IncomingMessage } from "../../../core/message.ts";
import type { Call } from "../api/calls.ts";
import type { LanguageOf } from "../etiquette/language.ts";
import { personOf } from "../etiquette/person.ts";
import type { SlackPerson } from "../etiquette/slack-person.ts";
import type { Click } from "../forms/open.ts";
import { directOf } from "../forms/place.ts";
import { viewAction, type ViewAction } from "../forms/shapes.ts";
import { authorOf } from "../normalize/said.ts";
import { envelope } from "../normalize/shapes.ts";
import type { People } from "../people.ts";
import type { Workspace } from "../workspace.ts";
import type { Forms } from "../forms/forms.ts";
import type { Answered } from "../forms/submit.ts";
import type { SettingsStore } from "./settings.ts";
import { homeMetadata, homeOpened } from "./shapes.ts";
import type { HomeFor } from "./source.ts";
import { AGENT, DRAFT, homeView, LANGUAGE, NONE, OPEN } from "./view.ts";

export interface HomeParts {
  readonly call: Call;
  readonly workspace: Workspace;
  readonly people: People;
  readonly languageOf: LanguageOf;
  readonly homeFor: HomeFor;
  readonly settings: SettingsStore;
  readonly forms: Forms | undefined;
  readonly now: () => number;
  readonly onProblem: (what: string, error: unknown) => void;
}

/** The app's own page, one for each person. */
export interface Home {
  /** Sees to a body that is about the page; null for every other one. */
  take(body: unknown, receive: Receive): Promise<Answered | null>;
  /** A turn of this person is over: what they see on the page may have changed. */
  turnOver(userId: string): void;
}

// whoever opened the page longer ago opens it anew before looking at it
const PAGES_KEPT = 1_000;

/** Pages are published when they are opened, after a choice, and after a turn of somebody who has one. */
export function createHome(parts: HomeParts): Home {
  const { workspace, call, languageOf, homeFor, settings, onProblem } = parts;
  const pages = new Map<string, { readonly channel: string; busy: Promise<void>; isStale: boolean }>();

  const draw = async (user: string, channel: string): Promise<void> => {
    const person = await personOf(parts, { id: user }, channel);
    const language = await languageOf(user, channel);
    const view = homeView(await homeFor(person, language), settings.read(user), language, channel);
    await call("views.publish", { user_id: user, view });
  };
  /** One at a time for each person, so that an older page never lands on a newer one. */
  const publish = (user: string, channel: string): void => {
    const page = pages.get(user) ?? { channel, busy: Promise.resolve(), isStale: false };
    pages.delete(user);
    pages.set(user, page);
    for (const [old] of pages) {
      if (pages.size <= PAGES_KEPT) break;
      pages.delete(old);
    }
    if (page.isStale) return;
    page.isStale = true;
    page.busy = page.busy.then(async () => {
      page.isStale = false;
      await draw(user, channel).catch((error: unknown) => onProblem("a home page is not up to date", error));
    });
  };

  return {
    async take(body, receive) {
      const enveloped = envelope.safeParse(body).data;
      const opened = homeOpened.safeParse(enveloped?.event).data;
      if (opened !== undefined) {
        // another workspace's page is none of ours
        if (enveloped?.team_id !== workspace.teamId) return null;
        publish(opened.user, opened.channel);
        return {};
      }
      const action = viewAction.safeParse(body).data;
      const pressed = action?.actions[0];
      if (action === undefined || pressed?.action_id.startsWith("home_") !== true) return null;
      const channel = channelIn(action);
      const person = await personOf(parts, action.user, channel);
      const { action_id: id, selected_option: chosen } = pressed;
      if (id === LANGUAGE || id === AGENT) choose(settings, person.userId, id, chosen?.value ?? NONE);
      if (id.startsWith(OPEN)) await receive(await opening(parts, action, person));
      if (id === DRAFT) await offer(parts, action, person);
      if (id !== DRAFT) publish(person.userId, channel);
      return {};
    },
    turnOver(userId) {
      const page = pages.get(userId);
      if (page !== undefined) publish(userId, page.channel);
    },
  };
}

function channelIn({ view }: ViewAction): string {
  try {
    return homeMetadata.parse(JSON.parse(view.private_metadata)).channel;
  } catch {
    // a page of another version
    return "";
  }
}

function choose(settings: SettingsStore, user: string, what: string, value: string): void {
  const before = settings.read(user);
  const chosen = value === NONE ? undefined : value;
  if (what === AGENT) return settings.keep(user, { ...before, agent: chosen });
  settings.keep(user, { ...before, language: chosen === "zh" || chosen === "en" ? chosen : undefined });
}

/** "Open" says its line in the person's own talk with the bot, where the answer appears. */
async function opening(parts: HomeParts, action: ViewAction, person: SlackPerson): Promise<IncomingMessage> {
  const [pressed] = action.actions;
  const conversation = await directOf(parts, person.userId);
  const text = pressed?.value ?? "";
  const nowMs = parts.now();
  return {
    id: `${conversation.id}:home:${action.trigger_id ?? pressed?.action_ts ?? nowMs}`,
    platform: "slack",
    account: person.account,
    kind: "action",
    surface: "direct",
    conversation,
    author: authorOf(person.userId, person.externalTenant),
    mentions: { self: true, all: false, ids: [], source: "implicit" },
    text,
    rawText: text,
    attachments: [],
    action: { id: pressed?.action_id ?? OPEN, value: text },
    locale: await parts.languageOf(person.userId, conversation.id),
    sentAtMs: nowMs,
    receivedAtMs: nowMs,
  };
}

async function offer(
  { forms, languageOf }: HomeParts,
  action: ViewAction,
  person: SlackPerson,
): Promise<void> {
  const { userId: user, channelId: channel } = person;
  if (!action.trigger_id || forms === undefined) return;
  const click: Click = { triggerId: action.trigger_id, user, channel };
  await forms.offer(click, person, await languageOf(user, channel));
}
