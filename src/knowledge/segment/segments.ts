import type { CollectionState, Library } from "../../store/library.ts";
import { messageOf } from "../../core/errors.ts";
import { loadSegment } from "./load.ts";
import { indexDirectory, readManifest, type Manifest } from "./manifest.ts";
import { runBuild, type BuildJob } from "./run-build.ts";
import type { BuildEvent } from "./build.ts";
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
}

interface Held {
  readonly segment: Segment;
  readonly isComplete: boolean;
}

/** The indexes of all collections: loaded when first asked for, renewed when the library has moved on. */
export class Segments {
  readonly #options: Options;
  readonly #held = new Map<string, Held>();
  readonly #opening = new Map<string, Promise<Segment>>();
  /** Collections whose meaning waits for its turn to be learnt. */
  readonly #behind = new Set<string>();
  readonly #builds = new Map<string, { job: Promise<void>; stop: () => Promise<void> }>();
  #states: readonly CollectionState[] = [];
  #mark = -1;
  #isClosed = false;

  constructor(options: Options) {
    this.#options = options;
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

  /** What is held of a collection without opening anything. */
  held(name: string): Segment | undefined {
    return this.#held.get(name)?.segment;
  }

  /** True when nothing is left to build: the collection is small, or all of its index is on disk. */
  isReady({ name, passages, generation }: CollectionState): boolean {
    if (passages < SMALL_PASSAGES) return true;
    const manifest = readManifest(this.#directoryOf(name));
    return manifest?.generation === generation && manifest.isComplete;
  }

  /** The index of a collection at its present generation, or the last one while a new one is being built. */
  async get(state: CollectionState): Promise<Segment> {
    const held = this.#held.get(state.name);
    if (held?.segment.generation === state.generation && held.isComplete) return held.segment;
    const opening = this.#opening.get(state.name);
    if (opening !== undefined) return opening;
    const opened = this.#open(state).finally(() => this.#opening.delete(state.name));
    this.#opening.set(state.name, opened);
    return opened;
  }

  /** The parts a collection's index consists of: each live passage is alive in exactly one. */
  async parts(state: CollectionState): Promise<readonly Segment[]> {
    return [await this.get(state)];
  }

  /** Builds the index of a large collection now and resolves when all of it is published. */
  async build(collection: string, onEvent: (event: BuildEvent) => void = () => {}): Promise<void> {
    const running = this.#builds.get(collection);
    if (running !== undefined) await Promise.allSettled([running.job]);
    if (this.#isClosed) return;
    const { done, stop } = runBuild(this.#jobOf(collection), onEvent);
    const job = done.finally(() => this.#builds.delete(collection));
    this.#builds.set(collection, { job, stop });
    await job;
  }

  /** Stops builds; what they had not published is built again at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const builds = [...this.#builds.values()];
    await Promise.all(builds.map(({ stop }) => stop()));
    await Promise.allSettled(builds.map(({ job }) => job));
    await Promise.allSettled(this.#opening.values());
  }

  async #open(state: CollectionState): Promise<Segment> {
    if (state.passages < SMALL_PASSAGES) return this.#openSmall(state);
    const manifest = readManifest(this.#directoryOf(state.name));
    const held = this.#held.get(state.name);
    const isCurrent = manifest?.generation === state.generation;
    if (isCurrent && !manifest.isComplete && held?.segment.generation === state.generation) {
      this.#buildBehind(state);
      return held.segment;
    }
    const loaded = isCurrent ? await this.#load(state.name, manifest) : null;
    if (loaded !== null) {
      if (!loaded.isComplete) this.#buildBehind(state);
      return loaded.segment;
    }
    if (manifest !== null && !isCurrent) this.#say(`the index of ${state.name} is out of date; building it again`);
    if (manifest === null) this.#say(`there is no usable index of ${state.name}; building it from the database`);
    return this.#rebuild(state, held?.segment ?? null, manifest);
  }

  async #openSmall({ name, generation }: CollectionState): Promise<Segment> {
    const passages = await this.#options.library.scan(name, 0, SMALL_PASSAGES * 2);
    const segment = { collection: name, generation, text: indexTexts(passages), meaning: null };
    this.#held.set(name, { segment, isComplete: true });
    return segment;
  }

  async #load(name: string, manifest: Manifest): Promise<Held | null> {
    const { segment, fault } = await loadSegment(this.#directoryOf(name), manifest);
    const now = fault === undefined ? null : readManifest(this.#directoryOf(name));
    // another process published while we were reading
    if (now !== null && JSON.stringify(now) !== JSON.stringify(manifest)) return this.#load(name, now);
    if (fault !== undefined) {
      this.#say(`the index of ${name} is broken: ${fault}; building it again`);
      return null;
    }
    const held = { segment, isComplete: manifest.isComplete };
    this.#held.set(name, held);
    return held;
  }

  /** Builds; resolves with the words' index as soon as it is there, or at once with an older one if another
   *  process is at work already. */
  async #rebuild(state: CollectionState, older: Segment | null, manifest: Manifest | null): Promise<Segment> {
    const { promise, resolve, reject } = Promise.withResolvers<Segment>();
    const publishTexts = async () => {
      const fresh = readManifest(this.#directoryOf(state.name));
      const held = fresh === null ? null : await this.#load(state.name, fresh);
      if (held !== null) resolve(held.segment);
    };
    const onWait = async () => {
      const old = older ?? (manifest === null ? null : (await this.#load(state.name, manifest))?.segment);
      if (old !== null && old !== undefined) resolve(old);
    };
    const work = this.#options.library.exclusively(
      () => this.build(state.name, ({ type }) => void (type === "texts" && publishTexts().catch(reject))),
      () => void onWait().catch(reject),
    );
    work.then(publishTexts).catch((error: unknown) => this.#failed(state.name, error, reject));
    return promise;
  }

  /** Learns the meaning that an earlier build did not get to, without anybody waiting for it. */
  #buildBehind({ name }: CollectionState): void {
    if (this.#builds.has(name) || this.#behind.has(name)) return;
    this.#behind.add(name);
    const work = this.#options.library.exclusively(async () => {
      if (readManifest(this.#directoryOf(name))?.isComplete !== true) await this.build(name);
    });
    work
      .catch((error: unknown) => this.#failed(name, error))
      .finally(() => this.#behind.delete(name));
  }

  #failed(name: string, error: unknown, reject?: (error: unknown) => void): void {
    if (!this.#isClosed) this.#say(`building the index of ${name} failed: ${messageOf(error)}`);
    reject?.(error);
  }

  #say(line: string): void {
    this.#options.log(`knowledge: ${line}`);
  }

  #directoryOf(name: string): string {
    return indexDirectory(this.#options.dataDir, name);
  }

  #jobOf(collection: string): BuildJob {
    const { libraryPath } = this.#options;
    return { libraryPath, collection, directory: this.#directoryOf(collection) };
  }
}
