import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { BotError, messageOf } from "../../core/errors.ts";

/** A file as the folder shows it, before it is read. */
export interface FoundFile {
  readonly path: string;
  /** With forward slashes, from the folder that was named. */
  readonly relative: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

export interface Root {
  readonly path: string;
  readonly files: readonly FoundFile[];
}

/** All files of a folder (or the one file), by name; hidden ones and links to folders are passed over. */
export function walk(path: string): Root {
  const root = resolve(path);
  const stat = statRoot(root);
  if (stat.isFile()) return { path: root, files: [found(dirname(root), basename(root))] };
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((relative) => !relative.split(/[\\/]/).some((part) => part.startsWith(".")))
    .sort()
    .map((relative) => found(root, relative));
  return { path: root, files: files.filter(({ mtimeMs }) => mtimeMs >= 0) };
}

function found(root: string, relative: string): FoundFile {
  const path = join(root, relative);
  const stat = statSync(path, { throwIfNoEntry: false });
  const isFile = stat?.isFile() === true;
  return {
    path,
    relative: relative.replaceAll("\\", "/"),
    sizeBytes: isFile ? stat.size : 0,
    // a broken link or a socket: not a file to read
    mtimeMs: isFile ? stat.mtimeMs : -1,
  };
}

function statRoot(root: string) {
  try {
    return statSync(root);
  } catch (error) {
    throw new BotError("usage.invalid", `cannot read ${root}: ${messageOf(error)}`, {
      forUser: { zh: "找不到要读入的文件或文件夹。", en: "The file or folder to read is not there." },
      file: root,
      remedy: "check the path; give a folder or a .md, .txt or .jsonl file",
      cause: error,
    });
  }
}
