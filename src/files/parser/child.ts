import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Part } from "../content.ts";
import type { Refusal } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { frame, FrameReader } from "./frames.ts";
import { eventSchema, type Job, type ParserEvent } from "./messages.ts";
import { Watch } from "./watch.ts";

const HEAP_MIB = 512;
const MAX_ANSWER_BYTES = 160 * 1024 * 1024; // the longest text that is read, in JSON
const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

// the process may read the program and its libraries: no settings, no data, no writing, no other process
const FLAGS = [
  "--permission",
  `--allow-fs-read=${ROOT}src/*`,
  `--allow-fs-read=${ROOT}node_modules/*`,
  `--allow-fs-read=${ROOT}package.json`,
  `--max-old-space-size=${HEAP_MIB}`,
];

/** What came of a job: how far it got, and why no further where it was stopped. */
export interface Outcome {
  readonly parts: readonly Part[];
  readonly stopped?: { readonly at: string; readonly why: Refusal };
}

/** One process that reads files, one at a time; a file that breaks it breaks nothing else. */
export class Child {
  readonly #process: ChildProcess;
  #onEvent: (event: ParserEvent) => void = () => {};
  #onEnd: (why: Refusal) => void = () => {};
  #isAlive = true;
  #startMs: number | null = null;
  /** Files read so far. */
  served = 0;

  constructor() {
    this.#process = spawn(process.execPath, [...FLAGS, WORKER], {
      stdio: ["pipe", "pipe", "ignore"],
      env: {},
    });
    const answers = new FrameReader(MAX_ANSWER_BYTES, (payload) => this.#tell(payload));
    this.#process.stdout?.on("data", (chunk: Buffer) => this.#receive(answers, chunk));
    // a child that dies while it is written to is told of by its exit
    this.#process.stdin?.on("error", () => this.#end(refusals.crashed()));
    this.#process.once("error", () => this.#end(refusals.crashed()));
    this.#process.once("exit", () => this.#end(refusals.crashed()));
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Reads one file; the child is dead afterwards if it had to be stopped. */
  run(job: Job, bytes: Uint8Array): Promise<Outcome> {
    this.served += 1;
    const parts: Part[] = [];
    let at = job.name;
    const watch = new Watch(this.#process.pid ?? 0, bytes.length, this.#startMs, (why) => this.#end(why));
    return new Promise<Outcome>((resolve) => {
      this.#onEnd = (why) => {
        watch.stop();
        resolve({ parts, stopped: { at, why } });
      };
      this.#onEvent = (event) => {
        watch.progress();
        if (event.type === "begin") {
          at = event.name;
          const usedMs = watch.begin(event.bytes);
          this.#startMs ??= usedMs;
        } else if (event.type === "part") parts.push(event.part);
        else if (event.type === "done") {
          watch.stop();
          resolve({ parts });
        }
      };
      if (!this.#isAlive) return this.#onEnd(refusals.crashed());
      this.#process.stdin?.write(frame(Buffer.from(JSON.stringify(job))));
      this.#process.stdin?.write(frame(bytes));
    });
  }

  kill(): void {
    this.#end(refusals.crashed());
  }

  #receive(answers: FrameReader, chunk: Buffer): void {
    if (!this.#isAlive) return;
    try {
      answers.push(chunk);
    } catch (error) {
      // an answer that is too long or is none: whatever wrote it is not our reader any more
      this.#end(error instanceof RangeError ? refusals.muchText() : refusals.crashed());
    }
  }

  #tell(payload: Buffer): void {
    this.#onEvent(eventSchema.parse(JSON.parse(payload.toString())));
  }

  #end(why: Refusal): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#process.kill("SIGKILL");
    this.#onEnd(why);
  }
}
