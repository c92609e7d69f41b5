import { z } from "zod";
import type { Language, Words } from "../core/language.ts";
import type { Role } from "../core/principal.ts";
import type { Citation } from "../core/reply.ts";
import type { Table } from "../knowledge/packs/table.ts";
import { defineTool } from "./define.ts";
import type { ToolResult } from "./define.ts";
import { EVERYONE } from "./everyone.ts";

type Row = Table["rows"][number];

export interface LookUpTableOptions {
  /** The pack's tables that these roles may read. */
  readonly tablesOf: (agent: string, roles: readonly Role[]) => readonly Table[];
}

const MOST_ROWS = 10; // a chat shows no more, and a model needs no more

const SAY = {
  none: {
    zh: "表里没有“{words}”。有这些表：{tables}。不要凭记忆给出数字。",
    en: "No row for “{words}”. There are these tables: {tables}. Do not give figures from memory.",
  },
  more: { zh: "还有 {count} 行，请说得更具体。", en: "{count} more rows; ask more exactly." },
  colon: { zh: "：", en: ": " },
  stop: { zh: "；", en: "; " },
} as const satisfies Record<string, Words>;

/** Reads rows of the pack's reference tables by words that stand in them. */
export const lookUpTable = ({ tablesOf }: LookUpTableOptions) =>
  defineTool({
    name: "look_up_table",
    description:
      "Reads rows of the reference tables: telephone numbers, rates, brackets, standard amounts, days. " +
      "Use it for a figure that a table would hold; never guess such a figure. Give the key or the words " +
      "that stand in the row.",
    roles: EVERYONE,
    input: z.object({
      words: z.string().describe("the key, or words as they stand in the row: 12366, 婴幼儿照护, mortgage"),
      table: z.string().optional().describe("the table's name, where it is known; all tables when left out"),
    }),
    async run({ words, table }, { agent, principal, language, signal }): Promise<ToolResult> {
      signal.throwIfAborted();
      const tables = tablesOf(agent, principal.effectiveRoles);
      const asked = tables.filter(({ name }) => table === undefined || name === table.trim());
      const found = matches(asked.length > 0 ? asked : tables, words);
      if (found.length === 0) return notFound(words, tables, language);
      const lines = found.slice(0, MOST_ROWS).map(({ row, table }) => lineOf(row, table, language));
      const more = found.length - lines.length;
      if (more > 0) lines.push(SAY.more[language].replace("{count}", String(more)));
      const text = lines.join("\n");
      const used = [...new Set(found.slice(0, MOST_ROWS).map(({ table }) => table))];
      return { text, plain: text, citations: used.map(citationOf), isAnswerable: true };
    },
  });

interface Match {
  readonly row: Row;
  readonly table: Table;
}

/** Rows of the closest sort there is: a cell is the words, cells hold them all, the words hold a cell. */
function matches(tables: readonly Table[], words: string): Match[] {
  const whole = plain(words);
  if (whole === "") return [];
  const parts = words
    .split(/[\s,，、]+/)
    .map(plain)
    .filter(Boolean);
  const rows = tables.flatMap((table) => table.rows.map((row) => ({ row, table, cells: cellsOf(row) })));
  const sorts: ((cells: readonly string[]) => boolean)[] = [
    (cells) => cells.includes(whole),
    (cells) => cells.some((cell) => cell.includes(whole)),
    (cells) => parts.every((part) => cells.some((cell) => cell.includes(part))),
    (cells) => cells.some((cell) => cell.length > 1 && !/^[\d.]+$/.test(cell) && whole.includes(cell)),
  ];
  for (const fits of sorts) {
    const found = rows.filter(({ cells }) => fits(cells));
    if (found.length > 0) return found;
  }
  return [];
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const cellsOf = (row: Row): readonly string[] => Object.values(row).map(plain).filter(Boolean);

// columns that exist once a language (name_zh, name_en) are shown in the person's own
function lineOf(row: Row, table: Table, language: Language): string {
  const other = language === "zh" ? "_en" : "_zh";
  const cells = table.columns
    .filter((column) => !column.endsWith(other) && (row[column] ?? "") !== "")
    .map((column) => `${column.replace(/_(?:zh|en)$/, "")}${SAY.colon[language]}${row[column]}`);
  return `- ${cells.join(SAY.stop[language])}`;
}

function notFound(words: string, tables: readonly Table[], language: Language): ToolResult {
  const names = tables.map(({ name }) => name).join(", ");
  const text = SAY.none[language]
    .replace("{words}", () => words.slice(0, 100))
    .replace("{tables}", () => names);
  return { text, isAnswerable: false };
}

function citationOf({ name, source, checkedOn }: Table): Citation {
  return { title: name, source, ...(checkedOn === undefined ? {} : { checkedOn }) };
}
