import type { StoredPassage } from "../../store/library.ts";
import type { Embedder } from "../embed/embedder.ts";
import { LexicalBuilder, type Lexical } from "../lexical/build.ts";
import type { VectorMatrix } from "../vectors/matrix.ts";
import type { VectorIndex } from "../vectors/port.ts";
import { CardsBuilder, countCards, type Cards } from "./cards.ts";
import { ColumnsBuilder, readColumns, storedColumns, type Columns } from "./columns.ts";
import { readArrays, writeArrays, type Contents, type Numbers, type Seal } from "./container.ts";
import { readWorks, storedWorks, WorksBuilder, type Works } from "./works.ts";

/** The part of a segment that every collection has: words and attributes. */
export interface TextIndex {
  readonly lexical: Lexical;
  readonly columns: Columns;
  readonly cards: Cards;
  readonly works: Works;
  /** Terms in all rows. */
  readonly length: number;
}

/** The part that only large collections have. */
export interface MeaningIndex {
  readonly embedderId: string;
  embedQuestion: Embedder["embedQuestion"];
  /** Vectors in row order. */
  readonly matrix: VectorMatrix;
  /** The same vectors by library row. */
  readonly nearest: VectorIndex;
}

/** A part of a collection, ready to be searched. Nothing in it changes: what is newer is another part. */
export interface Segment {
  readonly collection: string;
  readonly generation: number;
  readonly text: TextIndex;
  readonly meaning: MeaningIndex | null;
  /** 1 at each row that was removed since, or that a later part of the collection holds; absent when there is none. */
  readonly gone?: Uint8Array;
}

/** The words a passage is found by: its title, headings and aliases count as its text. */
export function indexedText({ title, path, aliases, text }: StoredPassage): string {
  const headings = path.includes(title) ? path : [title, ...path];
  return [...headings, ...aliases, text].join("\n");
}

/** Indexes passages one by one, given in row order. */
export class TextsBuilder {
  readonly #lexical = new LexicalBuilder();
  readonly #columns = new ColumnsBuilder();
  readonly #cards = new CardsBuilder();
  readonly #works = new WorksBuilder();

  add(passage: StoredPassage): void {
    this.#lexical.add(indexedText(passage));
    this.#columns.add(passage);
    this.#cards.add(passage);
    this.#works.add(passage);
  }

  /** The finished index; the builder must not be used afterwards. */
  finish(): TextIndex {
    const lexical = this.#lexical.finish();
    const columns = this.#columns.finish();
    const works = this.#works.finish();
    return { lexical, columns, cards: this.#cards.finish(), works, length: sum(lexical.lengths) };
  }
}

/** Indexes passages, given in row order. */
export function indexTexts(passages: readonly StoredPassage[]): TextIndex {
  const builder = new TextsBuilder();
  for (const passage of passages) builder.add(passage);
  return builder.finish();
}

const sum = (numbers: Uint32Array): number => numbers.reduce((total, number) => total + number, 0);

/** Writes a text index to a file. */
export function saveTexts(path: string, { lexical, columns, cards, works }: TextIndex): Seal {
  const attributes = storedColumns(columns);
  const titles = storedWorks(works);
  return writeArrays(
    path,
    { ...attributes.meta, ...titles.meta },
    {
      ...attributes.arrays,
      ...titles.arrays,
      cardOf: cards.cardOf,
      ...storedLexical(lexical, ""),
      ...storedLexical(cards.lexical, CARD),
    },
  );
}

/** A text index over the bytes of its file. */
export function loadTexts(bytes: ArrayBuffer): TextIndex {
  const contents = readArrays(bytes);
  const lexical = readLexical(contents, "");
  return {
    lexical,
    columns: readColumns(contents),
    works: readWorks(contents),
    cards: countCards(readLexical(contents, CARD), contents.array("cardOf", Uint32Array)),
    length: sum(lexical.lengths),
  };
}

const CARD = "card."; // in front of the names of the second index's arrays

const storedLexical = (
  { terms, starts, lows, counts, lengths }: Lexical,
  prefix: string,
): Record<string, Numbers> => ({
  [`${prefix}terms`]: terms,
  [`${prefix}starts`]: starts,
  [`${prefix}lows`]: lows,
  [`${prefix}counts`]: counts,
  [`${prefix}lengths`]: lengths,
});

const readLexical = (contents: Contents, prefix: string): Lexical => ({
  terms: contents.array(`${prefix}terms`, Uint32Array),
  starts: contents.array(`${prefix}starts`, Uint32Array),
  lows: contents.array(`${prefix}lows`, Uint16Array),
  counts: contents.array(`${prefix}counts`, Uint8Array),
  lengths: contents.array(`${prefix}lengths`, Uint32Array),
});
