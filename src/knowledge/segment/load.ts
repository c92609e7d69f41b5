import { messageOf } from "../../core/errors.ts";
import { isOfChoice, reopenChoice, type EmbedderChoice } from "../embed/choice.ts";
import type { Embedder } from "../embed/embedder.ts";
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

type EmbedQuestion = Embedder["embedQuestion"];

export interface LoadedIndex {
  readonly manifest: Manifest;
  readonly parts: readonly LoadedPart[];
  readonly embedQuestion: EmbedQuestion | null;
}

/** A published index, or the first thing found wrong with its files. */
export type Loaded =
  | { readonly index: LoadedIndex; readonly fault?: undefined }
  | { readonly index?: undefined; readonly fault: string };

/**
 * Reads a published index; every byte is checked against the manifest before it is believed. What is in memory
 * already, from `held`, is not read again.
 */
export async function loadIndex(
  directory: string,
  manifest: Manifest,
  held?: LoadedIndex,
  choice?: EmbedderChoice,
): Promise<Loaded> {
  try {
    const embedQuestion = await loadEmbedder(directory, manifest, held, choice);
    const parts: LoadedPart[] = [];
    for (const entry of manifest.parts) {
      const known = held?.parts.find((part) => part.entry.texts.file === entry.texts.file);
      parts.push(await loadPart(directory, entry, manifest, embedQuestion, known));
    }
    return { index: { manifest, parts, embedQuestion } };
  } catch (error) {
    // damaged, or whole but laid out by another version of ours
    return { fault: messageOf(error) };
  }
}

async function loadEmbedder(
  directory: string,
  { embedder, model }: Manifest,
  held: LoadedIndex | undefined,
  choice: EmbedderChoice | undefined,
): Promise<EmbedQuestion | null> {
  // vectors of a model that is no longer chosen are of no use; new ones are on their way
  if (embedder === undefined || !isOfChoice(embedder.id, choice)) return null;
  if (held?.manifest.embedder?.id === embedder.id) return held.embedQuestion;
  if (choice !== undefined) return (await reopenChoice(choice, embedder.dims)).embedQuestion;
  if (model === undefined) return null;
  return staticEmbedder(readModel(await bytesOf(directory, model)), embedder.id).embedQuestion;
}

async function loadPart(
  directory: string,
  entry: ManifestPart,
  { embedder }: Manifest,
  embedQuestion: EmbedQuestion | null,
  known: LoadedPart | undefined,
): Promise<LoadedPart> {
  const text = known?.text ?? loadTexts(await bytesOf(directory, entry.texts));
  if (embedder === undefined || embedQuestion === null || entry.vectors === undefined) {
    return { entry, text, meaning: null };
  }
  const isSame =
    known?.entry.vectors?.file === entry.vectors.file && known.entry.graph?.file === entry.graph?.file;
  if (isSame && known.meaning !== null) return { entry, text, meaning: known.meaning };
  const matrix = readMatrix(await bytesOf(directory, entry.vectors), embedder.dims);
  const { ids } = text.columns;
  if (matrix.size !== ids.length) throw new RangeError("vectors and passages differ in number");
  const { index, fault } = await openGraph(directory, embedder.dims, entry);
  if (fault !== undefined) throw new Error(fault);
  const nearest = index ?? new ExactIndex(matrix, Array.from(ids, String));
  return { entry, text, meaning: { embedderId: embedder.id, embedQuestion, matrix, nearest } };
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
  return {
    dims: table.length / terms.length,
    terms,
    gains: contents.array("gains", Float32Array),
    bytes: table,
  };
}

/** Writes vectors to a file. */
export const saveMatrix = (path: string, { dims, scales, bytes }: VectorMatrix): Seal =>
  writeArrays(path, { dims }, { scales, bytes });

/** Vectors over the bytes of their file. */
export function readMatrix(bytes: ArrayBuffer, dims: number): VectorMatrix {
  const contents = readArrays(bytes);
  return new VectorMatrix(dims, contents.array("scales", Float32Array), contents.array("bytes", Int8Array));
}
