import { z } from "zod";
import { BotError, messageOf } from "../../core/errors.ts";
import type { Ledger, Law, Shapes, Version } from "./ledger.ts";
import { LEVELS } from "./ledger.ts";
import { decodeShapes, encodeShapes, shapeTable } from "./shape-code.ts";

const FORMAT = 1;
const ENDED_ON_UNKNOWN_DAY = "?";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const header = z.object({
  format: z.literal(FORMAT),
  about: z.object({
    collection: z.string(),
    builtOn: day,
    newest: day,
    laws: z.int(),
    versions: z.int(),
  }),
  shapes: z.array(z.string()),
  gone: z.array(z.tuple([z.string(), day, z.string()])),
  aliases: z.record(z.string(), z.string()),
  renumberings: z.array(
    z.object({ law: z.string(), from: day, moved: z.record(z.string(), z.array(z.string())) }),
  ),
  topics: z.array(
    z.object({
      law: z.string(),
      from: day,
      words: z.array(z.string()).min(1),
      articles: z.array(z.string()).min(1),
      also: z.array(z.string()),
    }),
  ),
});

/** [title, level, history, repealed by, versions as [published, from, to, code]] */
const lawRow = z.tuple([
  z.string(),
  z
    .int()
    .min(0)
    .max(LEVELS.length - 1),
  z.string(),
  z.string(),
  z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])).min(1),
]);
type LawRow = z.output<typeof lawRow>;

/** A ledger as JSON lines, a header and a line for each law: small enough to ship, plain enough for a diff. */
export function printLedger(ledger: Ledger): string {
  const all = ledger.laws.flatMap(({ versions }) => versions.map((version) => version.shapes()));
  const shapes = shapeTable(all);
  const table = new Map(shapes.map((shape, index) => [shape, index]));
  const { about, aliases, renumberings, topics } = ledger;
  const gone = ledger.gone.map(({ name, on, by }) => [name, on, by]);
  const lines = [
    { format: FORMAT, about, shapes, gone, aliases, renumberings, topics },
    ...ledger.laws.map((law) => printLaw(law, table)),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function printLaw(law: Law, table: ReadonlyMap<string, number>): unknown[] {
  const versions = law.versions.map((version) => [
    version.published ?? "",
    version.from ?? "",
    version.to ?? (version.hasEnded ? ENDED_ON_UNKNOWN_DAY : ""),
    encodeShapes(version.shapes(), table),
  ]);
  const history = law.history.map((each) => each.replaceAll("-", "")).join("");
  return [law.title, LEVELS.indexOf(law.level), history, law.repealedBy ?? "", versions];
}

/** Reads a printed ledger; shapes are decoded when a version is first asked. Throws `data.corrupt`. */
export function readLedger(text: string, name: string): Ledger {
  const parsed = parse(text, name);
  return {
    about: parsed.about,
    laws: parsed.laws.map((row) => readLaw(row, parsed.shapes)),
    gone: parsed.gone.map(([name, on, by]) => ({ name, on, by })),
    aliases: parsed.aliases,
    renumberings: parsed.renumberings,
    topics: parsed.topics,
  };
}

function readLaw([title, level, history, repealedBy, versions]: LawRow, table: readonly string[]): Law {
  return {
    title,
    level: LEVELS[level] ?? "其他",
    history: (history.match(/\d{8}/g) ?? []).map((each) => each.replace(/(\d{4})(\d{2})/, "$1-$2-")),
    versions: versions.map((version) => readVersion(version, table)),
    ...(repealedBy === "" ? {} : { repealedBy }),
  };
}

function readVersion([published, from, to, code]: LawRow[4][number], table: readonly string[]): Version {
  let shapes: Shapes | undefined;
  return {
    published: published || null,
    from: from || null,
    to: to === ENDED_ON_UNKNOWN_DAY ? null : to || null,
    hasEnded: to === ENDED_ON_UNKNOWN_DAY,
    shapes: () => (shapes ??= decodeShapes(code, table)),
  };
}

function parse(text: string, name: string): z.output<typeof header> & { readonly laws: readonly LawRow[] } {
  try {
    const [first = "", ...rest] = text.trimEnd().split("\n");
    const laws = z.array(lawRow).parse(JSON.parse(`[${rest.join(",")}]`));
    return { ...header.parse(JSON.parse(first)), laws };
  } catch (error) {
    throw new BotError("data.corrupt", `${name} is no ledger of laws: ${messageOf(error)}`, {
      forUser: {
        zh: "法律目录文件已损坏，请联系管理员。",
        en: "The ledger of laws is damaged. Please tell the administrator.",
      },
      file: name,
      remedy: "restore the file from the repository, or run the ledger build again",
      cause: error,
    });
  }
}
