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

/** The part of a card that a passage is, or `NO_SECTION`; what has no aliases is no card. */
export const cardSectionOf = ({ path, aliases }: Pick<StoredPassage, "path" | "aliases">): number =>
  aliases.length > 0 ? sectionOf(path.at(-1) ?? "") : NO_SECTION;

const ZH = 1;
const EN = 2;

/** Fills columns from passages that are given in row order. */
export class ColumnsBuilder {
  readonly #articles = new Numbering();
  readonly #regions = new Numbering();
  readonly #names = new Map<number, Set<string>>();
  /** The languages that each article exists in. */
  readonly #languages: number[] = [];
  readonly #rows = {
    ids: new Array<number>(),
    article: new Array<number>(),
    language: new Array<number>(),
    region: new Array<number>(),
    from: new Array<number>(),
    to: new Array<number>(),
    section: new Array<number>(),
  };

  add(passage: StoredPassage): void {
    const { row, articleId, language, region, validFrom, validTo } = passage;
    const article = this.#articles.of(articleId);
    this.#rows.ids.push(row);
    this.#rows.article.push(article);
    this.#rows.language.push(language === "en" ? 1 : 0);
    this.#rows.region.push(this.#regions.of(region));
    this.#rows.from.push(validFrom === undefined ? DAWN : dayNumber(validFrom));
    this.#rows.to.push(validTo === undefined ? FOR_EVER : dayNumber(validTo));
    this.#rows.section.push(cardSectionOf(passage));
    this.#languages[article] = (this.#languages[article] ?? 0) | (language === "en" ? EN : ZH);
    if (passage.aliases.length > 0) this.#addNames(article, passage);
  }

  finish(): Columns {
    const { ids, article, language, region, from, to, section } = this.#rows;
    return {
      ids: Uint32Array.from(ids),
      article: Uint32Array.from(article),
      language: Uint8Array.from(language),
      hasTwin: Uint8Array.from(article, (each) => (this.#languages[each] === (ZH | EN) ? 1 : 0)),
      region: Uint16Array.from(region),
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      section: Uint8Array.from(section),
      articles: this.#articles.values,
      regions: this.#regions.values,
      names: Array.from(this.#names, ([each, set]) => [each, [...set]]),
    };
  }

  #addNames(article: number, { title, aliases }: StoredPassage): void {
    const known = this.#names.get(article) ?? new Set();
    for (const name of [title, ...aliases].map(compact)) if (name.length >= MIN_NAME_CHARS) known.add(name);
    this.#names.set(article, known);
  }
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
