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
  review_by: date,
  superseded_by: text,
  owner: text,
  draft: z.boolean().optional().catch(undefined),
  aliases: list.default([]),
  local: list.default([]),
});

export type FrontMatter = Readonly<z.output<typeof schema>>;

const BLOCK = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const MAX_CHARS = 20_000; // what is longer is a text between two lines
const NOTHING: FrontMatter = { aliases: [], local: [] };

/**
 * Parts the front matter of a Markdown file from its text; text that only looks like it stays text.
 *
 * `beside` is what files beside it say of it, from the folder down; what the file says itself goes before.
 */
export function openFrontMatter(
  content: string,
  beside: readonly string[] = [],
): { known: FrontMatter; body: string } {
  const block = BLOCK.exec(content.slice(0, MAX_CHARS));
  const own = block === null ? null : read(block[1] ?? "");
  const all = [...beside.map(read), own].filter((known) => known !== null);
  const known = all.reduce(merge, NOTHING);
  return { known, body: own === null || block === null ? content : content.slice(block[0].length) };
}

/** What YAML says of a document; null when it is none, or one that would multiply or nest without end. */
function read(yaml: string): FrontMatter | null {
  try {
    const document = parseDocument(yaml.slice(0, MAX_CHARS), { prettyErrors: false });
    if (document.errors.length > 0) return null;
    return schema.safeParse(document.toJS({ maxAliasCount: 0 })).data ?? null;
  } catch (error) {
    // the library throws ReferenceError for aliases and RangeError for depth
    if (error instanceof ReferenceError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Later words go before earlier ones; lists are put together. */
function merge(one: FrontMatter, other: FrontMatter): FrontMatter {
  const said = Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined));
  return {
    ...one,
    ...said,
    aliases: [...one.aliases, ...other.aliases],
    local: [...one.local, ...other.local],
  };
}
