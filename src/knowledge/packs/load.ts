import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { decodeText } from "../../files/decode.ts";
import { packSchema, type Pack } from "./pack.ts";
import { problem, type Fault, type PackProblem } from "./problem.ts";
import { readQuestions } from "./questions.ts";
import { readSynonyms } from "./synonyms.ts";
import { readTable, type Table } from "./table.ts";
import { readYaml, type Checked } from "./yaml.ts";

export interface LoadedPacks {
  readonly packs: readonly Pack[];
  readonly problems: readonly PackProblem[];
}

/** Loads every pack of a folder, articles aside; a broken pack is left out, a broken table or line of it too. */
export function loadPacks(packsDir: string): LoadedPacks {
  if (!existsSync(packsDir)) {
    const remedy = "Name the folder that holds the packs";
    return {
      packs: [],
      problems: [problem("", { file: basename(packsDir), fault: "the folder is not there", remedy })],
    };
  }
  const folders = readdirSync(packsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const loaded = folders.map((id) => loadPack(packsDir, id));
  return {
    packs: loaded.flatMap(({ pack }) => (pack === null ? [] : [pack])),
    problems: loaded.flatMap(({ problems }) => problems),
  };
}

/** Loads one pack; null when it lacks what no pack can do without. */
function loadPack(packsDir: string, id: string): { pack: Pack | null; problems: PackProblem[] } {
  const folder = new PackFolder(packsDir, id);
  const about = folder.require("pack.yaml", (text, file) => readYaml(text, packSchema, file));
  const guide = folder.require("guide.md", (text) => ({ value: text.trim() }));
  if (about === null || guide === null) return { pack: null, problems: folder.problems };
  const synonyms = folder.has("synonyms.csv") ? folder.require("synonyms.csv", readSynonyms) : [];
  const tables = folder.tables();
  const questions = folder.has("questions.jsonl")
    ? folder.require("questions.jsonl", folder.questionsOf)
    : [];
  const pack = { ...about, id, guide, tables, synonyms: synonyms ?? [], questions: questions ?? [] };
  return { pack, problems: folder.problems };
}

/** Reads the files of one pack and collects what is wrong with them. */
class PackFolder {
  readonly problems: PackProblem[] = [];
  readonly #packsDir: string;
  readonly #id: string;

  constructor(packsDir: string, id: string) {
    this.#packsDir = packsDir;
    this.#id = id;
  }

  has(name: string): boolean {
    return existsSync(join(this.#packsDir, this.#id, name));
  }

  /** What the reader makes of a file, or null with its faults noted. */
  require<Value>(name: string, read: (text: string, file: string) => Checked<Value>): Value | null {
    const file = `${this.#id}/${name}`;
    if (!this.has(name))
      return this.#note([{ file, fault: "the file is missing", remedy: "Add it; every pack has one" }]);
    const decoded = decodeText(readFileSync(join(this.#packsDir, file)));
    if (decoded.text === undefined) {
      return this.#note([{ file, fault: decoded.refusal.reason.en, remedy: "Save it as UTF-8 text" }]);
    }
    const { value, faults } = read(decoded.text, file);
    return faults === undefined ? value : this.#note(faults);
  }

  tables(): Table[] {
    if (!this.has("tables")) return [];
    return readdirSync(join(this.#packsDir, this.#id, "tables"))
      .filter((name) => name.endsWith(".csv"))
      .sort()
      .flatMap((name) => {
        const table = this.require(`tables/${name}`, (text, file) =>
          readTable(text, file, name.slice(0, -4)),
        );
        return table === null ? [] : [table];
      });
  }

  /** Broken lines are noted, the others are kept. */
  readonly questionsOf = (text: string, file: string) => {
    const { questions, faults } = readQuestions(text, file);
    this.#note(faults);
    return { value: questions };
  };

  #note(faults: readonly Fault[]): null {
    this.problems.push(...faults.map((fault) => problem(this.#id, fault)));
    return null;
  }
}
