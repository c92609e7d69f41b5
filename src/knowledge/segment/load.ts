import { messageOf } from "../../core/errors.ts";
import { staticEmbedder, type StaticModel } from "../embed/static.ts";
import { ExactIndex } from "../vectors/exact.ts";
import { VectorMatrix } from "../vectors/matrix.ts";
import { openGraph } from "./graph.ts";
import { readArrays, writeArrays, type Seal } from "./container.ts";
import type { Manifest, ManifestPart } from "./manifest.ts";
import { readSealed } from "./sealed.ts";
import { loadTexts, type MeaningIndex, type TextIndex } from "./segment.ts";

/** A part as it was read from the disk, with the entry that tells whether it is still the same. */
export interface LoadedPart {
  readonly entry: ManifestPart;
  readonly text: TextIndex;
  readonly meaning: MeaningIndex | null;
}

type EmbedOne = (text: string) => Float32Array;

export interface LoadedIndex {
  readonly manifest: Manifest;
  readonly parts: readonly LoadedPart[];
  readonly embedOne: EmbedOne | null;
}

/** A published index, or the first thing found wrong with its files. */
export type Loaded =
  | { readonly index: LoadedIndex; readonly fault?: undefined }
  | { readonly index?: undefined; readonly fault: string };

/**
 * Reads a published index; every byte is checked against the manifest before it is believed. What is in memory
 * already, from `held`, is not read again.
 */
export async function loadIndex(directory: string, manifest: Manifest, held?: LoadedIndex): Promise<Loaded> {
  try {
    const embedOne = await loadEmbedder(directory, manifest, held);
    const parts: LoadedPart[] = [];
    for (const entry of manifest.parts) {
      const known = held?.parts.find((part) => part.entry.texts.file === entry.texts.file);
      parts.push(await loadPart(directory, entry, manifest, embedOne, known));
    }
    return { index: { manifest, parts, embedOne } };
  } catch (error) {
    // damaged, or whole but laid out by another version of ours
    return { fault: messageOf(error) };
  }
}

async function loadEmbedder(
  directory: string,
  { embedder, model }: Manifest,
  held: LoadedIndex | undefined,
): Promise<EmbedOne | null> {
  if (embedder === undefined || model === undefined) return null;
  if (held?.manifest.embedder?.id === embedder.id) return held.embedOne;
  return staticEmbedder(readModel(await bytesOf(directory, model)), embedder.id).embedOne;
}

async function loadPart(
  directory: string,
  entry: ManifestPart,
  { embedder }: Manifest,
  embedOne: EmbedOne | null,
  known: LoadedPart | undefined,
): Promise<LoadedPart> {
  const text = known?.text ?? loadTexts(await bytesOf(directory, entry.texts));
  if (embedder === undefined || embedOne === null || entry.vectors === undefined) return { entry, text, meaning: null };
  const isSame = known?.entry.vectors?.file === entry.vectors.file && known.entry.graph?.file === entry.graph?.file;
  if (isSame && known.meaning !== null) return { entry, text, meaning: known.meaning };
  const matrix = readMatrix(await bytesOf(directory, entry.vectors), embedder.dims);
  const { ids } = text.columns;
  if (matrix.size !== ids.length) throw new RangeError("vectors and passages differ in number");
  const { index, fault } = await openGraph(directory, embedder.dims, entry);
  if (fault !== undefined) throw new Error(fault);
  const nearest = index ?? new ExactIndex(matrix, Array.from(ids, String));
  return { entry, text, meaning: { embedderId: embedder.id, embedOne, matrix, nearest } };
}

async function bytesOf(directory: string, file: Parameters<typeof readSealed>[1]): Promise<ArrayBuffer> {
  const { data, fault } = await readSealed(directory, file);
  if (data === undefined) throw new Error(fault);
  return data;
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

/** Vectors over the bytes of their file. */
export function readMatrix(bytes: ArrayBuffer, dims: number): VectorMatrix {
  const contents = readArrays(bytes);
  return new VectorMatrix(dims, contents.array("scales", Float32Array), contents.array("bytes", Int8Array));
}
