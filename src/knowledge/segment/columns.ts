import { z } from "zod";
import type { StoredPassage } from "../../store/library.ts";
import { normalise } from "../lexical/tokens.ts";
import { NO_SECTION, sectionOf } from "./asked-section.ts";
import type { Contents, Numbers } from "./container.ts";

/** What a search must know of each row before it ranks, as arrays by row. */
export interface Columns {
  /** The library's row numbers, rising. */
  readonly ids: Uint32Array;
  /** Place of the row's article in `articles`. */
  readonly article: Uint32Array;
  /** 0 Chinese, 1 English. */
  readonly language: Uint8Array;
  /** 1 where the same article exists in the other language too. */
  readonly hasTwin: Uint8Array;
  /** Place of the row's region in `regions`. */
  readonly region: Uint16Array;
  /** First and last day of validity as YYYYMMDD. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Which part of a card it is, or 255. */
  readonly section: Uint8Array;
  readonly articles: readonly string[];
  readonly regions: readonly string[];
  /** Titles and aliases, normalised, of each article that has aliases. */
  readonly names: readonly (readonly [article: number, names: readonly string[]])[];
}

const DAWN = 0;
const FOR_EVER = 99_999_999;
const MIN_NAME_CHARS = 2; // one character is in every second question

/** A date as a number that compares; 20261123. */
export const dayNumber = (date: string): number => Number(date.replaceAll("-", ""));

/** Fills columns from passages in row order. */
export function columnsOf(passages: readonly StoredPassage[]): Columns {
  const articles = new Numbering();
  const regions = new Numbering();
  const names = new Map<number, Set<string>>();
  const languages = new Map<number, number>();
  const columns = {
    ids: Uint32Array.from(passages, ({ row }) => row),
    article: Uint32Array.from(passages, ({ articleId }) => articles.of(articleId)),
    language: Uint8Array.from(passages, ({ language }) => (language === "en" ? 1 : 0)),
    region: Uint16Array.from(passages, ({ region }) => regions.of(region)),
    from: Int32Array.from(passages, ({ validFrom }) => (validFrom === undefined ? DAWN : dayNumber(validFrom))),
    to: Int32Array.from(passages, ({ validTo }) => (validTo === undefined ? FOR_EVER : dayNumber(validTo))),
    section: Uint8Array.from(passages, ({ path, aliases }) =>
      aliases.length > 0 ? sectionOf(path.at(-1) ?? "") : NO_SECTION,
    ),
  };
  passages.forEach(({ title, aliases }, row) => {
    const article = columns.article[row] ?? 0;
    languages.set(article, (languages.get(article) ?? 0) | (columns.language[row] === 1 ? 2 : 1));
    if (aliases.length === 0) return;
    const known = names.get(article) ?? new Set();
    for (const name of [title, ...aliases].map(compact)) if (name.length >= MIN_NAME_CHARS) known.add(name);
    names.set(article, known);
  });
  return {
    ...columns,
    hasTwin: columns.article.reduce((twins, article, row) => {
      twins[row] = languages.get(article) === 3 ? 1 : 0;
      return twins;
    }, new Uint8Array(passages.length)),
    articles: articles.values,
    regions: regions.values,
    names: Array.from(names, ([article, set]) => [article, [...set]]),
  };
}

/** A text as names are looked for in it: normalised, without blanks between Han characters or marks. */
export function compact(text: string): string {
  return normalise(text)
    .replace(/[\s\p{P}\p{S}]+/gu, " ")
    .replace(/(?<=[^\u0020-\u024f]) | (?=[^\u0020-\u024f])/gu, "")
    .trim();
}

/** The columns as a file keeps them. */
export function storedColumns({ articles, regions, names, ...arrays }: Columns): {
  meta: { articles: readonly string[]; regions: readonly string[]; names: Columns["names"] };
  arrays: Record<string, Numbers>;
} {
  return { meta: { articles, regions, names }, arrays };
}

const metaSchema = z.object({
  articles: z.array(z.string()),
  regions: z.array(z.string()),
  names: z.array(z.tuple([z.number(), z.array(z.string())])),
});

/** Columns read back from a file. */
export function readColumns(contents: Contents): Columns {
  return {
    ...metaSchema.parse(contents.meta),
    ids: contents.array("ids", Uint32Array),
    article: contents.array("article", Uint32Array),
    language: contents.array("language", Uint8Array),
    hasTwin: contents.array("hasTwin", Uint8Array),
    region: contents.array("region", Uint16Array),
    from: contents.array("from", Int32Array),
    to: contents.array("to", Int32Array),
    section: contents.array("section", Uint8Array),
  };
}

/** Gives texts the numbers 0, 1, 2 … in order of first sight. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(value, number);
    return number;
  }

  get values(): string[] {
    return [...this.#numbers.keys()];
  }
}
