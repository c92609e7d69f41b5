import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** Which folder may import which, floor by floor; a folder may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  privacy: ["core"],
  calendar: ["core"],
  telemetry: ["core"],
  // passages are the store's rows as much as the search's results
  store: ["core", "knowledge/passage.ts"],
  knowledge: ["core", "calendar", "store", "telemetry", "files"],
  care: ["core", "calendar", "store", "telemetry"],
  statutes: ["core", "calendar", "store", "telemetry"],
  files: ["core"],
  documents: ["core", "calendar", "store", "telemetry", "statutes", "privacy", "files"],
  drafting: ["core", "calendar", "store", "privacy", "statutes", "documents"],
  tools: ["core", "calendar", "privacy", "store", "knowledge", "care", "statutes"],
  pipeline: ["core", "privacy", "store", "knowledge", "care"],
  desk: ["core", "store"],
  agent: ["core", "telemetry", "tools/define.ts", "knowledge/passage.ts", "drafting/writer.ts"],
  adapters: ["core", "telemetry"],
  web: ["core", "telemetry"],
  "institution.ts": ["core", "documents/tenant.ts"],
  "config.ts": ["core", "institution.ts"],
  "env-example.ts": ["config.ts"],
  "app.ts": ["*"],
  "shipped.ts": [],
  "document-desk.ts": ["documents", "calendar", "core", "config.ts", "law-desk.ts", "shipped.ts"],
  "drafting-desk.ts": [
    "agent",
    "drafting",
    "documents",
    "tools/define.ts",
    "store",
    "telemetry",
    "core",
    "config.ts",
    "document-desk.ts",
    "law-desk.ts",
  ],
  "law-desk.ts": ["statutes", "store", "core", "calendar"],
  "search-words.ts": ["knowledge", "core"],
  "search-models.ts": ["knowledge", "core", "config.ts"],
  "law-words.ts": ["statutes", "tools", "pipeline", "core"],
  "status.ts": ["agent", "knowledge", "core"],
  commands: ["*"],
  "main.ts": ["commands", "config.ts", "core"],
};

/** Libraries that only these folders know, so that each can be replaced in one place. */
const GUESTS: Readonly<Record<string, readonly string[]>> = {
  "@slack/bolt": ["adapters/slack"],
  wechaty: ["adapters/wechat"],
  langchain: ["agent", "knowledge"],
  "@langchain/": ["agent", "knowledge"],
  "hnswlib-node": ["knowledge"],
  docx: ["documents/layout"],
  "easy-template-x": ["documents/layout"],
  yauzl: ["files"],
  unpdf: ["files"],
  linkedom: ["files"],
  hono: ["adapters/web"],
  "@hono/": ["adapters/web"],
  "node:sqlite": ["store"],
  pino: ["telemetry"],
  "prom-client": ["telemetry"],
  commander: ["main.ts", "commands"],
  dotenv: ["config.ts"],
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g;

const imports = files.flatMap(({ path, text }) =>
  Array.from(text.matchAll(IMPORT), (match) => {
    const name = match[2] ?? match[3] ?? "";
    const target = name.startsWith(".") ? relative(SRC, join(SRC, dirname(path), name)) : null;
    return { path, name, target, isType: match[1] !== undefined };
  }),
);

const folderOf = (path: string): string => path.split("/")[0] ?? "";

/** True when `path` is the folder or file named, or stands below it. */
const isIn = (path: string, name: string): boolean => path === name || path.startsWith(`${name}/`);

describe("the house", () => {
  it("has a place in the plan for every folder", () => {
    expect(
      [...new Set(files.map(({ path }) => folderOf(path)))].filter((name) => !(name in MAY_IMPORT)),
    ).toEqual([]);
  });

  it("imports downward only", () => {
    const upward = imports.filter(({ path, target }) => {
      if (target === null || folderOf(path) === folderOf(target)) return false;
      return !(MAY_IMPORT[folderOf(path)] ?? []).some((name) => name === "*" || isIn(target, name));
    });
    expect(upward.map(({ path, target }) => `${path} -> ${target}`)).toEqual([]);
  });

  it("keeps one platform's folder apart from another's", () => {
    const across = imports.filter(({ path, target }) => {
      const [, from] = path.split("/");
      const [, to] = (target ?? "").split("/");
      const isBetween = path.startsWith("adapters/") && target?.startsWith("adapters/") === true;
      return isBetween && path.split("/").length > 2 && target.split("/").length > 2 && from !== to;
    });
    expect(across.map(({ path, target }) => `${path} -> ${target}`)).toEqual([]);
  });

  it("has no circles", () => {
    const edges = new Map(
      files.map(({ path }) => [
        path,
        imports.flatMap((each) => (each.path === path ? (each.target ?? []) : [])),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" -> "));
      if (done.has(path) || way.includes(path)) return;
      for (const next of edges.get(path) ?? []) walk(next, [...way, path]);
      done.add(path);
    };
    for (const { path } of files) walk(path, []);
    expect(circles).toEqual([]);
  });

  it("knows each guest in its own rooms only", () => {
    const astray = imports.filter(({ path, name, target }) => {
      const guest =
        target === null &&
        Object.keys(GUESTS).find(
          (each) => name === each || name.startsWith(each.endsWith("/") ? each : `${each}/`),
        );
      return guest ? !(GUESTS[guest] ?? []).some((room) => isIn(path, room)) : false;
    });
    expect(astray.map(({ path, name }) => `${path} -> ${name}`)).toEqual([]);
  });

  it("reads the environment in one file", () => {
    expect(files.filter(({ text }) => text.includes("process.env")).map(({ path }) => path)).toEqual([
      "config.ts",
    ]);
  });

  it("has no any, no suppressions and nothing left open", () => {
    const words = /[:<]\s*any\b|\bas any\b|@ts-|oxlint-disable|eslint-disable|\b(TODO|FIXME|XXX|HACK)\b/;
    expect(files.filter(({ text }) => words.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("has no file of more than one idea: none over 250 lines, half of them under 90", () => {
    const sizes = files.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    expect(sizes.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = sizes.map(({ lines }) => lines).toSorted((one, other) => one - other);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });

  it("has no drawer for whatever fits nowhere", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|manager|misc)(\.ts|\/)/i;
    expect(files.filter(({ path }) => drawers.test(path)).map(({ path }) => path)).toEqual([]);
  });
});
