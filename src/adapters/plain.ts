import { safeToShow } from "./clean.ts";
import { plainInline } from "./plain-inline.ts";
import { readTable, tableLines } from "./plain-table.ts";

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])\s*(?:\1\s*){2,}$/;
const BULLET = /^(\s*)[-*+]\s+(?:\[([ xX])\]\s+)?(.*)$/;
const QUOTED = /^ {0,3}>\s?/;

/**
 * CommonMark as people read it where nothing draws it: headings in 【】, bullets as •, tables as 列名：值 lines,
 * links with their address in （）; marks of code and stress are dropped, every word stays.
 *
 * @example plainText("# 费用\n- **50** 元") // "【费用】\n• 50 元"
 */
export function plainText(markdown: string): string {
  const lines = safeToShow(markdown).split("\n");
  const out: string[] = [];
  let fence = "";
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const marker = FENCE.exec(line)?.[1] ?? "";
    if (fence === "" ? marker !== "" : isClosing(line, marker, fence)) {
      fence = fence === "" ? marker : "";
      continue;
    }
    const table = fence === "" ? readTable(lines, index) : null;
    if (table) {
      out.push(...tableLines(table.head, table.rows));
      index = table.last;
    } else out.push(fence === "" ? plainLine(line) : line);
  }
  return out
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
}

const isClosing = (line: string, marker: string, fence: string): boolean =>
  marker.startsWith(fence) && line.trim() === marker;

function plainLine(line: string): string {
  const bare = line.replace(QUOTED, "").replace(/(?: {2,}|\\)$/, "");
  if (RULE.test(bare)) return "————";
  const heading = HEADING.exec(bare);
  if (heading) return `【${plainInline(heading[1] ?? "")}】`;
  const bullet = BULLET.exec(bare);
  if (!bullet) return plainInline(bare);
  const [, indent = "", tick, rest = ""] = bullet;
  const sign = tick === undefined ? "•" : tick === " " ? "☐" : "☑";
  return `${indent}${sign} ${plainInline(rest)}`;
}
