import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gradeLayout } from "../../src/documents/grade/index.ts";
import type { Composed } from "../../src/documents/composed.ts";
import { labelFor } from "../../src/documents/layout/label.ts";
import { layOut } from "../../src/documents/layout/lay-out.ts";
import { composed, tenant, TODAY, types } from "../../test/documents/examples.ts";
import { SAMPLES } from "../../test/documents/layout/samples.ts";
import { canRender, fontConfig, measure, toPdf, toPng, type Page } from "./rendered.ts";

const USAGE = `node bench/draft/layout.ts [options]
  --out DIR      keeps the .docx files and a PNG of every page there
  --fonts DIR    folder of stand-in fonts (FandolFang, FandolKai, FandolHei, FandolSong); may be given more than once
  --runs 20      how often each document is laid out for the times
  --no-render    times and grades only, without LibreOffice`;

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    fonts: { type: "string", multiple: true, default: [] },
    runs: { type: "string", default: "20" },
    "no-render": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const FULL_PAGES = 3;
const FULL_TEXT =
  "为规范行政执法行为保障和监督行政机关依法履行职责维护公共利益和社会秩序保护公民法人和其他组织的合法权益";

/** Nothing but text, to count what a page holds. */
const full: Composed = {
  ...(SAMPLES["penalty-decision"] ?? fail("no sample")),
  title: "每面行数和每行字数",
  blocks: Array.from({ length: FULL_PAGES }, () => ({
    kind: "paragraph" as const,
    text: FULL_TEXT.repeat(12),
    section: "text",
    facts: [],
  })),
};

const documents: ReadonlyMap<string, Composed> = new Map([
  ...[...types.keys()].map((id) => [`example-${id}`, composed(id)] as const),
  ...Object.entries(SAMPLES).map(([name, each]) => [`sample-${name}`, each] as const),
  ["full-pages", full],
]);

const options = { tenant, today: TODAY, label: labelFor(tenant, "bench"), version: 1 };

if (values.help) console.log(USAGE);
else await bench();

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "layout-"));
  try {
    const times = await writeAll(folder, Number(values.runs));
    const pages = values["no-render"] ? null : await render(folder);
    await report(pages);
    times.sort((one, other) => one - other);
    const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
    const load = loadavg()[0]?.toFixed(1);
    console.log(
      `\nfacts to .docx: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${times.length} documents, load ${load})`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lays every document out several times and keeps one; gives the milliseconds of each time. */
async function writeAll(folder: string, runs: number): Promise<number[]> {
  const times: number[] = [];
  for (const [name, document] of documents) {
    for (let i = 0; i < runs; i++) {
      const from = performance.now();
      const bytes = await layOut(document, options);
      times.push(performance.now() - from);
      if (i > 0) continue;
      await writeFile(join(folder, `${name}.docx`), bytes);
    }
  }
  return times;
}

/** What the pages of each document hold; null when this machine cannot tell. */
async function render(folder: string): Promise<ReadonlyMap<string, readonly Page[]> | null> {
  if (!(await canRender())) {
    console.log("no LibreOffice or poppler here: pages are not measured");
    return null;
  }
  await toPdf(folder, [...documents.keys()], await fontConfig(folder, values.fonts));
  const pages = new Map<string, readonly Page[]>();
  for (const name of documents.keys()) {
    const pdf = join(folder, `${name}.pdf`);
    pages.set(name, await measure(pdf));
    if (values.out !== undefined) await toPng(pdf, values.out, name);
  }
  return pages;
}

async function report(pages: ReadonlyMap<string, readonly Page[]> | null): Promise<void> {
  console.log("document                          form      grade  pages  lines/page       characters/line");
  for (const [name, document] of documents) {
    const bytes = await layOut(document, options);
    const { score, points, form } = await gradeLayout(bytes, { form: document.form });
    if (values.out !== undefined) await writeFile(join(values.out, `${name}.docx`), bytes);
    const measured = pages?.get(name) ?? [];
    const lines = measured.map((page) => page.lines).join(" ");
    const characters = Math.max(0, ...measured.map((page) => page.characters));
    console.log(
      `${name.padEnd(34)}${form.padEnd(10)}${String(score).padStart(5)}  ${String(measured.length).padStart(5)}` +
        `  ${lines.padEnd(16)} ${characters}`,
    );
    for (const { ok, message } of points) if (!ok) console.log(`    ${message.zh}`);
  }
}

function fail(message: string): never {
  throw new Error(message);
}
