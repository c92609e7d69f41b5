import type { Part } from "../content.ts";
import { decodeText } from "../decode.ts";
import { Refused, type Refusal } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { isDocumentName, kindOf } from "../sniff.ts";
import { unzipOrRefuse } from "../zip.ts";
import { readers } from "./index.ts";
import { Budget } from "./reading.ts";

const MAX_ARCHIVE_ENTRIES = 20_000;

/** What a reading tells while it goes on. */
export interface ReadEvents {
  /** The file that is read next: the whole, or one in an archive. */
  readonly begin: (name: string, bytes: number) => void;
  readonly progress: () => void;
  readonly part: (part: Part) => void;
}

/** Reads a file, or every file of an archive; what cannot be read becomes a part with its refusal. */
export async function readParts(
  bytes: Uint8Array,
  name: string,
  events: ReadEvents,
  isDone: (name: string) => boolean = () => false,
): Promise<void> {
  const budget = new Budget();
  events.begin(name, bytes.length);
  await guarded(name, events, async () => {
    if ((await kindOf(bytes, name)) !== "zip") return events.part(await readOne(bytes, name, budget, events));
    const only = (inner: string) => isShown(inner);
    const limits = { only, maxEntries: MAX_ARCHIVE_ENTRIES, maxInflatedBytes: budget.inflatedBytesLeft };
    const contents = await unzipOrRefuse(bytes, limits);
    budget.inflate(contents);
    if (contents.size === 0) throw new Refused(refusals.empty());
    for (const [inner, content] of contents) {
      const full = `${name}/${inner}`;
      if (isDone(full)) continue;
      events.begin(full, content.length);
      await guarded(full, events, async () => events.part(await readInner(content, full, budget, events)));
    }
  });
}

/** Turns a refusal, or a fault of a reader, into a part that says so. */
async function guarded(name: string, events: ReadEvents, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    const refusal: Refusal = error instanceof Refused ? error.refusal : refusals.crashed();
    events.part({ name, refusal });
  }
}

async function readInner(bytes: Uint8Array, name: string, budget: Budget, events: ReadEvents): Promise<Part> {
  if (!isDocumentName(name)) throw new Refused(refusals.unknown(/\.[^./]+$/.exec(name)?.[0] ?? "?"));
  if ((await kindOf(bytes, name)) === "zip") throw new Refused(refusals.nestedZip());
  const part = await readOne(bytes, name, budget, events);
  if (part.text !== undefined) budget.read([{ type: "text", text: part.text }]);
  return part;
}

async function readOne(bytes: Uint8Array, name: string, budget: Budget, events: ReadEvents): Promise<Part> {
  const kind = await kindOf(bytes, name);
  if (kind === "zip") throw new Refused(refusals.nestedZip());
  if (kind === "text" || kind === "lines") {
    const { text, refusal } = decodeText(bytes);
    if (text === undefined) throw new Refused(refusal);
    return { name, kind, text };
  }
  const read = await readers[kind]();
  // loading a reader is no part of the time a file may take
  events.progress();
  const { blocks, note } = await read(bytes, { name, budget, progress: events.progress });
  if (blocks.length === 0) throw new Refused(refusals.noText());
  return { name, kind, blocks: [...blocks], ...(note === undefined ? {} : { refusal: note }) };
}

/** False for what systems leave in archives and for hidden files. */
const isShown = (name: string): boolean =>
  !name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db");
