import type { Block } from "../content.ts";

const HEADER_CHARS = 24; // names of columns are short; sentences are content
const LABELS =
  /(?:名称|事项|条件|时限|时间|期限|地点|地址|电话|热线|标准|依据|材料|对象|范围|方式|流程|程序|部门|机构|单位|主体|类型|类别|编码|备注|内容|费用|职责|姓名|日期)$/;
const HAS_FIGURE = /^[\s¥￥$]*[\d.,]+\s*[%％元天日年月号]?$/;
const ASCII = /^[\u0020-\u007e]+$/;

/** A table as a grid of cells; cells that were merged repeat their text. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** How many rows name the columns, where the file says so; else it is judged by their look. */
  readonly headerRows?: number;
  readonly page?: number;
}

/** The rows of a table, each with the names of its columns; rows of one text above the header are plain text. */
export function tableBlocks({ rows, headerRows, page }: Grid): Block[] {
  const at = page === undefined ? {} : { page };
  const cells = rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ""));
  const start = headerRows === undefined ? cells.findIndex((row) => !isOneText(row)) : 0;
  if (start < 0) return cells.map((row) => ({ type: "text", text: oneText(row), ...at }));
  const above = cells.slice(0, start).map((row): Block => ({ type: "text", text: oneText(row), ...at }));
  const body = cells.slice(start);
  const headed = headerRows ?? (looksLikeHeader(body) ? 1 : 0);
  const names = columnNames(body.slice(0, headed));
  const content = body.slice(headed).map((row): Block => ({ type: "row", text: rowText(row, names), ...at }));
  // a table of nothing but its header still says something
  if (content.length === 0)
    return [...above, ...body.map((row): Block => ({ type: "row", text: rowText(row, []), ...at }))];
  return [...above, ...content];
}

const isOneText = (row: readonly string[]): boolean => new Set(row.filter((cell) => cell !== "")).size <= 1;
const oneText = (row: readonly string[]): string => row.find((cell) => cell !== "") ?? "";

/** Short, different, wordy cells above others; two columns of name and value have no header. */
function looksLikeHeader([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  if (rest.length === 0 || first.length < 2) return false;
  const isWordy = (cell: string) => cell.length > 0 && cell.length <= HEADER_CHARS && !HAS_FIGURE.test(cell);
  const filled = first.filter((cell) => cell !== "");
  if (!filled.every(isWordy) || new Set(filled).size < filled.length) return false;
  if (first.length - filled.length > first.length / 2) return false;
  if (first.length > 2) return true;
  const labels = [first, ...rest].filter(([name = ""]) => LABELS.test(name));
  return !LABELS.test(first[0] ?? "") || labels.length <= (rest.length + 1) / 2;
}

/** One name a column; names of several header rows are joined from the top. */
function columnNames(header: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...header.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const names = header.map((row) => row[column] ?? "").filter((name) => name !== "");
    return [...new Set(names)].join("/").replace(/\s+/g, " ");
  });
}

/** One line a cell, `name：value`; a text that spans the row stands alone. */
function rowText(row: readonly string[], names: readonly string[]): string {
  if (names.length > 0 && row.length > 1 && row.every((cell) => cell === row[0])) return row[0] ?? "";
  if (names.length === 0) return unlabelled(row);
  return row.flatMap((cell, column) => (cell === "" ? [] : [labelled(names[column] ?? "", cell)])).join("\n");
}

function unlabelled(row: readonly string[]): string {
  const [name = "", ...values] = row.filter((cell, i) => cell !== "" && cell !== row[i - 1]);
  return values.length === 1 ? labelled(name, values[0] ?? "") : [name, ...values].join(" | ");
}

const labelled = (name: string, value: string): string => {
  const text = value.replace(/\s*\n\s*/g, " ");
  if (name === "") return text;
  return ASCII.test(name) ? `${name}: ${text}` : `${name.replace(/[:：]$/, "")}：${text}`;
};
