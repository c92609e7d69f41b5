import type { CollectionState, Library } from "../../store/library.ts";
import { segmentsOf } from "./alive.ts";
import { isOfChoice, type EmbedderChoice } from "../embed/choice.ts";
import type { BuildEvent } from "./build.ts";
import { Builds } from "./builds.ts";
import { loadIndex, type LoadedIndex } from "./load.ts";
import { indexDirectory, isSame, readManifest, type Manifest } from "./manifest.ts";
import { indexTexts, type Segment } from "./segment.ts";

/**
 * Below this a collection is indexed in memory when it is opened (30 ms), by words alone: a model trained on 1,200
 * passages moved recall@10 by less than the noise of the measurement.
 */
export const SMALL_PASSAGES = 2_000;

interface Options {
  readonly library: Library;
  readonly dataDir: string;
  readonly libraryPath: string;
  readonly log: (line: string) => void;
  /** The neural embedder that was chosen; unset: the one that is trained on the base itself. */
  readonly embedder?: EmbedderChoice | undefined;
}

interface Held {
  /** The library's change mark for which this was found to be right. */
  readonly mark: number;
  readonly segments: readonly Segment[];
  /** Null where the collection is indexed in memory. */
  readonly index: LoadedIndex | null;
  /** The library's generation that the index speaks of. */
  readonly generation: number;
}

/** The indexes of all collections: loaded when first asked for, renewed when the library has moved on. */
export class Segments {
  readonly #options: Options;
  readonly #held = new Map<string, Held>();
  readonly #renewals = new Map<string, Promise<Held>>();
  readonly #builds: Builds;
  #states: readonly CollectionState[] = [];
  #mark = -1;

  constructor(options: Options) {
    this.#options = options;
    this.#builds = new Builds({ ...options, isReady: (state) => this.isReady(state) });
  }

  /** Collections as they are now; re-read only when anybody changed anything. */
  async states(): Promise<readonly CollectionState[]> {
    const mark = await this.#options.library.changeMark();
    if (mark !== this.#mark) {
      this.#states = await this.#options.library.collections();
      this.#mark = mark;
    }
    return this.#states;
  }

  /** True when a collection of this size is indexed in memory: too little to learn from; a neural model has learnt. */
  isSmall(passages: number): boolean {
    return passages === 0 || (passages < SMALL_PASSAGES && this.#options.embedder === undefined);
  }

  /** True when nothing is left to build: the collection is small, or all of its index is on disk. */
  isReady({ name, passages, generation }: CollectionState): boolean {
    if (this.isSmall(passages)) return true;
    const manifest = readManifest(this.#directoryOf(name));
    return manifest?.generation === generation && manifest.isComplete && this.#isOfChoice(manifest);
  }

  /**
   * The parts that a collection's index consists of; each live passage is alive in exactly one.
   *
   * Where the library has moved on, this is the state before or after, never one between; what was removed is
   * missing at once.
   */
  async parts(state: CollectionState): Promise<readonly Segment[]> {
    const mark = this.#mark;
    const held = this.#held.get(state.name);
    // a model that is published for words that are there already leaves the library as it was
    const index = held?.index ?? null;
    const isWhole = index === null || (index.manifest.isComplete && this.#isOfChoice(index.manifest));
    const isRenewed = !isWhole && this.#isPublishedSince(state.name, index);
    if (held?.mark === mark && !isRenewed) return held.segments;
    const running = this.#renewals.get(state.name);
    const renewal = running ?? this.#renew(state, mark).finally(() => this.#renewals.delete(state.name));
    if (running === undefined) this.#renewals.set(state.name, renewal);
    return (await renewal).segments;
  }

  /** Brings the index of a large collection up to date and resolves when all of it is published. */
  async build(collection: string, onEvent: (event: BuildEvent) => void = () => {}): Promise<void> {
    await this.#builds.run(collection, onEvent);
  }

  /** Stops builds; what they had not published is built again at the next start. */
  async close(): Promise<void> {
    await this.#builds.close();
    await Promise.allSettled(this.#renewals.values());
  }

  async #renew(state: CollectionState, mark: number): Promise<Held> {
    const { name, generation } = state;
    const before = this.#held.get(name);
    if (this.isSmall(state.passages)) {
      const held =
        before?.index === null && before.generation === generation ? before : await this.#inMemory(state);
      return this.#hold(name, { ...held, mark });
    }
    const index = await this.#load(state, before?.index ?? undefined);
    if (index === null || (before === undefined && index.manifest.generation !== generation)) {
      return this.#catchUp(state, mark, before, index);
    }
    if (!this.isReady(state)) this.#builds.bringUpToDate(name);
    return this.#holdIndex(state, mark, index);
  }

  /** Waits for the words of a collection that has no index yet; an older index serves while others are at work. */
  async #catchUp(
    state: CollectionState,
    mark: number,
    before: Held | undefined,
    index: LoadedIndex | null,
  ): Promise<Held> {
    const { words, busy } = this.#builds.bringUpToDate(state.name);
    // what served until now goes on serving
    if (before !== undefined) return this.#hold(state.name, { ...before, mark });
    await (index === null ? words : Promise.race([words, busy]));
    const renewed = await this.#load(state, index ?? undefined);
    if (renewed === null) throw new Error(`there is no index of ${state.name}`);
    return this.#holdIndex(state, mark, renewed);
  }

  async #inMemory({ name, generation }: CollectionState): Promise<Held> {
    const passages = await this.#options.library.scan(name, 0, SMALL_PASSAGES * 2);
    const segment = { collection: name, generation, text: indexTexts(passages), meaning: null };
    return { mark: -1, segments: [segment], index: null, generation };
  }

  async #holdIndex({ name, generation }: CollectionState, mark: number, index: LoadedIndex): Promise<Held> {
    const hidden = await this.#options.library.hidden(name, index.manifest.generation);
    return this.#hold(name, { mark, segments: segmentsOf(index, hidden), index, generation });
  }

  #hold(name: string, held: Held): Held {
    this.#held.set(name, held);
    return held;
  }

  /** The index as it is on the disk; null when there is none or it is broken, which is said. */
  async #load(state: CollectionState, held: LoadedIndex | undefined): Promise<LoadedIndex | null> {
    const { name } = state;
    const manifest = readManifest(this.#directoryOf(name));
    if (manifest === null) {
      if (state.indexed >= 0) this.#say(`the index of ${name} is missing or unreadable; building it again`);
      return null;
    }
    if (held !== undefined && isSame(held.manifest, manifest)) return held;
    const { index, fault } = await loadIndex(this.#directoryOf(name), manifest, held, this.#options.embedder);
    if (index !== undefined) return index;
    const now = readManifest(this.#directoryOf(name));
    // another process published while we were reading
    if (now !== null && !isSame(now, manifest)) return this.#load(state, held);
    this.#builds.noteBroken(name, manifest);
    this.#say(`the index of ${name} is broken: ${fault}; building it again`);
    return null;
  }

  #isPublishedSince(name: string, { manifest }: LoadedIndex): boolean {
    const now = readManifest(this.#directoryOf(name));
    return now !== null && !isSame(manifest, now);
  }

  #isOfChoice({ embedder }: Manifest): boolean {
    const choice = this.#options.embedder;
    return embedder === undefined ? choice === undefined : isOfChoice(embedder.id, choice);
  }

  #say(line: string): void {
    this.#options.log(`knowledge: ${line}`);
  }

  #directoryOf(name: string): string {
    return indexDirectory(this.#options.dataDir, name);
  }
}
