import type { StoredPassage } from "../../store/library.ts";
import { LexicalBuilder, type Lexical } from "../lexical/build.ts";
import { NO_SECTION } from "./asked-section.ts";
import { cardSectionOf } from "./columns.ts";

/** Marks a row that belongs to no card. */
export const NO_CARD = 0xffff_ffff;

/**
 * An index of whole cards beside that of their parts: a question may name the matter in one part and the trouble
 * in another, and the card is right though no single part is.
 */
export interface Cards {
  /** One row a card and language. */
  readonly lexical: Lexical;
  /** The card of each passage, or `NO_CARD`. */
  readonly cardOf: Uint32Array;
  /** Terms on all cards. */
  readonly length: number;
  /** Cards, and passages that belong to none. */
  readonly units: number;
}

/** Cards with what is counted over them. */
export function countCards(lexical: Lexical, cardOf: Uint32Array): Cards {
  const loose = cardOf.reduce((count, card) => count + (card === NO_CARD ? 1 : 0), 0);
  const length = lexical.lengths.reduce((total, each) => total + each, 0);
  return { lexical, cardOf, length, units: loose + lexical.lengths.length };
}

// title and aliases say what the card is for; its text also says what it is not for
const NAME_REPEATS = 2;

/** Gathers the cards among passages that are given in row order. */
export class CardsBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #parts: string[][] = [];
  readonly #cardOf: number[] = [];

  add(passage: StoredPassage): void {
    if (cardSectionOf(passage) === NO_SECTION) {
      this.#cardOf.push(NO_CARD);
      return;
    }
    const key = `${passage.language}/${passage.articleId}`;
    const card = this.#numbers.get(key) ?? this.#parts.push(namesOf(passage)) - 1;
    this.#numbers.set(key, card);
    this.#parts[card]?.push(passage.text);
    this.#cardOf.push(card);
  }

  finish(): Cards {
    const builder = new LexicalBuilder();
    for (const each of this.#parts) builder.add(each.join("\n"));
    return countCards(builder.finish(), Uint32Array.from(this.#cardOf));
  }
}

const namesOf = ({ title, aliases }: StoredPassage): string[] =>
  Array.from({ length: NAME_REPEATS }, () => [title, ...aliases]).flat();
