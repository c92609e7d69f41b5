import { messageOf } from "../../core/errors.ts";
import { staticEmbedder, type StaticModel } from "../embed/static.ts";
import { ExactIndex } from "../vectors/exact.ts";
import { VectorMatrix } from "../vectors/matrix.ts";
import type { VectorIndex } from "../vectors/port.ts";
import { openGraph } from "./graph.ts";
import { readArrays, writeArrays, type Seal } from "./container.ts";
import { readSealed, type Manifest, type SealedBytes, type SealedFile } from "./manifest.ts";
import { loadTexts, type MeaningIndex, type Segment, type TextIndex } from "./segment.ts";

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
    // vectors come last in a build: without them the graph is of an older generation
    openGraph(directory, manifest.embedder?.dims ?? 0, files.vectors === undefined ? {} : files),
  ]);
  const fault = texts.fault ?? model.fault ?? vectors.fault ?? graph.fault;
  if (fault !== undefined || texts.data === undefined) return { fault: fault ?? "the index has no texts" };
  try {
    const text = loadTexts(texts.data);
    const meaning = meaningOf(manifest, text, { model: model.data, vectors: vectors.data, graph: graph.index });
    return { segment: { collection, generation, text, meaning } };
  } catch (error) {
    // whole, but laid out by another version of ours
    return { fault: messageOf(error) };
  }
}

interface MeaningParts {
  readonly model: ArrayBuffer | undefined;
  readonly vectors: ArrayBuffer | undefined;
  readonly graph: VectorIndex | undefined;
}

function meaningOf({ embedder }: Manifest, { columns }: TextIndex, parts: MeaningParts): MeaningIndex | null {
  if (embedder === undefined || parts.model === undefined || parts.vectors === undefined) return null;
  const matrix = readMatrix(parts.vectors, embedder.dims);
  if (matrix.size !== columns.ids.length) throw new RangeError("vectors and passages differ in number");
  const { embedOne } = staticEmbedder(readModel(parts.model), embedder.id);
  const nearest = parts.graph ?? new ExactIndex(matrix, Array.from(columns.ids, String));
  return { embedderId: embedder.id, embedOne, matrix, nearest };
}

const readOptional = async (directory: string, file: SealedFile | undefined): Promise<Partial<SealedBytes>> =>
  file === undefined ? {} : readSealed(directory, file);

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
