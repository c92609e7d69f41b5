import { z } from "zod";
import type { StoredPassage } from "../../store/library.ts";
import { normalise } from "../lexical/tokens.ts";
import { chineseNumber } from "../split/numerals.ts";
import { cardSectionOf } from "./columns.ts";
import { NO_SECTION } from "./asked-section.ts";
import type { Contents, Numbers } from "./container.ts";

/** Marks a row that belongs to no work: the parts of a card are ranked as a card. */
export const NO_WORK = 0xffff_ffff;

/** Which law or document each row is a piece of, where in it, and which others it names. */
export interface Works {
  /** Place of the row's work in `names`, or `NO_WORK`. */
  readonly workOf: Uint32Array;
  /** The number of the article, or the row's place in its document. */
  readonly placeOf: Uint32Array;
  /** Titles of works and of what they name, without what varies in writing them. */
  readonly names: readonly string[];
  /** Rows that name another work, and the place of its title in `names`. */
  readonly namingRows: Uint32Array;
  readonly named: Uint32Array;
}

const PIECE = /(?:第([零〇一二三四五六七八九十百千两\d]+)条(?:之[一二三四五六七八九十\d]+)?|段(\d+))$/;
const COUNTRY = /^中华人民共和国/;
const NAMED_TITLE = /《([^《》]{2,60})》/g;

/** A title as works call each other: 《中华人民共和国劳动法》 and 劳动法 are one. */
export const workName = (title: string): string =>
  normalise(title)
    .replace(/[《》\s]/g, "")
    .replace(COUNTRY, "");

/**
 * The work that a passage's title speaks of.
 *
 * @example workOfTitle("中华人民共和国劳动法第五十条") // "劳动法"
 */
export const workOfTitle = (title: string): string => workName(title.replace(PIECE, ""));

/** Gathers works from passages that are given in row order. */
export class WorksBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #workOf: number[] = [];
  readonly #placeOf: number[] = [];
  readonly #namingRows: number[] = [];
  readonly #named: number[] = [];

  add(passage: StoredPassage): void {
    const row = this.#workOf.length;
    if (cardSectionOf(passage) !== NO_SECTION) {
      this.#workOf.push(NO_WORK);
      this.#placeOf.push(0);
      return;
    }
    const piece = PIECE.exec(passage.title);
    const name = workOfTitle(passage.title);
    this.#workOf.push(this.#numberOf(name));
    this.#placeOf.push(placeIn(passage, piece));
    const names = Array.from(passage.text.matchAll(NAMED_TITLE), ([, title = ""]) => workName(title));
    for (const other of new Set(names)) {
      if (other === name || other === "") continue;
      this.#namingRows.push(row);
      this.#named.push(this.#numberOf(other));
    }
  }

  finish(): Works {
    return {
      workOf: Uint32Array.from(this.#workOf),
      placeOf: Uint32Array.from(this.#placeOf),
      names: [...this.#numbers.keys()],
      namingRows: Uint32Array.from(this.#namingRows),
      named: Uint32Array.from(this.#named),
    };
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function placeIn({ article, order }: StoredPassage, piece: RegExpExecArray | null): number {
  const inTitle = piece?.[1] ?? piece?.[2];
  const number = chineseNumber(inTitle ?? /第(.+?)条/.exec(article ?? "")?.[1] ?? "");
  return Number.isNaN(number) ? order : number;
}

/** The works as a file keeps them. */
export const storedWorks = ({
  names,
  ...arrays
}: Works): {
  meta: { works: readonly string[] };
  arrays: Record<string, Numbers>;
} => ({ meta: { works: names }, arrays });

/** Works read back from a file. */
export function readWorks(contents: Contents): Works {
  return {
    names: z.object({ works: z.array(z.string()) }).parse(contents.meta).works,
    workOf: contents.array("workOf", Uint32Array),
    placeOf: contents.array("placeOf", Uint32Array),
    namingRows: contents.array("namingRows", Uint32Array),
    named: contents.array("named", Uint32Array),
  };
}
