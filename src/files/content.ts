import { z } from "zod";

const page = z.number().int().positive().optional();
const words = z.object({ zh: z.string(), en: z.string() });

const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heading"), level: z.number(), text: z.string(), page }),
  z.object({ type: z.literal("text"), text: z.string(), page }),
  z.object({ type: z.literal("row"), text: z.string(), page }),
]);

/**
 * What a document is made of, in reading order: a heading (1 is the outermost), a paragraph or item, or one row of a
 * table with the names of its columns. `page` is the page or slide it begins on.
 */
export type Block = z.output<typeof blockSchema>;

const refusalSchema = z.object({ reason: words, remedy: words });

export const KINDS = ["pdf", "docx", "xlsx", "pptx", "html", "csv", "text", "lines", "zip"] as const;

/** What a file is by its content, whatever its name says. */
export type FileKind = (typeof KINDS)[number];

export const partSchema = z.object({
  /** The file's name, or `outer.zip/inner.docx` for a file in an archive. */
  name: z.string(),
  kind: z.enum(KINDS).optional(),
  blocks: z.array(blockSchema).optional(),
  /** The whole text of a plain file, for those who split it themselves. */
  text: z.string().optional(),
  /** Why nothing was read, or what of it was not. */
  refusal: refusalSchema.optional(),
});

/** What came of one file: blocks, or plain text, or a refusal; a note may stand beside what was read. */
export type Part = Readonly<z.output<typeof partSchema>>;
