import { join } from "node:path";
import { staticEmbedder, type StaticModel } from "../embed/static.ts";
import { ExactIndex } from "../vectors/exact.ts";
import { HnswIndex, loadHnsw } from "../vectors/hnsw.ts";
import { VectorMatrix } from "../vectors/matrix.ts";
import type { VectorIndex } from "../vectors/port.ts";
import { readArrays, writeArrays, type Seal } from "./container.ts";
import { readSealed, type Manifest } from "./manifest.ts";
import { loadTexts, type MeaningIndex, type Segment, type TextIndex } from "./segment.ts";

/** A segment read from disk, or the first thing found wrong with its files. */
export type Loaded =
  | { readonly segment: Segment; readonly fault?: undefined }
  | { readonly segment?: undefined; readonly fault: string };

/** Reads a published index; every byte is checked against the manifest before it is believed. */
export async function loadSegment(directory: string, manifest: Manifest): Promise<Loaded> {
  const texts = await readSealed(directory, manifest.files.texts);
  if (texts.fault !== undefined) return texts;
  const text = loadTexts(texts.data);
  const meaning = await loadMeaning(directory, manifest, text);
  if (meaning.fault !== undefined) return { fault: meaning.fault };
  const { collection, generation } = manifest;
  return { segment: { collection, generation, text, meaning: meaning.index } };
}

type LoadedMeaning = { index: MeaningIndex | null; fault?: undefined } | { fault: string };

async function loadMeaning(directory: string, manifest: Manifest, text: TextIndex): Promise<LoadedMeaning> {
  const { files, embedder } = manifest;
  if (embedder === undefined || files.model === undefined || files.vectors === undefined) return { index: null };
  const model = await readSealed(directory, files.model);
  if (model.fault !== undefined) return model;
  const vectors = await readSealed(directory, files.vectors);
  if (vectors.fault !== undefined) return vectors;
  const embed = staticEmbedder(readModel(model.data), embedder.id);
  const matrix = readMatrix(vectors.data, embedder.dims);
  if (matrix.size !== text.columns.ids.length) return { fault: "vectors and passages differ in number" };
  const nearest = await loadGraph(directory, manifest);
  if (typeof nearest === "string") return { fault: nearest };
  const index = nearest ?? new ExactIndex(matrix, Array.from(text.columns.ids, String));
  return { index: { embedderId: embedder.id, embedOne: embed.embedOne, matrix, nearest: index } };
}

/** The graph; null where there is none, or no library to read it. A string says what is wrong with it. */
async function loadGraph(directory: string, { files, embedder }: Manifest): Promise<VectorIndex | string | null> {
  if (files.graph === undefined || embedder?.labels === undefined) return null;
  const hnsw = await loadHnsw();
  if (hnsw === null) return null;
  const graph = await readSealed(directory, files.graph);
  if (graph.fault !== undefined) return graph.fault;
  return HnswIndex.load(hnsw, embedder.dims, join(directory, files.graph.file), embedder.labels);
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
