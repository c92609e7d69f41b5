// Makes a folder of office files from texts of law and measures how fast they are ingested: reading, splitting and
// writing to the library, without the index. Usage: node bench/office.ts LAWS [FILES]
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openFileReader } from "../src/files/reader.ts";
import { readFile } from "../src/knowledge/ingest/read-file.ts";
import { syncFiles } from "../src/knowledge/ingest/sync.ts";
import { walk } from "../src/knowledge/read/walk.ts";
import { openSqliteLibrary } from "../src/store/sqlite/library.ts";
import { box, cell, madeDocx, madePptx, madeXlsx, wordParagraph } from "../test/files/made-office.ts";
import { madePdf, type MadeLine } from "../test/files/made-pdf.ts";

const MIB = 1024 * 1024;
const LINE_CHARS = 38;
const LINES_ON_PAGE = 30;
const LINES_ON_SLIDE = 8;

const [laws = "", count = "300"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "bangban-office-"));
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function pagesOf(lines: readonly string[]): MadeLine[][] {
  const set = lines.flatMap((line) => line.match(new RegExp(`.{1,${LINE_CHARS}}`, "gu")) ?? []);
  return Array.from({ length: Math.ceil(set.length / LINES_ON_PAGE) }, (_, page) =>
    set
      .slice(page * LINES_ON_PAGE, (page + 1) * LINES_ON_PAGE)
      .map((text, i): MadeLine => [text, 11, 80, 780 - i * 24]),
  );
}

const slidesOf = (lines: readonly string[]) =>
  Array.from({ length: Math.ceil(lines.length / LINES_ON_SLIDE) }, (_, i) => ({
    shapes:
      box("title", `第${i + 1}页`) +
      box("", ...lines.slice(i * LINES_ON_SLIDE, (i + 1) * LINES_ON_SLIDE).map(escaped)),
  }));

const rowsOf = (lines: readonly string[]): string =>
  ["内容", ...lines]
    .map(
      (line, i) =>
        `<row>${cell(`A${i + 1}`, `条${i}`)}${cell(`B${i + 1}`, escaped(line))}${cell(`C${i + 1}`, "有效")}</row>`,
    )
    .join("");

const KINDS: Readonly<Record<string, (lines: readonly string[]) => Uint8Array>> = {
  docx: (lines) => madeDocx(lines.map((line) => wordParagraph(escaped(line))).join("")),
  pdf: (lines) => madePdf(pagesOf(lines)),
  xlsx: (lines) => madeXlsx([{ name: "条文", rows: rowsOf(lines) }]),
  pptx: (lines) => madePptx(slidesOf(lines)),
  html: (lines) =>
    Buffer.from(`<html><body>${lines.map((line) => `<p>${escaped(line)}</p>`).join("")}</body></html>`),
  csv: (lines) =>
    Buffer.from(lines.map((line, i) => `条${i},"${line.replaceAll('"', '""')}",有效`).join("\n")),
};

const texts = readdirSync(laws, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort()
  .slice(0, Number(count));
for (const [i, name] of texts.entries()) {
  const lines = readFileSync(join(laws, name), "utf8")
    .split("\n")
    .filter((line) => /^[^<#\s]/.test(line));
  const kinds = Object.entries(KINDS);
  const [kind, make] = kinds[i % kinds.length] ?? ["docx", KINDS["docx"]];
  if (make !== undefined && lines.length > 0) writeFileSync(join(folder, `${i}.${kind}`), make(lines));
}

const { files } = walk(folder);
const library = openSqliteLibrary(join(folder, ".knowledge.db"));
await library.declare("office", "ingested", ["staff"]);

async function measure(what: string, chosen: typeof files): Promise<void> {
  const reader = openFileReader();
  const start = performance.now();
  const counts = await syncFiles({
    known: [],
    apply: (change) => library.apply("office", change),
    files: chosen,
    keyOf: ({ path }) => path,
    isOurs: () => false,
    read: (bytes, file) => readFile(reader, bytes, file, [], undefined),
  });
  const seconds = (performance.now() - start) / 1000;
  reader.close();
  const mib = chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / MIB;
  console.log(
    `${what.padEnd(6)} ${chosen.length} files, ${mib.toFixed(1)} MB, ${counts.passages} passages, ` +
      `${counts.refused.length} skipped: ${seconds.toFixed(2)} s, ${(chosen.length / seconds).toFixed(0)} files/s, ` +
      `${(mib / seconds).toFixed(2)} MB/s, ${(counts.passages / seconds).toFixed(0)} passages/s`,
  );
}

for (const kind of Object.keys(KINDS))
  await measure(
    kind,
    files.filter(({ path }) => path.endsWith(`.${kind}`)),
  );
await measure("all", files);
console.log(
  `this process holds ${Math.round(process.memoryUsage.rss() / MIB)} MB; load ${loadavg()[0]?.toFixed(1)}`,
);
await library.close();
rmSync(folder, { recursive: true });
