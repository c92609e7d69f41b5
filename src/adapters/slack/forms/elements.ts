import type { Language } from "../../../core/language.ts";
import type { Block } from "../render/blocks.ts";
import type { FormField } from "./source.ts";
import { WORDS } from "./words.ts";

/** The one element of every input has this id: the block is the field. */
export const VALUE = "value";
/** Ends the block id of the second half of a span. */
export const TO = "~to";

// the limits of Slack's block reference
const MAX_INPUT_CHARS = 3_000;
const MAX_LABEL = 200;
const MAX_OPTION = 75;
const MAX_OPTIONS = 100;

/** The first characters of a text, whole ones. */
export const firstOf = (text: string, count: number): string => {
  let kept = "";
  for (const sign of text) {
    if (kept.length + sign.length > count) break;
    kept += sign;
  }
  return kept;
};

export const plain = (text: string, max = MAX_LABEL): Block => ({
  type: "plain_text",
  text: firstOf(text, max),
});

export const option = (label: string, value: string): Block => ({ text: plain(label, MAX_OPTION), value });

export const select = (options: readonly Block[], placeholder: string): Block => ({
  type: "static_select",
  action_id: VALUE,
  placeholder: plain(placeholder, MAX_OPTION * 2),
  options: options.slice(0, MAX_OPTIONS),
});

/** An input block; nothing in these forms must be filled in, since the desk asks for what is missing. */
export const input = (
  blockId: string,
  label: string,
  element: Block,
  more: { readonly hint?: string | undefined; readonly isOptional?: boolean } = {},
): Block => ({
  type: "input",
  block_id: blockId,
  label: plain(label),
  element,
  optional: more.isOptional ?? true,
  ...(more.hint ? { hint: plain(more.hint) } : {}),
});

/** Room for words, as many as Slack takes. */
export const textBox = (isLong: boolean, initial = ""): Block => ({
  type: "plain_text_input",
  action_id: VALUE,
  multiline: isLong,
  max_length: MAX_INPUT_CHARS,
  ...(initial === "" ? {} : { initial_value: firstOf(initial, MAX_INPUT_CHARS) }),
});

/** True when a text does not go whole into one box. */
export const isTooLong = (text: string): boolean => text.length > MAX_INPUT_CHARS;

/** The input blocks of a field: one, or two for a span. */
export function fieldBlocks(field: FormField, language: Language): readonly Block[] {
  const { name, kind } = field;
  const label = field.label[language];
  const hint = field.ask?.[language];
  if (kind === "span") {
    const edge = (end: "from" | "to"): string => `${label} · ${WORDS[end][language]}`;
    const time = { type: "datetimepicker", action_id: VALUE };
    return [input(name, edge("from"), time, { hint }), input(`${name}${TO}`, edge("to"), time)];
  }
  const unit = field.unit === undefined ? "" : `（${field.unit}）`;
  const lines = kind === "lines" ? WORDS.lines[language] : undefined;
  return [input(name, `${label}${unit}`, elementOf(field, language), { hint: hint ?? lines })];
}

function elementOf({ kind, choices }: FormField, language: Language): Block {
  switch (kind) {
    case "date":
      return { type: "datepicker", action_id: VALUE };
    case "moment":
      return { type: "datetimepicker", action_id: VALUE };
    case "number":
      return { type: "number_input", action_id: VALUE, is_decimal_allowed: true };
    case "answer":
      return {
        type: "radio_buttons",
        action_id: VALUE,
        options: [option(WORDS.yes[language], "yes"), option(WORDS.no[language], "no")],
      };
    case "choice":
      return select(
        choices.map(({ value, label }) => option(label[language], value)),
        WORDS.choose[language],
      );
    default:
      return textBox(kind === "lines");
  }
}
