import { z } from "zod";
import type { Language } from "../../core/language.ts";
import type { CollectionState, DocumentState, LibraryPassage, StoredPassage } from "../library.ts";

/** A row as the database hands it out. */
export type Row = Readonly<Record<string, unknown>>;

const strings = z.array(z.string());
const record = z.record(z.string(), z.unknown());

const languageOf = (value: unknown): Language => (value === "en" ? "en" : "zh");

// what has no column of its own; short keys because there may be a hundred thousand of them
const content = z.object({
  t: z.string(),
  p: z.array(z.string()),
  x: z.string(),
  s: z.string(),
  a: z.string().optional(),
  g: z.number().optional(),
  r: z.string(),
  f: z.string().optional(),
  u: z.string().optional(),
  c: z.string().optional(),
  l: z.array(z.string()).optional(),
  k: z.array(z.string()).optional(),
});

/** A passage's fields without a column, as one JSON text; equal texts mean equal passages. */
export function contentOf(passage: LibraryPassage): string {
  const compact: z.infer<typeof content> = {
    t: passage.title,
    p: [...passage.path],
    x: passage.text,
    s: passage.source,
    a: passage.article,
    g: passage.page,
    r: passage.region,
    f: passage.validFrom,
    u: passage.validTo,
    c: passage.checkedOn,
    l: passage.local.length > 0 ? [...passage.local] : undefined,
    k: passage.aliases.length > 0 ? [...passage.aliases] : undefined,
  };
  return JSON.stringify(compact);
}

/** A passage read back from its row. */
export function passageOf(row: Row): StoredPassage {
  const { t, p, x, s, a, g, r, f, u, c, l, k } = content.parse(JSON.parse(String(row["content"])));
  return {
    row: Number(row["row"]),
    collection: String(row["collection"]),
    id: String(row["id"]),
    articleId: String(row["article_id"]),
    language: languageOf(row["language"]),
    order: Number(row["place"]),
    title: t,
    path: p,
    text: x,
    source: s,
    region: r,
    local: l ?? [],
    aliases: k ?? [],
    ...(a === undefined ? {} : { article: a }),
    ...(g === undefined ? {} : { page: g }),
    ...(f === undefined ? {} : { validFrom: f }),
    ...(u === undefined ? {} : { validTo: u }),
    ...(c === undefined ? {} : { checkedOn: c }),
  };
}

/** A document's stamp read back from its row. */
export const documentOf = (row: Row): DocumentState => ({
  path: String(row["path"]),
  sha256: String(row["sha256"]),
  sizeBytes: Number(row["size_bytes"]),
  mtimeMs: Number(row["mtime_ms"]),
  reader: String(row["reader"]),
  passages: Number(row["passages"]),
});

/** A collection's state read back from its row. */
export const collectionOf = (row: Row): CollectionState => ({
  name: String(row["name"]),
  kind: row["kind"] === "pack" ? "pack" : "ingested",
  audience: strings.parse(JSON.parse(String(row["audience"]))),
  generation: Number(row["generation"]),
  indexed: Number(row["indexed"]),
  documents: Number(row["documents"]),
  passages: Number(row["passages"]),
});

/** A document's meta read back from its row. */
export const metaOf = (row: Row): Readonly<Record<string, unknown>> =>
  record.parse(JSON.parse(String(row["meta"])));
