import { parseDocument } from "yaml";
import { z } from "zod";

const text = z.string().min(1).optional().catch(undefined);
const date = z.iso.date().optional().catch(undefined);
const list = z.array(z.string().min(1)).catch([]);

// files of other people: what we know is used, what we do not know is none of our business
const schema = z.object({
  title: text,
  source: text,
  region: text,
  valid_from: date,
  valid_to: date,
  checked_on: date,
  aliases: list.default([]),
  local: list.default([]),
});

export type FrontMatter = Readonly<z.output<typeof schema>>;

const BLOCK = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const NOTHING: FrontMatter = { aliases: [], local: [] };

/** Parts the front matter of a Markdown file from its text; text that only looks like it stays text. */
export function openFrontMatter(content: string): { known: FrontMatter; body: string } {
  const block = BLOCK.exec(content);
  if (block === null) return { known: NOTHING, body: content };
  const document = parseDocument(block[1] ?? "", { prettyErrors: false });
  const values: unknown = document.errors.length > 0 ? null : document.toJS();
  const result = schema.safeParse(values);
  if (!result.success) return { known: NOTHING, body: content };
  return { known: result.data, body: content.slice(block[0].length) };
}
