import { join } from "node:path";
import { staticEmbedder, type StaticModel } from "../embed/static.ts";
import { ExactIndex } from "../vectors/exact.ts";
import { HnswIndex, loadHnsw } from "../vectors/hnsw.ts";
import { VectorMatrix } from "../vectors/matrix.ts";
import type { VectorIndex } from "../vectors/port.ts";
import { readArrays, writeArrays, type Seal } from "./container.ts";
import { readSealed, type Manifest, type SealedBytes, type SealedFile } from "./manifest.ts";
import { loadTexts, type MeaningIndex, type Segment } from "./segment.ts";

/** A segment read from disk, or the first thing found wrong with its files. */
export type Loaded =
  | { readonly segment: Segment; readonly fault?: undefined }
  | { readonly segment?: undefined; readonly fault: string };

/** Reads a published index; every byte is checked against the manifest before it is believed. */
export async function loadSegment(directory: string, manifest: Manifest): Promise<Loaded> {
  const { files, collection, generation } = manifest;
  const [texts, model, vectors, graph] = await Promise.all([
    readSealed(directory, files.texts),
    readOptional(directory, files.model),
    readOptional(directory, files.vectors),
    loadGraph(directory, manifest),
  ]);
  const fault = texts.fault ?? model.fault ?? vectors.fault ?? graph.fault;
  if (fault !== undefined || texts.data === undefined) return { fault: fault ?? "the index has no texts" };
  const text = loadTexts(texts.data);
  const { embedder } = manifest;
  if (embedder === undefined || model.data === undefined || vectors.data === undefined) {
    return { segment: { collection, generation, text, meaning: null } };
  }
  const matrix = readMatrix(vectors.data, embedder.dims);
  if (matrix.size !== text.columns.ids.length) return { fault: "vectors and passages differ in number" };
  const { embedOne } = staticEmbedder(readModel(model.data), embedder.id);
  const nearest = graph.index ?? new ExactIndex(matrix, Array.from(text.columns.ids, String));
  const meaning: MeaningIndex = { embedderId: embedder.id, embedOne, matrix, nearest };
  return { segment: { collection, generation, text, meaning } };
}

const readOptional = async (directory: string, file: SealedFile | undefined): Promise<Partial<SealedBytes>> =>
  file === undefined ? {} : readSealed(directory, file);

/** The graph, where there is one and a library to read it. */
async function loadGraph(
  directory: string,
  { files, embedder }: Manifest,
): Promise<{ index?: VectorIndex; fault?: string }> {
  if (files.graph === undefined || files.vectors === undefined || embedder?.labels === undefined) return {};
  const hnsw = await loadHnsw();
  if (hnsw === null) return {};
  const { fault } = await readSealed(directory, files.graph);
  if (fault !== undefined) return { fault };
  const path = join(directory, files.graph.file);
  return { index: await HnswIndex.load(hnsw, embedder.dims, path, embedder.labels) };
}

/** Writes a model to a file. */
export const saveModel = (path: string, { dims, terms, gains, bytes }: StaticModel): Seal =>
  writeArrays(path, { dims }, { terms, gains, bytes });

/** A model over the bytes of its file. */
export function readModel(bytes: ArrayBuffer): StaticModel {
  const contents = readArrays(bytes);
  const terms = contents.array("terms", Uint32Array);
  const table = contents.array("bytes", Int8Array);
  return { dims: table.length / terms.length, terms, gains: contents.array("gains", Float32Array), bytes: table };
}

/** Writes vectors to a file. */
export const saveMatrix = (path: string, { dims, scales, bytes }: VectorMatrix): Seal =>
  writeArrays(path, { dims }, { scales, bytes });

function readMatrix(bytes: ArrayBuffer, dims: number): VectorMatrix {
  const contents = readArrays(bytes);
  return new VectorMatrix(dims, contents.array("scales", Float32Array), contents.array("bytes", Int8Array));
}
