import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { openSqliteLibrary } from "../../store/sqlite/library.ts";
import { buildIndex } from "./build.ts";

const { libraryPath, directory, collection } = z
  .object({ libraryPath: z.string(), directory: z.string(), collection: z.string() })
  .parse(workerData);

const library = openSqliteLibrary(libraryPath);
try {
  await buildIndex({
    library,
    directory,
    collection,
    onEvent: (event) => parentPort?.postMessage(event, []),
  });
} finally {
  await library.close();
}
