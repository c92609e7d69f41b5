import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Library, StoredPassage } from "../../store/library.ts";
import { fromStored, quantise, toStored } from "../embed/quantise.ts";
import { packModel, staticEmbedder, type StaticModel } from "../embed/static.ts";
import { trainTerms } from "../embed/train.ts";
import { placesOf, vocabularyOf } from "../embed/vocabulary.ts";
import { termsOf } from "../lexical/tokens.ts";
import { VectorMatrix } from "../vectors/matrix.ts";
import { buildGraph } from "./graph.ts";
import { readModel, saveMatrix, saveModel } from "./load.ts";
import { publish, readManifest, readSealed, sealed, type Manifest } from "./manifest.ts";
import { indexedText, indexTexts, saveTexts, type TextIndex } from "./segment.ts";

/** How far a build has come: the words can be searched, the model is at this share, everything is there. */
export type BuildEvent =
  | { readonly type: "texts" }
  | { readonly type: "training"; readonly share: number }
  | { readonly type: "done" };

// figures measured on 63,237 statutes: 256 reached what 512 did within a point of recall@100, in half the time
const DIMS = 256;
const EPOCHS = 4;
// a model is trained anew when a fifth of what it was trained on has come or gone
const RETRAIN_SHARE = 0.2;

interface Build {
  readonly library: Library;
  readonly directory: string;
  readonly collection: string;
  readonly onEvent: (event: BuildEvent) => void;
}

/** Builds and publishes the index of a large collection: first the words, then their meaning. */
export async function buildIndex(build: Build): Promise<void> {
  const { library, directory, collection, onEvent } = build;
  const state = (await library.collections()).find(({ name }) => name === collection);
  if (state === undefined) return;
  mkdirSync(directory, { recursive: true });
  const passages = await library.scan(collection, 0, Number.MAX_SAFE_INTEGER);
  const texts = indexTexts(passages);
  const before = readManifest(directory);
  const stem = `g${state.generation}`;
  const manifest: Manifest = {
    format: 1,
    collection,
    generation: state.generation,
    passages: passages.length,
    isComplete: false,
    files: { texts: sealed(`${stem}.texts`, saveTexts(join(directory, `${stem}.texts`), texts)) },
  };
  const old = await oldModel(build, before, passages.length);
  // the old model and graph stay on the disk until the new ones are there
  const kept = old === null ? {} : { files: { ...manifest.files, ...old.kept }, embedder: old.embedder };
  publish(directory, { ...manifest, ...kept });
  await library.markIndexed(collection, state.generation);
  onEvent({ type: "texts" });
  const whole = (await withMeaning(build, manifest, passages, texts, old)) ?? manifest;
  publish(directory, { ...whole, isComplete: true });
  await library.markIndexed(collection, state.generation);
  onEvent({ type: "done" });
}

interface OldModel {
  readonly model: StaticModel;
  readonly embedder: NonNullable<Manifest["embedder"]>;
  /** Vectors it has made already, by library row. */
  readonly vectors: ReadonlyMap<number, Uint8Array>;
  readonly kept: Pick<Manifest["files"], "model" | "graph" | "labels">;
}

/** The model of the last build, when it may still be used for what is in the library now. */
async function oldModel(
  { library, directory, collection }: Build,
  before: Manifest | null,
  passages: number,
): Promise<OldModel | null> {
  if (before?.embedder === undefined || before.files.model === undefined) return null;
  const { id, trainedOn, changed } = before.embedder;
  const vectors = new Map((await library.vectors(collection, id)).map(({ row, bytes }) => [row, bytes]));
  const added = passages - vectors.size;
  const removed = Math.max(0, before.passages - vectors.size);
  if (changed + added + removed > trainedOn * RETRAIN_SHARE) return null;
  const read = await readSealed(directory, before.files.model);
  if (read.data === undefined) return null;
  const { model, graph, labels } = before.files;
  const embedder = { ...before.embedder, changed: changed + added + removed };
  return { model: readModel(read.data), embedder, vectors, kept: { model, graph, labels } };
}

/** Adds model, vectors and graph; null when there is too little text to learn from. */
async function withMeaning(
  { library, directory, onEvent }: Build,
  manifest: Manifest,
  passages: readonly StoredPassage[],
  texts: TextIndex,
  old: OldModel | null,
): Promise<Manifest | null> {
  const model = old?.model ?? train(passages, texts, onEvent);
  if (model === null) return null;
  const embedder = staticEmbedder(model, old?.embedder.id);
  const matrix = await embedAll(library, passages, embedder, old?.vectors);
  const stem = `g${manifest.generation}`;
  const modelFile = old?.kept.model ?? sealed(`${stem}.model`, saveModel(join(directory, `${stem}.model`), model));
  const vectors = sealed(`${stem}.vectors`, saveMatrix(join(directory, `${stem}.vectors`), matrix));
  const graph = await buildGraph(directory, stem, matrix, texts.columns.ids, old?.kept ?? {});
  return {
    ...manifest,
    files: { ...manifest.files, model: modelFile, vectors, ...graph },
    embedder: {
      id: embedder.id,
      dims: embedder.dims,
      trainedOn: old?.embedder.trainedOn ?? passages.length,
      changed: old?.embedder.changed ?? 0,
    },
  };
}

function train(
  passages: readonly StoredPassage[],
  { lexical }: TextIndex,
  onEvent: Build["onEvent"],
): StaticModel | null {
  const vocabulary = vocabularyOf(lexical);
  const sequences = passages.map((passage) => placesOf(vocabulary, termsOf(indexedText(passage))));
  const onProgress = (share: number) => onEvent({ type: "training", share });
  const trained = trainTerms(sequences, vocabulary, { dims: DIMS, epochs: EPOCHS, onProgress });
  return trained === null ? null : packModel(vocabulary, trained);
}

/** Vectors of all passages in row order; those the library has from this model are not computed again. */
async function embedAll(
  library: Library,
  passages: readonly StoredPassage[],
  embedder: { readonly id: string; readonly dims: number; embedOne(text: string): Float32Array },
  stored: ReadonlyMap<number, Uint8Array> = new Map(),
): Promise<VectorMatrix> {
  const matrix = new VectorMatrix(embedder.dims);
  matrix.resize(passages.length);
  const fresh = passages.flatMap((passage, place) => {
    const bytes = stored.get(passage.row);
    const vector = bytes === undefined ? quantise(embedder.embedOne(indexedText(passage))) : fromStored(bytes);
    matrix.setBytes(place, vector.scale, vector.bytes);
    return bytes === undefined ? [{ row: passage.row, bytes: toStored(vector) }] : [];
  });
  if (fresh.length > 0) await library.putVectors(embedder.id, fresh);
  return matrix;
}
