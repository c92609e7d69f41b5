import { join } from "node:path";
import { mkdirSync } from "node:fs";
import type { CollectionState } from "../../store/library.ts";
import { isOfChoice, openChoice, type EmbedderChoice } from "../embed/choice.ts";
import type { Embedder } from "../embed/embedder.ts";
import { staticEmbedder } from "../embed/static.ts";
import { learn, type Learnt } from "./learn.ts";
import { readModel, saveModel } from "./load.ts";
import { isWhole, publish, readManifest, type Manifest } from "./manifest.ts";
import { isOutgrown } from "./plan.ts";
import { readSealed, sealed } from "./sealed.ts";
import { partWithoutGraph, vectorsLost, withGraph, withVectors } from "./vectors.ts";
import { freshName, writeTexts, type Place } from "./write.ts";

/** How far a build has come: the words can be searched, the model is at this share, everything is there. */
export type BuildEvent =
  | { readonly type: "texts" }
  | { readonly type: "training"; readonly share: number }
  | { readonly type: "done" };

export interface Build extends Place {
  /** True when what is on the disk is known to be broken: nothing of it is used. */
  readonly isAnew: boolean;
  readonly onEvent: (event: BuildEvent) => void;
  /** The neural embedder that was chosen, if any. */
  readonly embedder?: EmbedderChoice | undefined;
}

/**
 * Brings the index of a large collection up to date: words first, then their meaning.
 *
 * The lock is let go between the steps, so that a change of the texts never waits for a model to be learnt.
 */
export async function buildIndex(build: Build): Promise<void> {
  const { library, onEvent } = build;
  mkdirSync(build.directory, { recursive: true });
  const alone = <Result>(work: () => Promise<Result>, what: "index" | "model") =>
    library.exclusively(work, { what });
  await alone(() => indexWords(build), "index");
  onEvent({ type: "texts" });
  await alone(async () => {
    if (!needsModel(readManifest(build.directory), build.embedder)) return;
    if (build.embedder !== undefined) {
      const chosen = await openChoice(build.embedder);
      await alone(() => adoptChosen(build, chosen), "index");
      return;
    }
    const live = (await stateIn(build))?.passages ?? 0;
    const learnt = await learn(build, live, (share) => onEvent({ type: "training", share }));
    await alone(() => adopt(build, learnt), "index");
  }, "model");
  while (await alone(() => addGraph(build), "index"));
  onEvent({ type: "done" });
}

const stateIn = async ({ library, collection }: Place): Promise<CollectionState | undefined> =>
  (await library.collections()).find(({ name }) => name === collection);

/** Publishes the words of all that is in the library, with vectors where there is a model to make them. */
async function indexWords({ isAnew, embedder: choice, ...place }: Build): Promise<void> {
  const found = isAnew ? null : readManifest(place.directory);
  const isCurrent = found?.isComplete === true && found.generation === (await stateIn(place))?.generation;
  if (isCurrent && !needsModel({ ...found, isComplete: false }, choice)) return;
  const before = found !== null && isWhole(place.directory, found) ? found : null;
  const now = await writeTexts(place, before);
  if (now === null) return;
  const embedder = before === null ? null : await embedderOf(place, before, choice);
  if (before === null || embedder === null) return announce(place, bare(now));
  await announce(place, await withVectors(place, now, embedder, await vectorsLost(place, before, now)));
}

/** The words of all that is in the library, without the vectors of a former model. */
async function wordsOf(place: Place): Promise<Manifest | null> {
  const found = readManifest(place.directory);
  const before = found !== null && isWhole(place.directory, found) ? found : null;
  const now = await writeTexts(place, before);
  return now === null ? null : bare(now);
}

/** A manifest without any meaning: what is there of it cannot be read. */
const bare = ({ embedder: _embedder, model: _model, ...manifest }: Manifest): Manifest => ({
  ...manifest,
  parts: manifest.parts.map(({ rows, texts }) => ({ rows, texts })),
});

/** The embedder that made the vectors of a manifest, where it is still the one to use. */
async function embedderOf(
  { directory }: Place,
  { embedder, model }: Manifest,
  choice: EmbedderChoice | undefined,
): Promise<Embedder | null> {
  if (embedder === undefined || !isOfChoice(embedder.id, choice)) return null;
  if (choice !== undefined) {
    const chosen = await openChoice(choice).catch(() => null);
    // not to be reached now: the words are published, the vectors follow when it is back
    return chosen?.id === embedder.id ? chosen : null;
  }
  if (model === undefined) return null;
  const { data } = await readSealed(directory, model);
  return data === undefined ? null : staticEmbedder(readModel(data), embedder.id);
}

function needsModel(manifest: Manifest | null, choice: EmbedderChoice | undefined): boolean {
  if (manifest === null || manifest.isComplete) return false;
  const { embedder } = manifest;
  if (embedder === undefined || !isOfChoice(embedder.id, choice)) return true;
  return choice === undefined && isOutgrown(embedder);
}

/** Publishes what is in the library now under the embedder that was chosen. */
async function adoptChosen(place: Place, chosen: Embedder): Promise<void> {
  const now = await wordsOf(place);
  if (now === null) return;
  const whole = await withVectors(place, now, chosen);
  const trainedOn = now.parts.reduce((total, { rows }) => total + rows, 0);
  await announce(place, { ...whole, embedder: { id: chosen.id, dims: chosen.dims, trainedOn, changed: 0 } });
}

/** Publishes what is in the library now under a new model; without one, words are all there is. */
async function adopt(place: Place, learnt: Learnt | null): Promise<void> {
  const before = readManifest(place.directory);
  if (learnt === null) return before === null ? undefined : announce(place, { ...before, isComplete: true });
  const now = await wordsOf(place);
  if (now === null) return;
  const { model, trainedOn } = learnt;
  const embedder = staticEmbedder(model);
  const file = `${freshName(now.generation)}.model`;
  const whole = await withVectors(place, now, embedder);
  await announce(place, {
    ...whole,
    model: sealed(file, saveModel(join(place.directory, file), model)),
    embedder: { id: embedder.id, dims: embedder.dims, trainedOn, changed: 0 },
  });
}

/** Builds one graph that is missing; true when there may be another one. */
async function addGraph({ embedder, ...place }: Build): Promise<boolean> {
  const manifest = readManifest(place.directory);
  if (manifest === null || manifest.isComplete || needsModel(manifest, embedder)) return false;
  const at = partWithoutGraph(manifest);
  const whole = at < 0 ? null : await withGraph(place, manifest, at);
  await announce(place, whole ?? { ...manifest, isComplete: true });
  return whole !== null;
}

/** Publishes an index and lets the library and all processes know. */
async function announce({ library, directory, collection }: Place, manifest: Manifest): Promise<void> {
  const { generation, parts } = manifest;
  const before = readManifest(directory);
  publish(directory, manifest);
  await library.markIndexed(collection, generation);
  const held = new Set(before?.parts.map(({ texts }) => texts.file));
  const isAllNew = parts.every(({ texts }) => !held.has(texts.file));
  if (isAllNew) await library.forgetGone(collection, generation);
}
