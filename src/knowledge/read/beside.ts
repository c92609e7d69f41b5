import { readFileSync } from "node:fs";

const BESIDE = ".meta.yaml";
const MAX_CHARS = 20_000; // a few lines are meant

/** The file that may say of this one what front matter says of a text: `rules.docx` and `rules.docx.meta.yaml`. */
export const besideOf = (relative: string): string => relative + BESIDE;

/** The files that may say it of all files in their folder and below, from the outermost: `_.meta.yaml`. */
export function besideFolders(relative: string): string[] {
  const folders = relative.split("/").slice(0, -1);
  return ["", ...folders.map((_, i) => `${folders.slice(0, i + 1).join("/")}/`)].map(
    (folder) => `${folder}_${BESIDE}`,
  );
}

/** True for a file that speaks of others and is no document itself. */
export const isBeside = (relative: string): boolean => relative.endsWith(BESIDE);

/** What such a file says, as YAML; a long one is cut, which makes it say nothing. */
export const readBeside = (path: string): string => readFileSync(path, "utf8").slice(0, MAX_CHARS);
