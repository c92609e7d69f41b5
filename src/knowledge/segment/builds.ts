import { messageOf } from "../../core/errors.ts";
import type { EmbedderChoice } from "../embed/choice.ts";
import type { CollectionState, Library } from "../../store/library.ts";
import type { BuildEvent } from "./build.ts";
import { indexDirectory, isSame, readManifest, type Manifest } from "./manifest.ts";
import { runBuild } from "./run-build.ts";

interface Options {
  readonly library: Library;
  readonly dataDir: string;
  readonly libraryPath: string;
  readonly log: (line: string) => void;
  readonly embedder?: EmbedderChoice | undefined;
  readonly isReady: (state: CollectionState) => boolean;
}

/** An index on its way to being current. */
export interface Underway {
  /** Resolves when its words are published, or when nothing more will come of it. */
  readonly words: Promise<void>;
  /** Resolves when it has to wait for another process. */
  readonly busy: Promise<void>;
}

/** The builds that this process runs or waits for: one at a time for each collection. */
export class Builds {
  readonly #options: Options;
  readonly #underway = new Map<string, Underway & { readonly work: Promise<void> }>();
  readonly #broken = new Map<string, Manifest>();
  readonly #stops = new Set<() => Promise<void>>();
  readonly #leaving = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Remembers that the files of this manifest are damaged, so that nothing of them is used again. */
  noteBroken(collection: string, manifest: Manifest): void {
    this.#broken.set(collection, manifest);
  }

  /** Builds what is missing in another thread; resolves when all of it is published. */
  async run(collection: string, onEvent: (event: BuildEvent) => void): Promise<void> {
    if (this.#leaving.signal.aborted) return;
    const directory = indexDirectory(this.#options.dataDir, collection);
    const isAnew = this.#isStillBroken(collection);
    const { libraryPath, embedder } = this.#options;
    const { done, stop } = runBuild({ libraryPath, directory, collection, isAnew, embedder }, onEvent);
    this.#stops.add(stop);
    await done.finally(() => this.#stops.delete(stop));
  }

  /** Brings an index up to date without anybody waiting for it, unless another process does so already. */
  bringUpToDate(collection: string): Underway {
    const known = this.#underway.get(collection);
    if (known !== undefined) return known;
    const { promise: words, resolve: onWords } = Promise.withResolvers<void>();
    const { promise: busy, resolve: onBusy } = Promise.withResolvers<void>();
    const work = this.#follow(collection, onWords, onBusy)
      .catch((error: unknown) => this.#failed(collection, error))
      .finally(() => {
        this.#underway.delete(collection);
        onWords();
      });
    const underway = { words, busy, work };
    this.#underway.set(collection, underway);
    return underway;
  }

  /** Stops builds and stops waiting. */
  async close(): Promise<void> {
    this.#leaving.abort();
    await Promise.allSettled(Array.from(this.#stops, (stop) => stop()));
    await Promise.allSettled(Array.from(this.#underway.values(), ({ work }) => work));
  }

  async #follow(collection: string, onWords: () => void, onBusy: () => void): Promise<void> {
    // whoever changes texts builds their index too, and whoever learns publishes: let them
    await this.#turn("texts", onBusy);
    await this.#turn("index", onBusy);
    const directory = indexDirectory(this.#options.dataDir, collection);
    const state = await this.#stateOf(collection);
    if (readManifest(directory)?.generation === state?.generation && !this.#isStillBroken(collection)) {
      onWords();
      await this.#turn("model", onBusy);
    }
    const now = await this.#stateOf(collection);
    if (now === undefined || (this.#options.isReady(now) && !this.#isStillBroken(collection))) return;
    await this.run(collection, ({ type }) => {
      if (type === "texts") onWords();
    });
  }

  /** Waits until nobody does this kind of work. */
  async #turn(what: "texts" | "index" | "model", onWait: () => void): Promise<void> {
    const { signal } = this.#leaving;
    await this.#options.library.exclusively(async () => undefined, { what, onWait, signal });
  }

  async #stateOf(collection: string): Promise<CollectionState | undefined> {
    return (await this.#options.library.collections()).find(({ name }) => name === collection);
  }

  #isStillBroken(collection: string): boolean {
    const broken = this.#broken.get(collection);
    const now = readManifest(indexDirectory(this.#options.dataDir, collection));
    return broken !== undefined && now !== null && isSame(broken, now);
  }

  #failed(collection: string, error: unknown): void {
    if (this.#leaving.signal.aborted) return;
    this.#options.log(`knowledge: building the index of ${collection} failed: ${messageOf(error)}`);
  }
}
