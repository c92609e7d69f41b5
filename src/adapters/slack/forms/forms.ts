import type { Receive } from "../../../core/adapter.ts";
import type { Language } from "../../../core/language.ts";
import type { Call } from "../api/calls.ts";
import type { LanguageOf } from "../etiquette/language.ts";
import { personOf } from "../etiquette/person.ts";
import type { SlackPerson } from "../etiquette/slack-person.ts";
import { messageShortcut, slash } from "../normalize/shapes.ts";
import { readWords } from "../normalize/text.ts";
import type { People } from "../people.ts";
import type { Workspace } from "../workspace.ts";
import { openView, type Click, type OpenParts } from "./open.ts";
import type { Opening } from "./opening.ts";
import type { Roots } from "./place.ts";
import { submission } from "./shapes.ts";
import type { FormName, FormSource } from "./source.ts";
import { submitted, type Answered } from "./submit.ts";
import { choiceView, formView } from "./views.ts";

export interface FormsParts extends OpenParts {
  readonly call: Call;
  readonly workspace: Workspace;
  readonly people: People;
  readonly languageOf: LanguageOf;
  readonly source: FormSource;
  readonly now: () => number;
}

/** Forms of documents in Slack's modals. */
export interface Forms {
  /**
   * Sees to a body that is about a form: opens one, or reads one that was sent off. Null for every other body, and
   * for people who may not draft: their words go the usual way and get the usual answer.
   */
  take(body: unknown, receive: Receive): Promise<Answered | null>;
  /** Opens the choice of documents for a click elsewhere. */
  offer(click: Click, person: SlackPerson, language: Language): Promise<void>;
}

// what opens a form: the command with nothing but the name of a document, and the shortcut on a message
const COMMAND = "/report";
const SHORTCUT = "draft_from_message";

export function createForms(parts: FormsParts): Forms {
  const { workspace, languageOf, source } = parts;
  const roots: Roots = new Map();

  const open = async (
    click: Click,
    from: Opening,
    { forms, words, language }: { forms: readonly FormName[]; words: string; language: Language },
  ): Promise<void> => {
    const [only] = forms.length === 1 ? forms : [];
    const form = only === undefined ? null : await source.form(only.id);
    const view =
      form === null ? choiceView(forms, from, language, words) : formView(form, from, language, words);
    await openView(parts, click, view, language);
  };

  const bySlash = async (body: unknown): Promise<Answered | null> => {
    const given = slash.safeParse(body).data;
    if (given?.command.toLowerCase() !== COMMAND) return null;
    const { user_id, team_id, channel_id, trigger_id, response_url: address } = given;
    const named = given.text.trim().toLowerCase();
    const person = await personOf(parts, { id: user_id, team_id }, channel_id);
    const forms = (await source.forms(person)).filter(
      ({ id, name }) => named === "" || [id, name.zh, name.en.toLowerCase()].includes(named),
    );
    // words beside the name of a document are facts, and go to the desk as they are
    if (forms.length === 0) return null;
    const language = await languageOf(user_id, channel_id);
    const click = { triggerId: trigger_id, user: user_id, channel: channel_id, address };
    await open(click, { channel: channel_id }, { forms, words: "", language });
    return {};
  };

  const byShortcut = async (body: unknown): Promise<Answered | null> => {
    const given = messageShortcut.safeParse(body).data;
    if (given?.callback_id !== SHORTCUT || !given.trigger_id) return null;
    const { user, channel, message, response_url: address } = given;
    const person = await personOf(parts, user, channel.id);
    const forms = await source.forms(person);
    if (forms.length === 0) return null;
    const language = await languageOf(user.id, channel.id);
    const click = { triggerId: given.trigger_id, user: user.id, channel: channel.id, address };
    const from = { channel: channel.id, thread: message.thread_ts || message.ts };
    const { text: words } = readWords(message.text ?? "", workspace.botUser);
    await open(click, from, { forms, words, language });
    return {};
  };

  return {
    async take(body, receive) {
      const sent = submission.safeParse(body).data;
      if (sent !== undefined) return submitted({ ...parts, roots }, sent, receive);
      return (await bySlash(body)) ?? byShortcut(body);
    },
    async offer(click, person, language) {
      const forms = await source.forms(person);
      await open(click, { channel: person.channelId }, { forms, words: "", language });
    },
  };
}
