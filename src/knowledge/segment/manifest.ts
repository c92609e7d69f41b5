import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 as checksum } from "node:zlib";
import { z } from "zod";
import { messageOf } from "../../core/errors.ts";
import { writeWhole, type Seal } from "./container.ts";

const FORMAT = 1; // rises when the files change their shape; an older index is then rebuilt
const NAME = "manifest.json";

const seal = z.object({ file: z.string(), bytes: z.number(), sha256: z.string(), crc32: z.number() });

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  collection: z.string(),
  generation: z.number(),
  passages: z.number(),
  /** False while the words can be searched already and their meaning is still being learnt. */
  isComplete: z.boolean(),
  files: z.object({
    texts: seal,
    model: seal.optional(),
    vectors: seal.optional(),
    graph: seal.optional(),
    labels: seal.optional(),
  }),
  embedder: z
    .object({
      id: z.string(),
      dims: z.number(),
      /** How many passages the model was trained on. */
      trainedOn: z.number(),
      /** How many passages came or went since; the model is trained anew when it is a fifth. */
      changed: z.number(),
    })
    .optional(),
});

/** What an index directory holds: written last, so that whatever it names is whole. */
export type Manifest = Readonly<z.output<typeof manifestSchema>>;
export type SealedFile = z.output<typeof seal>;

/** Where the index of a collection lives. */
export const indexDirectory = (dataDir: string, collection: string): string => join(dataDir, "index", collection);

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

/** Publishes a manifest in one stroke, then removes files it does not name. */
export function publish(directory: string, manifest: Manifest): void {
  mkdirSync(directory, { recursive: true });
  writeWhole(join(directory, NAME), [Buffer.from(JSON.stringify(manifest))]);
  const named = new Set([NAME, ...Object.values(manifest.files).map((file) => file?.file)]);
  for (const name of readdirSync(directory)) {
    if (!named.has(name)) rmSync(join(directory, name), { force: true });
  }
}

/** A file's seal under its name. */
export const sealed = (file: string, seal: Seal): SealedFile => ({ file, ...seal });

/** A file's bytes, or why they cannot be used. */
export interface SealedBytes {
  readonly data: ArrayBuffer;
  readonly fault: string;
}

/** The bytes of a sealed file, or what is wrong with it. */
export async function readSealed(directory: string, { file, bytes, crc32 }: SealedFile): Promise<Partial<SealedBytes>> {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(join(directory, file));
    if (byteLength !== bytes) return { fault: `${file} has ${byteLength} bytes instead of ${bytes}` };
    const whole = new Uint8Array(buffer, byteOffset, byteLength);
    // the CRC finds every flipped byte at six times the speed of the SHA-256, which is there for people
    if (checksum(whole) !== crc32) return { fault: `${file} is damaged (its checksum differs)` };
    const isAlone = byteOffset === 0 && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer;
    return { data: isAlone ? buffer : whole.slice().buffer };
  } catch (error) {
    return { fault: `${file} cannot be read (${messageOf(error)})` };
  }
}
