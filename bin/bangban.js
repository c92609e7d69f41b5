#!/usr/bin/env node
// starts the command line on the Node that this project pins, whatever Node called it
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED_MAJOR = 24;
const main = new URL("../src/main.ts", import.meta.url);
const pinned = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));

if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) {
  await import(main.href);
} else if (existsSync(pinned)) {
  const args = [fileURLToPath(main), ...process.argv.slice(2)];
  const { status, signal } = spawnSync(pinned, args, { stdio: "inherit" });
  process.exitCode = signal === null ? (status ?? 1) : 1;
} else {
  console.error(
    `bangban needs Node ${NEEDED_MAJOR}, this is ${process.version}. Run "npm ci" without --omit=dev, or install Node ${NEEDED_MAJOR}.`,
  );
  process.exitCode = 1;
}
