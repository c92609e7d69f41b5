import { z } from "zod";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";
import type { DocumentType, Field } from "./document-type.ts";

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The form of the facts of a type as JSON Schema: what `draft TYPE --schema` prints.
 *
 * `required` lists what is always required; a field that is required at times says when under `x-required-when`.
 */
export function factsSchema(type: DocumentType): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${type.name.zh} ${type.name.en}`,
    description: `${type.purpose.zh} ${type.purpose.en}`,
    type: "object",
    properties: Object.fromEntries(type.fields.map((field) => [field.name, propertyOf(field)])),
    required: type.fields.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  };
}

function propertyOf(field: Field): JsonSchema {
  const { label, anchor, ask, kind, choices, choice_words, required, scope, parts } = field;
  const { $schema: _, ...form } = z.toJSONSchema(VALUE_SCHEMAS[kind], { io: "input" });
  const description = [ask?.zh, ask?.en, anchor].filter(Boolean).join(" ");
  return {
    title: `${label.zh} ${label.en}`,
    ...(description === "" ? {} : { description }),
    ...form,
    ...(choices.length === 0 ? {} : { enum: choices }),
    ...(Object.keys(choice_words).length === 0 ? {} : { "x-choice-words": choice_words }),
    "x-kind": kind,
    "x-scope": scope,
    ...(typeof required === "boolean" ? {} : { "x-required-when": required }),
    ...(parts.length === 0 ? {} : { "x-required-parts": parts }),
  };
}
