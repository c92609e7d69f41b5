import type { Receive } from "../../../core/adapter.ts";
import type { Language } from "../../../core/language.ts";
import type { Call } from "../api/calls.ts";
import type { LanguageOf } from "../etiquette/language.ts";
import { personOf } from "../etiquette/person.ts";
import type { SlackPerson } from "../etiquette/slack-person.ts";
import type { People } from "../people.ts";
import type { Workspace } from "../workspace.ts";
import { messageOf } from "./message.ts";
import { readOpening, type Opening } from "./opening.ts";
import { placeFor, type Roots } from "./place.ts";
import type { Submission } from "./shapes.ts";
import type { Form, FormSource } from "./source.ts";
import { chosenIn, readValues, wordsIn } from "./values.ts";
import { CHOICE, FORM, formView, noticeView, TOLD, WHERE, WHICH, type View } from "./views.ts";
import { WORDS } from "./words.ts";

/** What the acknowledgement of an interaction says; without a body it only says that it arrived. */
export interface Answered {
  readonly body?:
    | { readonly response_action: "clear" }
    | { readonly response_action: "push" | "update"; readonly view: View }
    | { readonly response_action: "errors"; readonly errors: Readonly<Record<string, string>> };
}

export interface SubmitParts {
  readonly call: Call;
  readonly workspace: Workspace;
  readonly people: People;
  readonly languageOf: LanguageOf;
  readonly source: FormSource;
  readonly roots: Roots;
  readonly now: () => number;
  readonly onProblem: (what: string, error: unknown) => void;
}

interface Filled {
  readonly sent: Submission;
  readonly form: Form;
  readonly from: Opening;
  readonly person: SlackPerson;
  readonly language: Language;
}

/** Reads a modal that was sent off; null for a modal that is none of ours. */
export async function submitted(
  parts: SubmitParts,
  sent: Submission,
  receive: Receive,
): Promise<Answered | null> {
  const { view, user } = sent;
  if (view.callback_id !== CHOICE && view.callback_id !== FORM) return null;
  const from = readOpening(view.private_metadata);
  const language = await parts.languageOf(user.id, from?.channel ?? "");
  const isChoice = view.callback_id === CHOICE;
  const id = isChoice ? chosenIn(view.state.values, WHICH) : from?.form;
  const form = id === undefined || id === "" ? null : await parts.source.form(id);
  if (from === null || form === null) return show("update", noticeView(WORDS.old[language], language));
  if (isChoice) return show("push", formView(form, from, language, wordsIn(view.state.values, TOLD)));
  const person = await personOf(parts, user, from.channel);
  return keep(parts, { sent, form, from, person, language }, receive);
}

/** Keeps a form that was filled in, as one message; what is wrong is said beside its field. */
async function keep(
  parts: SubmitParts,
  { sent, form, from, person, language }: Filled,
  receive: Receive,
): Promise<Answered> {
  const { view } = sent;
  const { values } = view.state;
  const { lines, errors } = readValues(form.fields, values, parts.source.faultOf, language);
  if (Object.keys(errors).length > 0) return fault(errors);
  const isDirect = chosenIn(values, WHERE) !== "thread";
  try {
    const name = view.root_view_id ?? view.id;
    const wish = { isDirect, user: person.userId, view: name, form: form.name };
    const conversation = await placeFor(parts, from, wish);
    if (conversation === "not here") return fault({ [WHERE]: WORDS.notHere[language] });
    const id = `${conversation.id}:form:${name}`;
    const message = messageOf({ id, form: form.id, lines, told: wordsIn(values, TOLD) }, person, {
      conversation,
      language,
      nowMs: parts.now(),
    });
    await receive(message);
    return { body: { response_action: "clear" } };
  } catch (error) {
    parts.onProblem("a form could not be stored", error);
    // the person has it all on the screen still
    return fault({ [TOLD]: WORDS.notKept[language] });
  }
}

const show = (how: "push" | "update", view: View): Answered => ({ body: { response_action: how, view } });
const fault = (errors: Readonly<Record<string, string>>): Answered => ({
  body: { response_action: "errors", errors },
});
