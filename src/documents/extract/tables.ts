import { readAmount } from "../facts/amount.ts";
import type { Evidence, Goods } from "../facts/kinds.ts";
import { readNumber } from "../facts/numerals.ts";

/** A block of lines that are rows of cells: pasted from a sheet, or drawn with bars. */
export interface TextTable {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly string[])[];
}

const RULE = /^[\s|:-]+$/;

/** The tables of a text: at least two lines in a row with the same two cells or more. */
export function tablesIn(text: string): TextTable[] {
  const tables: TextTable[] = [];
  let at = 0;
  let open: { start: number; end: number; rows: string[][] } | null = null;
  for (const line of text.split("\n")) {
    const cells = cellsOf(line);
    const fits =
      cells !== null && (open === null || Math.abs((open.rows[0]?.length ?? 0) - cells.length) <= 1);
    if (open !== null && !fits) {
      if (open.rows.length > 1) tables.push(open);
      open = null;
    }
    if (cells !== null) {
      open ??= { start: at, end: at, rows: [] };
      if (!RULE.test(line)) open.rows.push(cells);
      open.end = at + line.length;
    }
    at += line.length + 1;
  }
  if (open !== null && open.rows.length > 1) tables.push(open);
  return tables;
}

function cellsOf(line: string): string[] | null {
  const separator = line.includes("\t") ? "\t" : line.split("|").length > 2 ? "|" : null;
  if (separator === null) return null;
  const inner = separator === "|" ? line.trim().replace(/^\||\|$/g, "") : line;
  const cells = inner.split(separator).map((cell) => cell.trim());
  return cells.length >= 2 ? cells : null;
}

type Column = keyof Goods | "row" | "total" | null;
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ["row", /^(?:序号|编号|行号|no\.?)$/i],
  ["name", /名称|品名|物品|品种|产品|商品/],
  ["spec", /规格|型号|净含量/],
  ["batch", /批号|批次|生产日期/],
  ["quantity", /数量/],
  ["unit", /^(?:计量)?单位$/],
  ["price", /单价|标价|售价|价格/],
  ["total", /金额|货值|合计|小计/],
  ["state", /状态|状况|情况|备注/],
  ["place", /地点|位置|存放/],
];

const columnOf = (head: string): Column => COLUMNS.find(([, form]) => form.test(head))?.[0] ?? null;

/** The goods of a table whose head names them; null when it is a table of something else. */
export function goodsOf({ rows: [head = [], ...rows] }: TextTable): Goods[] | null {
  const columns = head.map(columnOf);
  if (!columns.includes("name") || !(columns.includes("quantity") || columns.includes("batch"))) return null;
  return rows.flatMap((cells): Goods[] => {
    const cell = (column: Column): string => cells[columns.indexOf(column)] ?? "";
    const name = cell("name");
    if (name === "" || /^(?:合计|总计|小计)/.test(name)) return [];
    const [, number = "", unit = ""] =
      /^([\d.,]+|[零一二三四五六七八九十百千]+)\s*(.*)$/.exec(cell("quantity")) ?? [];
    const quantity = readNumber(number);
    const price = readAmount(cell("price").replace(/\/.*$/, ""));
    const words = {
      spec: cell("spec"),
      batch: cell("batch"),
      unit: cell("unit") || unit,
      state: cell("state"),
      place: cell("place"),
    };
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ""));
    return [{ name, ...given, ...(quantity ? { quantity } : {}), ...(price === null ? {} : { price }) }];
  });
}

const KINDS = [
  "书证",
  "物证",
  "视听资料",
  "电子数据",
  "证人证言",
  "当事人的陈述",
  "鉴定意见",
  "勘验笔录、现场笔录",
] as const;

/** The kind of evidence that words name. */
export const evidenceKind = (words: string): Evidence["kind"] => KINDS.find((kind) => words.includes(kind));

/** The evidence of a table with a column for what each piece proves; null for another table. */
export function evidenceOf({ rows: [head = [], ...rows] }: TextTable): Evidence[] | null {
  const find = (form: RegExp): number => head.findIndex((cell) => form.test(cell));
  const [name, proves, kind, id] = [
    find(/证据(?:名称|材料)?$|名称/),
    find(/证明|待证/),
    find(/种类|类型/),
    find(/编号|序号/),
  ];
  if (name < 0 || (proves < 0 && !/证据/.test(head[name] ?? ""))) return null;
  return rows.flatMap((cells, at): Evidence[] => {
    const words = cells[name] ?? "";
    if (words === "") return [];
    const said = evidenceKind(cells[kind] ?? "");
    const fact = cells[proves] ?? "";
    const number = cells[id] ?? "";
    return [
      {
        id: number === "" ? String(at + 1) : number,
        name: words,
        ...(said ? { kind: said } : {}),
        ...(fact === "" ? {} : { proves: [fact] }),
      },
    ];
  });
}
