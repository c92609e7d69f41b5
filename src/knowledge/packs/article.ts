import { z } from "zod";
import type { Language } from "../../core/language.ts";
import type { LibraryPassage } from "../../store/library.ts";
import { lastDayOf } from "../lifecycle/validity.ts";
import { splitMarkdown } from "../split/markdown.ts";
import type { Fault } from "./problem.ts";
import { readYaml, type Checked } from "./yaml.ts";

const text = z.string().min(1);
const date = z.iso.date();

const frontMatter = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "is not made of lower-case letters, digits and hyphens"),
    title: text,
    aliases: z.array(text).default([]),
    region: text,
    source: text,
    laws: z.array(z.strictObject({ law: text, article: text })).default([]),
    checked_on: date,
    valid_from: date.optional(),
    valid_to: date.optional(),
    review_by: date.optional(),
    superseded_by: text.optional(),
    owner: text.optional(),
    draft: z.boolean().default(false),
    local: z.array(text).default([]),
    ask: text.optional(),
    unverified: z.array(text).default([]),
  })
  .refine(({ valid_from: from, valid_to: to }) => from === undefined || to === undefined || from <= to, {
    path: ["valid_to"],
    message: "lies before valid_from",
  });

/** What is known of a card as a whole, besides its passages. */
export const cardSchema = z.object({
  id: z.string(),
  language: z.enum(["zh", "en"]),
  title: z.string(),
  aliases: z.array(z.string()),
  region: z.string(),
  source: z.string(),
  laws: z.array(z.object({ law: z.string(), article: z.string() })),
  checkedOn: z.string(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  reviewBy: z.string().optional(),
  supersededBy: z.string().optional(),
  owner: z.string().optional(),
  /** True while somebody is still writing it: it has no passages. */
  draft: z.boolean().default(false),
  local: z.array(z.string()),
  /** The one question that changes the answer. */
  ask: z.string().optional(),
  /** Statements taken from practice, not read in an original. */
  unverified: z.array(z.string()),
});

export type Card = Readonly<z.output<typeof cardSchema>>;

export interface ReadCard {
  readonly card: Card;
  readonly passages: readonly LibraryPassage[];
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const SECTION_LEVEL = 2; // cards are cut at ##

/** Reads `articles/<id>.md` or `articles/<id>.en.md`. */
export function readArticle(content: string, file: string, name: string): Checked<ReadCard> {
  const language: Language = name.endsWith(".en.md") ? "en" : "zh";
  const match = FRONT_MATTER.exec(content);
  if (match === null) return { faults: [missingFrontMatter(file)] };
  const read = readYaml(match[1] ?? "", frontMatter, file, 2);
  if (read.value === undefined) return { faults: read.faults };
  const card = cardOf(read.value, language);
  const wanted = name.replace(/(\.en)?\.md$/, "");
  if (card.id !== wanted) {
    const remedy = `Make id "${wanted}", or rename the file`;
    return { faults: [{ file, line: 2, field: "id", fault: `"${card.id}" is not the file's name`, remedy }] };
  }
  // a draft is kept, so that it can be listed, and never answered from
  if (card.draft) return { value: { card, passages: [] } };
  const passages = passagesOf(card, content.slice(match[0].length));
  if (passages.length > 0) return { value: { card, passages } };
  return {
    faults: [
      { file, fault: "there is no text below the front matter", remedy: "Add at least one ## section" },
    ],
  };
}

const missingFrontMatter = (file: string): Fault => ({
  file,
  line: 1,
  fault: "the file does not begin with front matter between two lines of ---",
  remedy: "Add front matter with id, title, region, source and checked_on",
});

function cardOf(found: z.output<typeof frontMatter>, language: Language): Card {
  const { checked_on, valid_from, valid_to, review_by, superseded_by, ask, owner, ...same } = found;
  return {
    ...same,
    language,
    checkedOn: checked_on,
    ...(valid_from === undefined ? {} : { validFrom: valid_from }),
    ...(valid_to === undefined ? {} : { validTo: valid_to }),
    ...(review_by === undefined ? {} : { reviewBy: review_by }),
    ...(superseded_by === undefined ? {} : { supersededBy: superseded_by }),
    ...(owner === undefined ? {} : { owner }),
    ...(ask === undefined ? {} : { ask }),
  };
}

function passagesOf(card: Card, body: string): LibraryPassage[] {
  const { sections } = splitMarkdown(body, SECTION_LEVEL);
  const lastDay = lastDayOf(card);
  const prefix = card.language === "en" ? `${card.id}.en` : card.id;
  return sections.map(({ path, text }, order) => ({
    id: `${prefix}#${order}`,
    articleId: card.id,
    title: card.title,
    path: [card.title, ...path],
    text,
    order,
    source: card.source,
    region: card.region,
    language: card.language,
    checkedOn: card.checkedOn,
    local: card.local,
    aliases: card.aliases,
    ...(card.validFrom === undefined ? {} : { validFrom: card.validFrom }),
    ...(lastDay === undefined ? {} : { validTo: lastDay }),
  }));
}
