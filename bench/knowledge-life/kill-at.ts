import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync, StatementSync } from "node:sqlite";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded before an ingest (`node --import`): counts what this thread writes, and kills the process, hard, at the
 * n-th write. `KILL_AT=main:120` or `KILL_AT=worker:7`; without it, the counts are printed in the end.
 */
const [thread, count] = (process.env["KILL_AT"] ?? "").split(":");
const isAimedAt = thread === (isMainThread ? "main" : "worker");
let writes = 0;

const step = (): void => {
  writes += 1;
  if (isAimedAt && writes === Number(count)) process.kill(process.pid, "SIGKILL");
};

for (const name of ["writeSync", "fsyncSync", "renameSync", "rmSync"] as const) {
  const original = fs[name];
  Object.assign(fs, {
    [name]: (...values: unknown[]) => {
      step();
      return Reflect.apply(original, fs, values);
    },
  });
}
syncBuiltinESMExports();

for (const [prototype, name] of [
  [DatabaseSync.prototype, "exec"],
  [StatementSync.prototype, "run"],
  [StatementSync.prototype, "get"],
] as const) {
  const original: unknown = Reflect.get(prototype, name);
  if (typeof original !== "function") continue;
  Object.assign(prototype, {
    [name](this: unknown, ...values: unknown[]) {
      step();
      return Reflect.apply(original, this, values);
    },
  });
}

if (thread === "") {
  process.on("exit", () => fs.writeSync(1, `${isMainThread ? "main" : "worker"} ${writes}\n`));
}
