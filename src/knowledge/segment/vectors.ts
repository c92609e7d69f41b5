import { join } from "node:path";
import type { Embedder } from "../embed/embedder.ts";
import { quantise } from "../embed/quantise.ts";
import { VectorMatrix } from "../vectors/matrix.ts";
import { buildGraph, GRAPH_FROM } from "./graph.ts";
import { readMatrix, saveMatrix } from "./load.ts";
import type { Manifest, ManifestPart } from "./manifest.ts";
import { readSealed, sealed } from "./sealed.ts";
import { indexedText } from "./segment.ts";
import { freshName, pagesByRow, rowsIn, type Place } from "./write.ts";

/** Vectors that an embedder has made already, by library row. */
export type KnownVectors = ReadonlyMap<number, { readonly scale: number; readonly bytes: Int8Array }>;

/** The vectors of parts that a new manifest does not hold any more: what they cost is not paid twice. */
export async function vectorsLost(place: Place, before: Manifest, now: Manifest): Promise<KnownVectors> {
  const known = new Map<number, { scale: number; bytes: Int8Array }>();
  const held = new Set(now.parts.map(({ texts }) => texts.file));
  for (const part of before.parts) {
    if (held.has(part.texts.file) || part.vectors === undefined || before.embedder === undefined) continue;
    const { data } = await readSealed(place.directory, part.vectors);
    // damaged vectors are made again
    if (data === undefined) continue;
    const { dims, scales, bytes } = readMatrix(data, before.embedder.dims);
    (await rowsIn(place, part)).forEach((row, at) => {
      known.set(row, { scale: scales[at] ?? 0, bytes: bytes.subarray(at * dims, (at + 1) * dims) });
    });
  }
  return known;
}

/** Gives vectors to every part that has none. */
export async function withVectors(
  place: Place,
  manifest: Manifest,
  embedder: Embedder,
  known: KnownVectors = new Map(),
): Promise<Manifest> {
  const parts: ManifestPart[] = [];
  for (const part of manifest.parts) {
    if (part.vectors !== undefined) {
      parts.push(part);
      continue;
    }
    const matrix = await embedPart(place, part, embedder, known);
    const file = `${freshName(manifest.generation)}.vectors`;
    const { rows, texts } = part;
    parts.push({ rows, texts, vectors: sealed(file, saveMatrix(join(place.directory, file), matrix)) });
  }
  return { ...manifest, parts };
}

async function embedPart(
  place: Place,
  part: ManifestPart,
  embedder: Embedder,
  known: KnownVectors,
): Promise<VectorMatrix> {
  const rows = await rowsIn(place, part);
  const placeOf = new Map(Array.from(rows, (row, at) => [row, at]));
  const matrix = new VectorMatrix(embedder.dims);
  matrix.resize(rows.length);
  for (const [row, { scale, bytes }] of known) {
    const at = placeOf.get(row);
    if (at !== undefined) matrix.setBytes(at, scale, bytes);
  }
  // a row that is gone by now stays all zero and is never shown
  for await (const page of pagesByRow(
    place.library,
    rows.filter((row) => !known.has(row)),
  )) {
    const vectors = await embedder.embed(page.map(indexedText));
    page.forEach(({ row }, i) => {
      const { scale, bytes } = quantise(vectors[i] ?? new Float32Array(embedder.dims));
      matrix.setBytes(placeOf.get(row) ?? 0, scale, bytes);
    });
  }
  return matrix;
}

/** The first part that is large enough for a graph and has none, or -1. */
export const partWithoutGraph = ({ parts }: Manifest): number =>
  parts.findIndex(
    ({ rows, vectors, graph }) => rows >= GRAPH_FROM && vectors !== undefined && graph === undefined,
  );

/** Gives one part its graph; null where the library for graphs is missing. */
export async function withGraph(place: Place, manifest: Manifest, at: number): Promise<Manifest | null> {
  const part = manifest.parts[at];
  if (part?.vectors === undefined || manifest.embedder === undefined) return null;
  const { data, fault } = await readSealed(place.directory, part.vectors);
  if (data === undefined) throw new Error(fault);
  const matrix = readMatrix(data, manifest.embedder.dims);
  const files = await buildGraph(
    place.directory,
    freshName(manifest.generation),
    matrix,
    await rowsIn(place, part),
  );
  if (files === null) return null;
  return { ...manifest, parts: manifest.parts.with(at, { ...part, ...files }) };
}
