import { z } from "zod";
import { VALUE_SCHEMAS } from "../../documents/facts/kinds.ts";
import type { Facts } from "../../documents/facts/fact.ts";
import type { Field } from "../../documents/types/document-type.ts";
import { Vault } from "../../privacy/vault.ts";
import type { Session } from "../talk/session.ts";
import type { AskedField, ReadValue } from "../writer.ts";
import { heard, type Heard } from "./heard.ts";

const NOTHING: Heard = { facts: {}, dropped: [] };

/** What a model reads out of a message for these fields, as far as it stands; nothing without a model. */
export async function readByModel(
  { desk, turn }: Session,
  said: { readonly text: string; readonly ref: string },
  fields: readonly Field[],
): Promise<Heard> {
  if (desk.writer === null || fields.length === 0) return NOTHING;
  const vault = new Vault();
  const values = await desk.writer.read({
    text: vault.mask(said.text).masked,
    fields: fields.map(asked),
    today: turn.today,
    language: turn.language,
    signal: turn.signal,
  });
  if (values === null) return NOTHING;
  return heard(
    values.map((value) => whole(value, vault)),
    { ...said, today: turn.today },
    fields,
  );
}

const asked = ({ name, label, kind, choices }: Field): AskedField => ({
  name,
  label: label.zh,
  kind,
  form: choices.length > 0 ? choices.join(" / ") : formOf(kind),
});

const formOf = (kind: Field["kind"]): string =>
  JSON.stringify(z.toJSONSchema(VALUE_SCHEMAS[kind], { unrepresentable: "any" }));

/** The tokens of masked numbers turned back into the numbers. */
const whole = ({ name, value, words }: ReadValue, vault: Vault): ReadValue => ({
  name,
  value: restored(value, vault),
  words: vault.restore(words, "full"),
});

function restored(value: unknown, vault: Vault): unknown {
  if (typeof value === "string") return vault.restore(value, "full");
  if (Array.isArray(value)) return value.map((each) => restored(each, vault));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, restored(each, vault)]));
}

/** Fields that have no value yet and that a model may fill. */
export const unread = (fields: readonly Field[], ...facts: readonly Facts[]): readonly Field[] =>
  fields.filter(({ name }) => facts.every((each) => !(name in each)));
