import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { settingsTable } from "../src/config.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

const main = readFileSync(join(ROOT, "src/main.ts"), "utf8");
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;

describe("the pages", () => {
  it("open with the two commands that do everything", () => {
    for (const name of ["README.md", "README.zh-CN.md"]) {
      const text = pages.find(({ path }) => path === name)?.text ?? "";
      expect(text).toContain("npm ci && npm start");
      expect(text).toContain("npm ci && npm test");
    }
  });

  it("link to what is there", () => {
    const broken = pages.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g), (match) => match[1] ?? "")
        .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("name only commands, scripts, benches and settings that exist", () => {
    const all = pages.map(({ text }) => text).join("\n");
    const verbs = Array.from(all.matchAll(/npx bangban ([a-z]+)/g), (match) => match[1] ?? "");
    expect(verbs.filter((verb) => !main.includes(`command("${verb}"`))).toEqual([]);
    const runs = Array.from(all.matchAll(/npm run ([\w:-]+)/g), (match) => match[1] ?? "");
    expect(runs.filter((name) => !(name in scripts))).toEqual([]);
    const benches = Array.from(all.matchAll(/node (bench\/[\w./-]+)/g), (match) => match[1] ?? "");
    expect(benches.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const known = settingsTable().map(({ env }) => env);
    const settings = Array.from(
      all.matchAll(/\b((?:DEEPSEEK|FALLBACK|BANGBAN|WEB)_[A-Z_]+)\b/g),
      (match) => match[1] ?? "",
    );
    expect(settings.filter((name) => !known.includes(name))).toEqual([]);
  });
});
