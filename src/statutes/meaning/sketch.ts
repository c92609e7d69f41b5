import { BotError } from "../../core/errors.ts";
import type { Law, Version } from "../ledger/ledger.ts";
import type { ArticleIndex } from "./article-index.ts";
import { pairsOf } from "./bigrams.ts";
import type { Indexes } from "./indexes.ts";

// an article of a hundred characters sets some seventy of these: a foreign pair seems to stand in it once in sixty
const BUCKETS = 4096;
const HEADER_END = 0x0a;
const CONTINUES = 0x80;

/** The articles of one version as sets of hashed pairs: enough to compare words, nothing to read. */
export interface Sketch {
  readonly title: string;
  readonly published: string;
  /** Article key → buckets, rising. */
  readonly articles: ReadonlyMap<string, readonly number[]>;
}

function bucketOf(pair: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < pair.length; at += 1) hash = Math.imul(hash ^ pair.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS;
}

/** The buckets of an article's words. */
export const bucketsOf = (text: string): number[] =>
  [...new Set(pairsOf(text).flat().map(bucketOf))].toSorted((one, other) => one - other);

/** Sketches as bytes: a line of JSON with names and article keys, then gaps between buckets, a byte or two each. */
export function printSketches(sketches: readonly Sketch[]): Uint8Array {
  const header = sketches.map(({ title, published, articles }) => [
    title,
    published,
    [...articles.keys()].join(" "),
  ]);
  const bytes: number[] = [];
  const push = (value: number): void => {
    if (value >= CONTINUES) bytes.push((value & (CONTINUES - 1)) | CONTINUES, value >> 7);
    else bytes.push(value);
  };
  for (const { articles } of sketches) {
    for (const buckets of articles.values()) {
      push(buckets.length);
      for (const [index, bucket] of buckets.entries()) push(bucket - (buckets[index - 1] ?? 0));
    }
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Buffer.from(bytes)]);
}

/** Reads printed sketches and answers like an index over texts. Throws `data.corrupt`. */
export function indexesOfSketches(bytes: Uint8Array, name: string): Indexes {
  const cut = bytes.indexOf(HEADER_END);
  const header: unknown = cut < 0 ? null : JSON.parse(Buffer.from(bytes.subarray(0, cut)).toString("utf8"));
  if (!isHeader(header)) {
    throw new BotError("data.corrupt", `${name} holds no sketches of laws`, {
      forUser: { zh: "法律目录文件已损坏。", en: "The ledger of laws is damaged." },
      file: name,
      remedy: "restore the file from the repository, or run the ledger build again",
    });
  }
  let at = cut + 1;
  const next = (): number => {
    const low = bytes[at] ?? 0;
    at += 1;
    if (low < CONTINUES) return low;
    at += 1;
    return (low & (CONTINUES - 1)) | ((bytes[at - 1] ?? 0) << 7);
  };
  const made = new Map<string, ArticleIndex>();
  for (const [title, published, keys] of header)
    made.set(`${title}/${published}`, indexOf(keys.split(" "), next));
  return (law: Law, version: Version) => made.get(`${law.title}/${version.published ?? ""}`) ?? null;
}

function indexOf(keys: readonly string[], next: () => number): ArticleIndex {
  const holders = new Map<number, number[]>();
  for (const place of keys.keys()) {
    let bucket = 0;
    for (let left = next(); left > 0; left -= 1) {
      bucket += next();
      const known = holders.get(bucket);
      if (known) known.push(place);
      else holders.set(bucket, [place]);
    }
  }
  return { keys, holders: (pair) => holders.get(bucketOf(pair)) ?? [] };
}

type Header = readonly (readonly [string, string, string])[];

const isHeader = (value: unknown): value is Header =>
  Array.isArray(value) &&
  value.every(
    (row) => Array.isArray(row) && row.length === 3 && row.every((each) => typeof each === "string"),
  );
