import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { EmbedderChoice } from "../embed/choice.ts";
import type { BuildEvent } from "./build.ts";

const event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("texts") }),
  z.object({ type: z.literal("training"), share: z.number() }),
  z.object({ type: z.literal("done") }),
]);

/** What a build needs to know; it opens the library itself, in its own thread. */
export interface BuildJob {
  readonly libraryPath: string;
  readonly directory: string;
  readonly collection: string;
  /** True when what is on the disk is known to be broken. */
  readonly isAnew: boolean;
  /** The neural embedder that was chosen, if any. */
  readonly embedder?: EmbedderChoice | undefined;
}

/** Builds an index in another thread, so that talks go on meanwhile; rejects when it fails or is stopped. */
export function runBuild(
  job: BuildJob,
  onEvent: (event: BuildEvent) => void,
): { readonly done: Promise<void>; stop(): Promise<void> } {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: job });
  const done = new Promise<void>((resolve, reject) => {
    worker.on("message", (message) => onEvent(event.parse(message)));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the index of ${job.collection} was not finished`));
    });
  });
  return {
    done,
    stop: async () => {
      await worker.terminate();
    },
  };
}
