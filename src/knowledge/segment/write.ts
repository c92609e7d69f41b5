import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Drift, Library, StoredPassage } from "../../store/library.ts";
import { emptyManifest, type Manifest, type ManifestPart } from "./manifest.ts";
import { keptParts, MAX_PART_PASSAGES } from "./plan.ts";
import { readSealed, sealed } from "./sealed.ts";
import { loadTexts, saveTexts, TextsBuilder } from "./segment.ts";

export interface Place {
  readonly library: Library;
  readonly directory: string;
  readonly collection: string;
}

// read at once: a few megabytes, so that a million passages never stand in memory together
const PAGE_PASSAGES = 2_000;
const NAME_BYTES = 4;

/** A name that no file of this or an earlier build has. */
export const freshName = (generation: number): string =>
  `g${generation}-${randomBytes(NAME_BYTES).toString("hex")}`;

/** All passages of a collection above a row, page by page. */
export async function* pagesOf(
  { library, collection }: Pick<Place, "library" | "collection">,
  afterRow = 0,
): AsyncGenerator<readonly StoredPassage[]> {
  for (let after = afterRow; ;) {
    const page = await library.scan(collection, after, PAGE_PASSAGES);
    if (page.length > 0) yield page;
    if (page.length < PAGE_PASSAGES) return;
    after = page.at(-1)?.row ?? after;
  }
}

/** The passages of these rows, page by page; rows that are gone are missing. */
export async function* pagesByRow(
  library: Library,
  rows: ArrayLike<number>,
): AsyncGenerator<readonly StoredPassage[]> {
  const all = Array.from(rows);
  for (let at = 0; at < all.length; at += PAGE_PASSAGES) {
    yield await library.byRows(all.slice(at, at + PAGE_PASSAGES));
  }
}

/**
 * Indexes the words of what no part knows yet, and gives the manifest with the new parts, not yet published;
 * null when there is no such collection. Reads one unmoving picture of the library.
 */
export async function writeTexts(place: Place, before: Manifest | null): Promise<Manifest | null> {
  const { library, collection } = place;
  return library.still(async () => {
    const state = (await library.collections()).find(({ name }) => name === collection);
    if (state === undefined) return null;
    const { generation, passages: live } = state;
    const old = before ?? emptyManifest(collection, generation);
    const drift = await library.drift(collection, old.generation, old.lastRow);
    const kept = keptParts({ parts: old.parts.map(({ rows }) => rows), added: drift.added, live });
    const parts = old.parts.slice(0, kept);
    const fresh = await writeParts(place, generation, newPassages(place, old, kept, drift, generation));
    const changed = (old.embedder?.changed ?? 0) + drift.added + drift.gone;
    return {
      ...old,
      generation,
      lastRow: drift.lastRow,
      isComplete: false,
      parts: [...parts, ...fresh],
      ...(old.embedder === undefined ? {} : { embedder: { ...old.embedder, changed } }),
    };
  });
}

/** In row order: what the merged parts still hold, what belongs to articles that changed, and what is new. */
async function* newPassages(
  place: Place,
  old: Manifest,
  kept: number,
  drift: Drift,
  generation: number,
): AsyncGenerator<readonly StoredPassage[]> {
  const { library, collection } = place;
  if (kept > 0) {
    const hidden = new Set(await library.hidden(collection, generation));
    // an article stands whole in one part: its card and its other language are told from there
    const rows = new Set(await library.rowsOf(collection, drift.touched, old.lastRow));
    for (const part of old.parts.slice(kept)) {
      for (const row of await rowsIn(place, part)) if (!hidden.has(row)) rows.add(row);
    }
    yield* pagesByRow(
      library,
      [...rows].sort((a, b) => a - b),
    );
  }
  yield* pagesOf(place, kept > 0 ? old.lastRow : 0);
}

/** The library rows of a part. Throws when its file is damaged. */
export async function rowsIn(
  { directory }: Pick<Place, "directory">,
  { texts }: ManifestPart,
): Promise<Uint32Array> {
  const { data, fault } = await readSealed(directory, texts);
  if (data === undefined) throw new Error(fault);
  return loadTexts(data).columns.ids;
}

async function writeParts(
  { directory }: Place,
  generation: number,
  pages: AsyncIterable<readonly StoredPassage[]>,
): Promise<ManifestPart[]> {
  const parts: ManifestPart[] = [];
  let builder = new TextsBuilder();
  let rows = 0;
  const close = () => {
    const file = `${freshName(generation)}.texts`;
    parts.push({ rows, texts: sealed(file, saveTexts(join(directory, file), builder.finish())) });
    builder = new TextsBuilder();
    rows = 0;
  };
  for await (const page of pages) {
    for (const passage of page) builder.add(passage);
    rows += page.length;
    if (rows >= MAX_PART_PASSAGES) close();
  }
  if (rows > 0) close();
  return parts;
}
