import type { z } from "zod";
import type { documentTypeSchema, Field, FieldUse, FixedText } from "./document-type.ts";
import type { VocabularyField } from "./vocabulary.ts";

/** A document type as its file writes it. */
export type WrittenType = z.output<typeof documentTypeSchema>;

/** The fields a type uses, from the vocabulary or its own; `unknown` are places of names nobody defines. */
export function resolveFields(
  uses: readonly FieldUse[],
  known: ReadonlyMap<string, VocabularyField>,
): { fields: Field[]; unknown: { place: number; name: string }[] } {
  const fields: Field[] = [];
  const unknown: { place: number; name: string }[] = [];
  for (const [place, use] of uses.entries()) {
    if (!("use" in use)) {
      fields.push(use);
      continue;
    }
    const { use: name, ...changes } = use;
    const field = known.get(name);
    if (field === undefined) unknown.push({ place, name });
    else fields.push({ ...field, ...withoutGaps(changes), required: use.required });
  }
  return { fields, unknown };
}

type Changes = Omit<Extract<FieldUse, { use: string }>, "use">;

/** Only what the use really says; a key without a value must not wipe out the vocabulary's. */
function withoutGaps({ label, anchor, ask, choices, parts }: Changes): Partial<Field> {
  return {
    ...(label && { label }),
    ...(anchor && { anchor }),
    ...(ask && { ask }),
    ...(choices && { choices }),
    ...(parts && { parts }),
  };
}

/** Fixed texts of a type with the pack's shared ones behind them. */
export const withShared = (
  type: WrittenType,
  shared: Readonly<Record<string, FixedText>>,
): WrittenType["fixed"] => ({ ...shared, ...type.fixed });
