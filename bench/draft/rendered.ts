import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const FONTS = fileURLToPath(new URL("../../test/fixtures/fonts/fonts.conf", import.meta.url));
const POINTS_PER_MM = 72 / 25.4;
// the text area of GB/T 9704 on A4
const TOP = 37 * POINTS_PER_MM;
const BOTTOM = (297 - 35) * POINTS_PER_MM;
const SAME_LINE_POINTS = 6;
const MORE_THAN_LINE_BOX = 6; // a box of words reaches over its line by this much
const FULL_LINE = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]+$/u;
const PNG_DPI = "70";

/** What a page of a PDF holds. */
export interface Page {
  /** Lines within the text area. */
  readonly lines: number;
  /** The most full-width characters on one of its lines. */
  readonly characters: number;
}

/** A fontconfig file in `folder` that adds the fonts of `fontFolders` to the stand-ins that ship. */
export async function fontConfig(folder: string, fontFolders: readonly string[]): Promise<string> {
  const path = join(folder, "fonts.conf");
  const dirs = fontFolders.map((each) => `<dir>${each}</dir>`).join("");
  const cache = `<cachedir>${join(folder, "cache")}</cachedir>`;
  const head = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">`;
  await writeFile(path, `${head}<fontconfig><include>${FONTS}</include>${dirs}${cache}</fontconfig>`);
  return path;
}

/** Turns the .docx files of a folder into PDF beside them, with LibreOffice. */
export async function toPdf(folder: string, names: readonly string[], fonts: string): Promise<void> {
  const files = names.map((name) => join(folder, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${join(folder, "office")}`;
  await run("env", [
    `FONTCONFIG_FILE=${fonts}`,
    "soffice",
    profile,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    ...files,
  ]);
}

/** Pages of a PDF as PNG files `<name>-<page>.png` in `out`. */
export async function toPng(pdf: string, out: string, name: string): Promise<void> {
  await mkdir(out, { recursive: true });
  await run("pdftoppm", ["-r", PNG_DPI, "-png", pdf, join(out, name)]);
}

interface Line {
  readonly y: number;
  text: string;
}

/** What the pages of a PDF hold, by where its words stand. */
export async function measure(pdf: string): Promise<readonly Page[]> {
  const boxes = `${pdf}.html`;
  await run("pdftotext", ["-bbox", pdf, boxes]);
  const pages = (await readFile(boxes, "utf8")).split("<page ").slice(1);
  return pages.map((page) => {
    const lines = linesOf(page);
    const full = lines.map(({ text }) => text).filter((text) => FULL_LINE.test(text));
    return { lines: lines.length, characters: Math.max(0, ...full.map((text) => [...text].length)) };
  });
}

function linesOf(page: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [, x = "", y = "", text = ""] of page.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g,
  )) {
    const top = Number(y);
    if (x === "" || top < TOP - MORE_THAN_LINE_BOX || top > BOTTOM - MORE_THAN_LINE_BOX) continue;
    const line = lines.find((each) => Math.abs(each.y - top) < SAME_LINE_POINTS);
    if (line === undefined) lines.push({ y: top, text });
    else line.text += text;
  }
  return lines;
}

/** True when the programs that render and measure are on this machine. */
export async function canRender(): Promise<boolean> {
  try {
    await Promise.all([run("soffice", ["--version"]), run("pdftotext", ["-v"]), run("pdftoppm", ["-v"])]);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
