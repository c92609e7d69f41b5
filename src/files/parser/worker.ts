import { readParts } from "../formats/read.ts";
import { frame, FrameReader } from "./frames.ts";
import { jobSchema, type Job, type ParserEvent } from "./messages.ts";

const MAX_FILE_BYTES = 1024 * 1024 * 1024; // the parent has its own, lower limit
const PROGRESS_EVERY_MS = 100;

// libraries that fetch find nothing to fetch with, and none of them may write between our messages
Reflect.deleteProperty(globalThis, "fetch");
Reflect.deleteProperty(globalThis, "WebSocket");
for (const method of ["log", "info", "warn", "error", "debug"] as const) console[method] = () => {};

const tell = (event: ParserEvent): void => {
  process.stdout.write(frame(Buffer.from(JSON.stringify(event))));
};

let lastMs = 0;
const progress = (): void => {
  const now = performance.now();
  if (now - lastMs < PROGRESS_EVERY_MS) return;
  lastMs = now;
  tell({ type: "progress" });
};

let job: Job | null = null;
const input = new FrameReader(MAX_FILE_BYTES, (payload) => {
  if (job === null) {
    job = jobSchema.parse(JSON.parse(payload.toString()));
    return;
  }
  const { name, done } = job;
  job = null;
  void read(payload, name, new Set(done));
});

async function read(bytes: Uint8Array, name: string, done: ReadonlySet<string>): Promise<void> {
  await readParts(
    bytes,
    name,
    {
      begin: (part, size) => tell({ type: "begin", name: part, bytes: size }),
      progress,
      part: (part) => tell({ type: "part", part }),
    },
    (part) => done.has(part),
  );
  tell({ type: "done" });
}

process.stdin.on("data", (chunk: Buffer) => input.push(chunk));
// nobody is there to listen any more
process.stdin.on("end", () => process.exit(0));
