import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BotError } from "../../core/errors.ts";
import { readCatalogue } from "../../store/sqlite/statute-catalogue.ts";
import type { CatalogueRow } from "../../store/statutes.ts";
import type { LawText } from "../text/law-text.ts";
import { parseLaw } from "../text/parse.ts";

const CATALOGUE = "db.sqlite3";
const DATED = /^(.*?)(?:[(（](\d{4}-\d{2}-\d{2})[)）])?\.md$/;

/** One law file of a collection, read and matched with its row of the catalogue. */
export interface LawFile {
  /** Within the collection, with forward slashes. */
  readonly path: string;
  readonly folder: string;
  /** From the file's name, without the date. */
  readonly name: string;
  /** From the file's name, or the catalogue. */
  readonly published: string | null;
  readonly sha256: string;
  readonly law: LawText;
  readonly row: CatalogueRow | null;
}

export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
}

export interface Collection {
  readonly name: string;
  readonly files: readonly LawFile[];
  readonly unread: readonly UnreadFile[];
}

/** Reads a folder of Markdown laws in the LawRefBook layout; the catalogue db.sqlite3 is used where there is one. */
export function readCollection(folder: string, name = basename(folder)): Collection {
  const catalogue = existsSync(join(folder, CATALOGUE)) ? readCatalogue(join(folder, CATALOGUE)) : [];
  const rows = new Map(
    catalogue.map((row) => [fileKey(row.folder ?? "", row.filename ?? row.name, row.published), row]),
  );
  const undated = new Map(
    catalogue.map((row) => [fileKey(row.folder ?? "", row.filename ?? row.name, null), row]),
  );
  const files: LawFile[] = [];
  const unread: UnreadFile[] = [];
  if (!existsSync(folder)) throw noFolder(folder);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .toSorted();
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    const text = bytes.toString("utf8");
    if (text.includes("\uFFFD") || text.includes("\u0000")) {
      unread.push({ file: path, reason: "not text in UTF-8" });
      continue;
    }
    const [, fileName = "", dated] = DATED.exec(basename(path)) ?? [];
    const parent = dirname(path) === "." ? "" : dirname(path);
    const row =
      rows.get(fileKey(parent, fileName, dated ?? null)) ??
      (dated === undefined ? undated.get(fileKey(parent, fileName, null)) : undefined);
    files.push({
      path,
      folder: parent,
      name: fileName,
      published: dated ?? row?.published ?? null,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      law: parseLaw(text),
      row: row ?? null,
    });
  }
  return { name, files, unread };
}

const noFolder = (folder: string): BotError =>
  new BotError("usage.invalid", `there is no folder ${folder}`, {
    forUser: { zh: "没有这个文件夹。", en: "There is no such folder." },
    file: folder,
    remedy: "check the path of the law collection",
  });

const fileKey = (folder: string, name: string, published: string | null): string =>
  `${folder}/${name}/${published ?? ""}`;
