/** A title in 《》 with its place in the text; `end` is behind the closing mark. */
export interface Title {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// longer ones are a mark that was never closed
const LONGEST_TITLE_CHARS = 160;

/**
 * Titles in 《》, outermost ones only: a nested 《…《…》…》 or 〈…〉 stays inside the name.
 *
 * A 《 that is never closed is passed over.
 */
export function titlesIn(text: string): Title[] {
  const titles: Title[] = [];
  let from = text.indexOf("《");
  while (from >= 0) {
    const end = endOfTitle(text, from);
    if (end > 0) titles.push({ name: text.slice(from + 1, end - 1), start: from, end });
    from = text.indexOf("《", end > 0 ? end : from + 1);
  }
  return titles;
}

function endOfTitle(text: string, from: number): number {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST_TITLE_CHARS);
  for (let at = from; at < limit; at += 1) {
    if (text[at] === "《") depth += 1;
    if (text[at] === "》") depth -= 1;
    if (depth === 0) return at + 1;
    // the inner title was opened with 《 but the outer one closed once for both
    if (text[at] === "\n" && text[at + 1] === "\n") break;
  }
  const first = text.indexOf("》", from);
  return first > 0 && first < limit ? first + 1 : 0;
}
