import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { openSqliteLibrary } from "../../store/sqlite/library.ts";
import { choiceSchema } from "../embed/choice.ts";
import { buildIndex } from "./build.ts";

const { libraryPath, ...job } = z
  .object({
    libraryPath: z.string(),
    directory: z.string(),
    collection: z.string(),
    isAnew: z.boolean(),
    embedder: choiceSchema.optional(),
  })
  .parse(workerData);

const library = openSqliteLibrary(libraryPath);
try {
  await buildIndex({ ...job, library, onEvent: (event) => parentPort?.postMessage(event, []) });
} finally {
  await library.close();
}
