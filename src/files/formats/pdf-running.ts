import type { Line } from "./pdf-lines.ts";

const EDGE_LINES = 2; // running heads and feet stand in the outermost lines
const MIN_PAGES = 3; // fewer cannot show that a line runs
const MIN_SHARE = 0.5; // some run on every other page
const DASH = "[-—–·\\s]*";
const PAGE_NUMBER = new RegExp(
  `^${DASH}(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[/／,，共]\\s*(?:共\\s*)?\\d{1,4}(?:\\s*页)?)?${DASH}$`,
);

/** The pages without page numbers and the lines that repeat at their edges. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRunning = (line: Line) =>
    pages.length >= MIN_PAGES && (counts.get(keyOf(line)) ?? 0) >= pages.length * MIN_SHARE;
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((line) => !edge.has(line) || !(PAGE_NUMBER.test(line.text) || isRunning(line)));
  });
}

function edges(page: readonly Line[]): Line[] {
  const sorted = page.toSorted((one, other) => other.y - one.y);
  return [...sorted.slice(0, EDGE_LINES), ...sorted.slice(Math.max(EDGE_LINES, sorted.length - EDGE_LINES))];
}

/** The same for lines that differ in figures only. */
const keyOf = ({ text, y }: Line): string =>
  `${Math.round(y / 4)} ${text.replace(/\d+/g, "#").replace(/\s+/g, "")}`;
