import { z } from "zod";
import { KINDS } from "../facts/kinds.ts";
import { conditionSchema } from "./condition.ts";

const word = z.string().trim().min(1);
const words = z.strictObject({ zh: word, en: word });
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: "lower-case letters, digits and underscores" });
const required = z.union([z.boolean(), conditionSchema]);

/** A part of a value that has to be there: `credit_code` of a party, `certificate` of every officer. */
const partSchema = z.union([word, z.strictObject({ part: word, when: conditionSchema })]);

/** A field of the shared vocabulary (`fields.yaml`) or of one type alone. */
export const fieldSchema = z.strictObject({
  name,
  label: words,
  kind: z.enum(KINDS as [string, ...string[]]).pipe(z.custom<(typeof KINDS)[number]>()),
  /** `case`: shared by the documents of a case; `document`: its own. */
  scope: z.enum(["case", "document"]).default("document"),
  /** What people call it in a talk: 检查时间, 时间. */
  aliases: z.array(word).default([]),
  /** The question that asks for it. */
  ask: words.optional(),
  /** Values a `choice` may have. */
  choices: z.array(word).default([]),
  /** What a choice is called where its value is not already that: ordinary → 普通程序. */
  choice_words: z.record(z.string(), words).default({}),
  /** What the value has to hold where the field is required. */
  parts: z.array(partSchema).default([]),
  /** Where the law or standard asks for it. */
  anchor: word.optional(),
});

/** A field as a type uses it: `use` takes it from the vocabulary, the other keys change it here. */
export const fieldUseSchema = z.union([
  z.strictObject({
    use: name,
    label: words.optional(),
    required: required.default(false),
    anchor: word.optional(),
    ask: words.optional(),
    choices: z.array(word).optional(),
    parts: z.array(partSchema).optional(),
  }),
  fieldSchema.extend({ required: required.default(false) }),
]);

/** A paragraph: text with `{slots}`; a piece in `[[…]]` is left out when a slot in it has no value. */
export const paragraphSchema = z.strictObject({
  text: word,
  when: conditionSchema.optional(),
  /** Repeats for each item of a list field; slots of the item are `{item.name}`, `{index}` counts from 1. */
  each: name.optional(),
  /** Makes it a heading of this level; `{number}` in it counts the headings of the level. */
  level: z.number().int().min(1).max(4).optional(),
  isNarrative: z.boolean().default(false),
  isFlush: z.boolean().default(false),
});

/** A cell's text may hold slots, as that of a paragraph. */
const cell = z.strictObject({
  text: z.string(),
  isLabel: z.boolean().optional(),
  span: z.number().int().positive().optional(),
  rows: z.number().int().positive().optional(),
});

const tableSchema = z.strictObject({
  widths: z.array(z.number().positive()).min(1),
  rows: z.array(
    z.strictObject({ cells: z.array(cell).min(1), each: name.optional(), when: conditionSchema.optional() }),
  ),
});

export const sectionSchema = z.strictObject({
  id: name,
  heading: z.strictObject({ text: word, level: z.number().int().min(1).max(4).default(1) }).optional(),
  when: conditionSchema.optional(),
  /** Repeats the whole section for each item of a list field. */
  each: name.optional(),
  paragraphs: z.array(paragraphSchema).default([]),
  table: tableSchema.optional(),
  signatures: z
    .array(z.strictObject({ label: word, text: z.string().optional(), when: conditionSchema.optional() }))
    .default([]),
  /** A text of the type's `fixed` texts, or one of all types (`remedies`, `payment` …). */
  fixed: name.optional(),
  /** A list or the like on a page of its own behind the document, with this title. */
  annex: word.optional(),
});

/** A document type as its YAML file writes it. */
export const documentTypeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: words,
  aliases: z.array(word).default([]),
  purpose: words,
  /** `enforcement`: a document of a case; `official`: one of the 15 kinds of 公文. */
  genre: z.enum(["enforcement", "official"]),
  /** Where it stands in the life of a case, for the order of dates; see STAGES. */
  stage: z
    .enum([
      "inspection",
      "interview",
      "filing",
      "order",
      "preservation",
      "report",
      "notice",
      "decision",
      "service",
      "closing",
      "none",
    ])
    .default("none"),
  /** The field that dates the document in that order. */
  dated_by: name.default("document_date"),
  direction: z.enum(["up", "level", "down", "any"]).optional(),
  layout: z.strictObject({
    form: z.enum(["official", "letter", "minutes", "decision", "record", "table"]),
    red_head: z.boolean().default(false),
    title: word,
    /** Pattern of the number: `{tenant.code}罚决〔{year}〕{serial}号`. */
    number: word.optional(),
    /** Whom it is addressed to: `{to}`, `{party.name}`. */
    to: word.optional(),
    /** Ends with the agency's name and the date, under its seal. */
    seal: z.boolean().default(false),
    /** Ends with name and date where no seal is put: minutes. */
    signed: z.boolean().default(false),
    /** 附注 below the date: `（联系人：{contact_person.name}）`. */
    note: word.optional(),
    /** 版记 at the end: copies, who issued it, when. */
    imprint: z.boolean().default(false),
  }),
  /** A .docx of the institution's own with tags, filled instead of our layout; beside the institution's file. */
  form: word.optional(),
  fields: z.array(fieldUseSchema).min(1),
  /** Fixed texts of our own wording, overridden by the tenant: text by name; with the pack's `texts.yaml` behind. */
  fixed: z.record(name, z.union([word, z.array(paragraphSchema)])).default({}),
  sections: z.array(sectionSchema).min(1),
  /** Rules that are for this type alone, beside those that apply by themselves. */
  rules: z.array(word).default([]),
  /** Legal periods (kinds of `bangban deadline`) that start when it is issued, and from which fact. */
  starts: z
    .array(z.strictObject({ deadline: word, from: name, when: conditionSchema.optional() }))
    .default([]),
});

export type FieldUse = z.output<typeof fieldUseSchema>;
export type Section = z.output<typeof sectionSchema>;
export type FixedText = z.output<typeof documentTypeSchema>["fixed"][string];
export type Part = z.output<typeof partSchema>;
export type Paragraph = z.output<typeof paragraphSchema>;
type Written = z.output<typeof documentTypeSchema>;

/** A field with everything resolved. */
export type Field = z.output<typeof fieldSchema> & { readonly required: z.output<typeof required> };

/** A document type ready to use: fields resolved from the vocabulary, the tenant's changes applied. */
export type DocumentType = Readonly<Omit<Written, "fields"> & { fields: readonly Field[] }>;
