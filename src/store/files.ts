import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ReplyFile } from "../core/reply.ts";

/** A file as it was kept. */
export interface KeptFile {
  readonly name: string;
  readonly mime: string;
  readonly body: Uint8Array;
}

/** Files that replies carry, in the data folder. Whoever knows the id may fetch: ids cannot be guessed. */
export interface FileStore {
  /** Resolves once the bytes have reached the disk. */
  keep(file: KeptFile): Promise<ReplyFile>;
  /** Null when there is no such file. */
  open(fileId: string): Promise<KeptFile | null>;
  /** Where the bytes lie, for the command line and for platforms that send from disk. */
  pathOf(fileId: string): string;
}

const ID_BYTES = 16; // 128 bits: nobody finds one by trying
const ID = /^[A-Za-z0-9_-]{22}$/;
const about = z.object({ name: z.string(), mime: z.string() });

/** Opens the folder of files in a data folder; it is made with the first file. */
export function openFileStore(dataDir: string): FileStore {
  const folder = join(dataDir, "files");
  const pathOf = (fileId: string): string => join(folder, fileId);
  return {
    pathOf,
    async keep({ name, mime, body }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const fileId = randomBytes(ID_BYTES).toString("base64url");
      await writeWhole(pathOf(fileId), body);
      // what it is called comes last: a file without it was never handed out
      await writeWhole(`${pathOf(fileId)}.json`, Buffer.from(JSON.stringify({ name, mime })));
      return { name, mime, fileId };
    },
    async open(fileId) {
      if (!ID.test(fileId) || !existsSync(`${pathOf(fileId)}.json`)) return null;
      const { name, mime } = about.parse(JSON.parse(await readFile(`${pathOf(fileId)}.json`, "utf8")));
      return { name, mime, body: await readFile(pathOf(fileId)) };
    },
  };
}

/** Writes beside the place and moves it there, so that nobody ever sees half a file. */
async function writeWhole(path: string, body: Uint8Array): Promise<void> {
  const half = `${path}.part`;
  const file = await open(half, "wx", 0o600);
  try {
    await file.writeFile(body);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, path);
}
