import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seeded } from "../../src/knowledge/embed/random.ts";
import { openKnowledge, type Knowledge } from "../../src/knowledge/open.ts";
import { COLLECTION, editionIn, lawOf, SCOPE, write } from "./editions.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

// large enough for an index on the disk; the tenth that changes makes a part of its own
const FILES = 30;
const ARTICLES = 70;
const CHANGING = 3;

export interface Kill {
  readonly at: string;
  /** False when the ingest was over before it came to that point. */
  readonly isKilled: boolean;
  /** How many of the changing documents were found in their former state, and how many in the new one. */
  readonly former: number;
  readonly now: number;
}

/** Kills an ingest at random writes, one after the other on the same base, and checks every time what is found. */
export class KillRounds {
  readonly #dataDir: string;
  readonly #packsDir: string;
  readonly #folder: string;
  readonly #random: () => number;
  #edition = 1;
  /** The edition in which each changing law was found last, and the newest one; null where it is taken out. */
  readonly #found = new Map<number, number | null>();
  readonly #wanted = new Map<number, number | null>();
  #points = { main: 1, worker: 1 };

  constructor(root: string, seed: number) {
    this.#dataDir = join(root, "data");
    this.#packsDir = join(root, "packs");
    this.#folder = join(root, "laws");
    this.#random = seeded(seed);
    for (const folder of [this.#packsDir, this.#folder]) mkdirSync(folder, { recursive: true });
  }

  /** Reads the first edition in, and counts the writes of an ingest of the second. */
  async prepare(): Promise<void> {
    for (let i = 0; i < FILES; i += 1) write(this.#folder, nameOf(i), lawOf(`法${i}号`, ARTICLES, 1));
    const knowledge = await this.#open();
    await knowledge.ingest([this.#folder], { collection: COLLECTION });
    await knowledge.close();
    this.#nextEdition();
    const { stdout } = this.#ingest("");
    this.#points = {
      main: Number(/main (\d+)/.exec(stdout)?.[1]),
      worker: Number(/worker (\d+)/.exec(stdout)?.[1]),
    };
    for (const [i, edition] of this.#wanted) this.#found.set(i, edition);
  }

  /** Kills one ingest. Throws when anything is found that is neither the former nor the new state. */
  async round(): Promise<Kill> {
    const thread = this.#random() < 0.5 ? "main" : "worker";
    const at = `${thread}:${1 + Math.floor(this.#random() * this.#points[thread])}`;
    this.#nextEdition();
    const { signal, status, stderr } = this.#ingest(at);
    if (signal === null && status !== 0) throw new Error(`${at}: the ingest failed: ${stderr}`);
    const knowledge = await this.#open();
    const kill = { at, isKilled: signal === "SIGKILL", former: 0, now: 0 };
    for (const [i, wanted] of this.#wanted) {
      const former = this.#found.get(i) ?? null;
      const found = await this.#look(knowledge, i, [former, wanted], at);
      this.#found.set(i, found);
      if (found === wanted) kill.now += 1;
      else kill.former += 1;
    }
    for (const i of [7, 19]) await this.#look(knowledge, i, [1], at);
    await knowledge.close();
    return kill;
  }

  /** Ingests once more, undisturbed. Throws when anything but the newest state is found then. */
  async finish(): Promise<void> {
    const knowledge = await this.#open();
    await knowledge.ingest([this.#folder], { collection: COLLECTION });
    for (const [i, wanted] of this.#wanted) await this.#look(knowledge, i, [wanted], "in the end");
    await knowledge.close();
  }

  /** The edition in which a law is found, whole; null when nothing of it is found. */
  async #look(
    knowledge: Knowledge,
    i: number,
    allowed: readonly (number | null)[],
    at: string,
  ): Promise<number | null> {
    const editions = new Set<number | null>();
    for (const article of [1, 33, ARTICLES]) {
      const { hits } = await knowledge.search(
        `法${i}号第${article}条的内容，代号法${i}号x${article}`,
        SCOPE,
        5,
      );
      const own = hits.filter(({ articleId }) => articleId === nameOf(i));
      const exact = own.find((hit) => hit.article === `第${article}条`);
      if (own.length > 0 && exact === undefined)
        throw new Error(`${at}: article ${article} of law ${i} is not found`);
      editions.add(exact === undefined ? null : editionIn(exact.text));
      for (const hit of own) editions.add(editionIn(hit.text));
    }
    const [edition = null] = editions;
    if (editions.size === 1 && allowed.includes(edition)) return edition;
    throw new Error(
      `${at}: law ${i} is found in editions ${[...editions].join()} instead of ${allowed.join(" or ")}`,
    );
  }

  /** Writes new editions of some laws; another one comes and goes. */
  #nextEdition(): void {
    this.#edition += 1;
    for (let i = 0; i < CHANGING; i += 1) this.#wanted.set(i, this.#edition);
    this.#wanted.set(CHANGING, this.#edition % 2 === 0 ? null : this.#edition);
    for (const [i, edition] of this.#wanted) {
      if (edition === null) rmSync(join(this.#folder, nameOf(i)), { force: true });
      else write(this.#folder, nameOf(i), lawOf(`法${i}号`, ARTICLES, edition));
    }
  }

  #ingest(killAt: string) {
    return spawnSync(
      process.execPath,
      [
        "--import",
        here("./kill-at.ts"),
        here("./ingest-child.ts"),
        this.#dataDir,
        this.#packsDir,
        this.#folder,
      ],
      { env: { ...process.env, KILL_AT: killAt }, encoding: "utf8" },
    );
  }

  #open(): Promise<Knowledge> {
    return openKnowledge({ dataDir: this.#dataDir, packsDir: this.#packsDir, log: () => {} });
  }
}

const nameOf = (i: number): string => `law-${i}.md`;
