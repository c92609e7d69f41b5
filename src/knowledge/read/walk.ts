import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { BotError, messageOf } from "../../core/errors.ts";
import type { Refusal } from "../../files/refuse.ts";
import { refusals } from "../../files/refusals.ts";
import { besideFolders, besideOf, isBeside } from "./beside.ts";

/** A file as the folder shows it, before it is read. */
export interface FoundFile {
  readonly path: string;
  /** With forward slashes, from the folder that was named. */
  readonly relative: string;
  /** Of the file and of what stands beside it. */
  readonly sizeBytes: number;
  /** The latest, of the file and of what stands beside it. */
  readonly mtimeMs: number;
  /** Files that say of this one what front matter would, from the folder down. */
  readonly beside: readonly string[];
  /** Why it must not be opened at all. */
  readonly refusal?: Refusal;
}

export interface Root {
  readonly path: string;
  readonly files: readonly FoundFile[];
}

const CONTROL = /\p{Cc}/u;

/** A name that can be shown on a terminal whatever it holds. */
export const visible = (name: string): string => name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "�");

/** All files of a folder (or the one file), by name; hidden ones and links to folders are passed over. */
export function walk(path: string): Root {
  const root = resolve(path);
  const stat = statRoot(root);
  // a file that is named is wanted, even where it is a link
  if (stat.isFile()) return { path: root, files: listed(dirname(root), [basename(root)], () => null) };
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((relative) => !relative.split(/[\\/]/).some((part) => part.startsWith(".")))
    .sort();
  return { path: root, files: listed(root, names) };
}

interface Size {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

function listed(root: string, names: readonly string[], refuse = refusalOf): FoundFile[] {
  const slashed = new Map(names.map((name) => [name.replaceAll(sep, "/"), name]));
  const speakers = new Map<string, Size>();
  for (const [relative, name] of slashed) {
    const size = isBeside(relative) ? sizeOf(join(root, name)) : null;
    if (size !== null) speakers.set(relative, size);
  }
  return [...slashed].flatMap(([relative, name]) => {
    const size = isBeside(relative) ? null : sizeOf(join(root, name));
    if (size === null) return [];
    const beside = [...besideFolders(relative), besideOf(relative)].flatMap(
      (each) => speakers.get(each) ?? [],
    );
    return [found(relative, size, beside, refuse(root, relative, size.path))];
  });
}

function found(relative: string, size: Size, beside: readonly Size[], refusal: Refusal | null): FoundFile {
  return {
    path: size.path,
    relative,
    sizeBytes: beside.reduce((sum, each) => sum + each.sizeBytes, size.sizeBytes),
    mtimeMs: Math.max(size.mtimeMs, ...beside.map(({ mtimeMs }) => mtimeMs)),
    beside: beside.map(({ path }) => path),
    ...(refusal === null ? {} : { refusal }),
  };
}

function refusalOf(root: string, relative: string, path: string): Refusal | null {
  if (CONTROL.test(relative)) return refusals.badName();
  if (!lstatSync(path).isSymbolicLink()) return null;
  // what lies outside was not given to be read
  return realpathSync(path).startsWith(realpathSync(root) + sep) ? null : refusals.linkOutside();
}

/** Null for a broken link, a socket or a device: not a file to read. */
function sizeOf(path: string): Size | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true ? { path, sizeBytes: stat.size, mtimeMs: stat.mtimeMs } : null;
}

function statRoot(root: string) {
  try {
    return statSync(root);
  } catch (error) {
    throw new BotError("usage.invalid", `cannot read ${root}: ${messageOf(error)}`, {
      forUser: { zh: "找不到要读入的文件或文件夹。", en: "The file or folder to read is not there." },
      file: root,
      remedy: "check the path; give a folder or a file",
      cause: error,
    });
  }
}
