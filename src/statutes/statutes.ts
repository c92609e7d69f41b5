import { readFileSync } from "node:fs";
import type { StatuteStore } from "../store/statutes.ts";
import { lawBook, type LawBook } from "./cite/book.ts";
import { citer, type Cite } from "./cite/check.ts";
import { nearNames } from "./cite/near.ts";
import { readLedger } from "./ledger/format.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { lookup, type Lookup } from "./lookup.ts";
import { eitherIndex, indexesOf, type Indexes } from "./meaning/indexes.ts";
import { indexesOfSketches } from "./meaning/sketch.ts";
import { NO_TEXTS, textsOf, type LawTexts } from "./texts.ts";

const LEDGER = new URL("./shipped/ledger.jsonl", import.meta.url);
const SKETCHES = new URL("./shipped/sketches.bin", import.meta.url);

/** Everything the law desk can do: check citations, show a law. */
export interface Statutes {
  readonly cite: Cite;
  readonly statute: Lookup;
  readonly book: LawBook;
  readonly texts: LawTexts;
}

/** The ledger of national laws that ships with the project. */
export const shippedLedger = (): Ledger => readLedger(readFileSync(LEDGER, "utf8"), "ledger.jsonl");

/** The sketches of the laws most used in enforcement, read when a sentence is first compared with one. */
function shippedSketches(): Indexes {
  let sketches: Indexes | undefined;
  return (law, version) => {
    sketches ??= indexesOfSketches(readFileSync(SKETCHES), "sketches.bin");
    return sketches(law, version);
  };
}

/**
 * Opens the law desk: the collections of a store first, the shipped ledger behind them.
 *
 * Without a store it knows names, editions and shapes, and the subjects of some laws, but no words.
 */
export function openStatutes(store?: StatuteStore): Statutes {
  const own = store?.collections().map(({ name, ledger }) => readLedger(ledger, name)) ?? [];
  const texts = store ? textsOf(store) : NO_TEXTS;
  const book = lawBook([...own, shippedLedger()], nearNames);
  const indexes = eitherIndex(indexesOf(texts), shippedSketches());
  return { cite: citer(book, texts, indexes), statute: lookup(book, texts), book, texts };
}
