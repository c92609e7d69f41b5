import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "./container.ts";
import { seal } from "./sealed.ts";

const FORMAT = 5; // rises when the files change their shape; an older index is then rebuilt
const NAME = "manifest.json";

const partSchema = z.object({
  /** Passages it was built from; some may be gone since. */
  rows: z.number(),
  texts: seal,
  vectors: seal.optional(),
  graph: seal.optional(),
  labels: seal.optional(),
});

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  collection: z.string(),
  generation: z.number(),
  /** The highest row that any part has looked at. */
  lastRow: z.number(),
  /** False while the words can be searched already and their meaning is still being learnt. */
  isComplete: z.boolean(),
  /** From the oldest to the newest: what a later part holds is no longer alive in an earlier one. */
  parts: z.array(partSchema),
  model: seal.optional(),
  embedder: z
    .object({
      id: z.string(),
      dims: z.number(),
      /** How many passages there were when the model was trained. */
      trainedOn: z.number(),
      /** How many passages came or went since. */
      changed: z.number(),
    })
    .optional(),
});

/** What an index directory holds: written last, so that whatever it names is whole. */
export type Manifest = Readonly<z.output<typeof manifestSchema>>;
export type ManifestPart = Readonly<z.output<typeof partSchema>>;

/** A manifest without a single part. */
export const emptyManifest = (collection: string, generation: number): Manifest => ({
  format: FORMAT,
  collection,
  generation,
  lastRow: 0,
  isComplete: true,
  parts: [],
});

/** Where the index of a collection lives. */
export const indexDirectory = (dataDir: string, collection: string): string =>
  join(dataDir, "index", collection);

/** The manifest of a directory; null when there is none or it cannot be read. */
export function readManifest(directory: string): Manifest | null {
  const path = join(directory, NAME);
  if (!existsSync(path)) return null;
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** True when two manifests speak of the same files in the same state. */
export const isSame = (a: Manifest, b: Manifest): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The names of all files that a manifest speaks of. */
const filesOf = ({ model, parts }: Manifest) =>
  [model, ...parts.flatMap(({ texts, vectors, graph, labels }) => [texts, vectors, graph, labels])].filter(
    (file) => file !== undefined,
  );

/** True when every file is there at its full length; their bytes are checked by whoever reads them. */
export function isWhole(directory: string, manifest: Manifest): boolean {
  return filesOf(manifest).every(
    ({ file, bytes }) => statSync(join(directory, file), { throwIfNoEntry: false })?.size === bytes,
  );
}

/** Publishes a manifest in one stroke, then removes files it does not name. */
export function publish(directory: string, manifest: Manifest): void {
  mkdirSync(directory, { recursive: true });
  writeWhole(join(directory, NAME), [Buffer.from(JSON.stringify(manifest))]);
  const named = new Set([NAME, ...filesOf(manifest).map(({ file }) => file)]);
  for (const name of readdirSync(directory)) {
    if (!named.has(name)) rmSync(join(directory, name), { force: true });
  }
}
