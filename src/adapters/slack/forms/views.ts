import type { Language } from "../../../core/language.ts";
import type { Block } from "../render/blocks.ts";
import { fieldBlocks, firstOf, input, isTooLong, option, plain, select, textBox } from "./elements.ts";
import { isInChannel, written, type Opening } from "./opening.ts";
import type { Form, FormName } from "./source.ts";
import { WORDS } from "./words.ts";

/** A view as Slack takes it, as JSON. */
export type View = Readonly<Record<string, unknown>>;

/** Ids of our own modals. */
export const CHOICE = "report_choice";
export const FORM = "report_form";
/** Blocks that are no field of a document: no field's name begins like this. */
export const WHICH = "~which";
export const WHERE = "~where";
export const TOLD = "~told";

// Slack's limits for a modal
const MAX_TITLE = 24;
const MAX_BLOCKS = 100;
/** Blocks beside the fields: two headings, what else is told, the place, the note that something was cut off. */
const OTHER_BLOCKS = 5;

/** Asks which document it shall be; `words` go on into the form. */
export function choiceView(
  forms: readonly FormName[],
  from: Opening,
  language: Language,
  words: string,
): View {
  const options = forms.map(({ id, name }) => option(name[language], id));
  const which = select(options, WORDS.choose[language]);
  return modal(CHOICE, WORDS.title[language], from, language, {
    submit: WORDS.next[language],
    close: WORDS.cancel[language],
    blocks: [
      input(WHICH, WORDS.which[language], which, { isOptional: false }),
      ...(words === "" ? [] : toldBlocks(words, language)),
    ],
  });
}

/** The form of one document: what it needs first, the rest below. */
export function formView(form: Form, from: Opening, language: Language, words: string): View {
  const needed = form.fields.filter(({ required }) => required);
  const other = form.fields.filter(({ required }) => !required);
  const blocksOf = (fields: Form["fields"]): readonly Block[] =>
    fields.flatMap((field) => fieldBlocks(field, language));
  const fields = [
    ...headed(WORDS.needed[language], blocksOf(needed)),
    ...headed(WORDS.other[language], blocksOf(other)),
  ].slice(0, MAX_BLOCKS - OTHER_BLOCKS);
  return modal(FORM, form.name[language], { ...from, form: form.id }, language, {
    submit: WORDS.send[language],
    close: WORDS.back[language],
    blocks: [...toldBlocks(words, language), ...fields, ...whereBlocks(from, language)],
  });
}

/** One line, and nothing to send off. */
export const noticeView = (line: string, language: Language): View => ({
  type: "modal",
  title: plain(WORDS.title[language], MAX_TITLE),
  close: plain(WORDS.close[language], MAX_TITLE),
  blocks: [{ type: "section", text: plain(line) }],
});

const headed = (head: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [{ type: "section", text: { type: "mrkdwn", text: head } }, ...blocks];

function toldBlocks(words: string, language: Language): readonly Block[] {
  const note = isTooLong(words)
    ? [{ type: "context", elements: [{ type: "mrkdwn", text: WORDS.cut[language] }] }]
    : [];
  const hint = WORDS.toldHint[language];
  return [input(TOLD, WORDS.told[language], textBox(true, words), { hint }), ...note];
}

/** In a channel the person says who may watch; a message's own thread is meant unless they say otherwise. */
function whereBlocks(from: Opening, language: Language): readonly Block[] {
  if (!isInChannel(from)) return [];
  const thread = option(WORDS.inThread[language], "thread");
  const direct = option(WORDS.inDirect[language], "direct");
  const initial = from.thread === undefined ? direct : thread;
  const element = {
    ...select([thread, direct], WORDS.choose[language]),
    initial_option: initial,
  };
  return [input(WHERE, WORDS.where[language], element, { isOptional: false })];
}

interface Rest {
  readonly submit: string;
  readonly close: string;
  readonly blocks: readonly Block[];
}

const modal = (
  callbackId: string,
  title: string,
  from: Opening,
  language: Language,
  { submit, close, blocks }: Rest,
): View => ({
  type: "modal",
  callback_id: callbackId,
  title: plain(title.length <= MAX_TITLE ? title : firstOf(WORDS.title[language], MAX_TITLE), MAX_TITLE),
  submit: plain(submit, MAX_TITLE),
  close: plain(close, MAX_TITLE),
  private_metadata: written(from),
  blocks,
});
