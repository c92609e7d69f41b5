import { z } from "zod";
import type { Tenant } from "../tenant.ts";
import { documentTypeSchema, fieldUseSchema, sectionSchema } from "./document-type.ts";
import { slotsIn } from "./slots.ts";
import { typeProblem, type TypeProblem } from "./problem.ts";
import type { WrittenType } from "./resolve.ts";
import { problemsOf } from "./yaml-file.ts";

const word = z.string().trim().min(1);
const { layout, fixed, name, starts } = documentTypeSchema.shape;

const layoutChanges = z.strictObject({
  form: layout.shape.form.optional(),
  red_head: z.boolean().optional(),
  title: word.optional(),
  number: word.optional(),
  to: word.optional(),
  seal: z.boolean().optional(),
  signed: z.boolean().optional(),
  note: word.optional(),
  imprint: z.boolean().optional(),
});

/** What an institution may change of a type in its own file, under `documents.<type>` or `documents.*` for all. */
export const changesSchema = z.strictObject({
  name: name.optional(),
  aliases: z.array(word).default([]),
  number: word.optional(),
  layout: layoutChanges.optional(),
  fixed: fixed.unwrap().optional(),
  fields: z
    .strictObject({
      required: z.array(word).default([]),
      omitted: z.array(word).default([]),
      added: z.array(fieldUseSchema).default([]),
    })
    .optional(),
  /** Sections by id: one of the same id is replaced, another one is put behind `after`, or last. */
  sections: z.array(sectionSchema.extend({ after: word.optional() })).default([]),
  /** Legal periods that start besides those of the type: the publication of a market authority, say. */
  starts: starts.unwrap().default([]),
  /** The institution's own form, a .docx with tags; filled by the layout. */
  form: word.optional(),
});

type Changes = z.output<typeof changesSchema>;

const ALL = "*";

/** A type with the institution's changes, and what is wrong with them. */
export function withTenant(
  type: WrittenType,
  tenant: Tenant | undefined,
): { type: WrittenType; problems: TypeProblem[] } {
  const problems: TypeProblem[] = [];
  let changed = type;
  for (const key of [ALL, type.id]) {
    const written = tenant?.documents[key];
    if (written === undefined) continue;
    const read = changesSchema.safeParse(written);
    if (read.success) changed = apply(changed, read.data);
    else problems.push(...read.error.issues.flatMap((issue) => inTenant(issue, key)));
  }
  return { type: changed, problems };
}

const inTenant = (issue: z.core.$ZodIssue, key: string): TypeProblem[] =>
  problemsOf(issue, "tenant", () => undefined, ["documents", key]);

/** Types that the institution changes and nobody defines. */
export const strayChanges = (tenant: Tenant | undefined, isType: (id: string) => boolean): TypeProblem[] =>
  Object.keys(tenant?.documents ?? {})
    .filter((id) => id !== ALL && !isType(id))
    .map((id) =>
      typeProblem({
        file: "tenant",
        field: `documents.${id}`,
        fault: "there is no document type with this id",
        remedy: "See bangban draft --list",
      }),
    );

function apply(type: WrittenType, changes: Changes): WrittenType {
  const omitted = changes.fields?.omitted ?? [];
  const required = changes.fields?.required ?? [];
  const fields = [...type.fields, ...(changes.fields?.added ?? [])]
    .filter((field) => !omitted.includes(nameOf(field)))
    .map((field) => (required.includes(nameOf(field)) ? { ...field, required: true } : field));
  return {
    ...type,
    name: changes.name ?? type.name,
    aliases: [...type.aliases, ...changes.aliases],
    layout: Object.assign({}, type.layout, given(changes.layout), given({ number: changes.number })),
    fixed: { ...type.fixed, ...changes.fixed },
    fields,
    starts: [...type.starts, ...changes.starts],
    ...given({ form: changes.form }),
    sections: changes.sections.reduce(putSection, type.sections).map((each) => without(each, omitted)),
  };
}

const nameOf = (field: WrittenType["fields"][number]): string => ("use" in field ? field.use : field.name);

/** The keys that have a value, so that a default never covers what the type says. */
function given<Values extends object>(values: Values | undefined): Partial<Values> {
  const result: Partial<Values> = { ...values };
  for (const [key, value] of Object.entries(result)) {
    if (value === undefined) Reflect.deleteProperty(result, key);
  }
  return result;
}

type Sections = WrittenType["sections"];

function putSection(sections: Sections, { after, ...section }: Changes["sections"][number]): Sections {
  const place = sections.findIndex(({ id }) => id === section.id);
  if (place >= 0) return sections.with(place, section);
  const before = after === undefined ? -1 : sections.findIndex(({ id }) => id === after);
  return before < 0 ? [...sections, section] : sections.toSpliced(before + 1, 0, section);
}

/** A section without the lines that cannot stand when these fields are left out. */
function without(section: Sections[number], omitted: readonly string[]): Sections[number] {
  const stands = (text: string): boolean =>
    slotsIn(text.replace(/\[\[[\s\S]*?\]\]/g, "")).every(
      ({ paths }) => !paths.every((path) => omitted.includes(path.split(".")[0] ?? "")),
    );
  const keeps = (each: { each?: string | undefined }): boolean => !omitted.includes(each.each ?? "");
  if (omitted.length === 0) return section;
  return {
    ...section,
    paragraphs: section.paragraphs.filter((each) => keeps(each) && stands(each.text)),
    ...(section.table && {
      table: {
        ...section.table,
        rows: section.table.rows.filter((row) => keeps(row) && row.cells.every(({ text }) => stands(text))),
      },
    }),
  };
}
