// what ends a sentence; a full stop only before a space, so that 3.5 and a.cn stay whole
const END = /[。！？；…][”』」）)]*|[.!?]["')\]]*(?=\s)|\n/g;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/gm;

/**
 * How much of a growing text can be shown: up to the last whole sentence, and nothing of a block of code or a table
 * row that is still being written.
 *
 * @example wholeSentences("一。二。三") // 4
 */
export function wholeSentences(text: string): number {
  let end = 0;
  for (const match of text.matchAll(END)) end = match.index + match[0].length;
  const fences = [...text.slice(0, end).matchAll(FENCE)];
  const open = fences.length % 2 === 1 ? fences.at(-1) : undefined;
  if (open !== undefined) return open.index;
  const line = text.lastIndexOf("\n", end - 1) + 1;
  // a row of a table is shown with its line break, not cell by cell
  return text.slice(line, end).trimStart().startsWith("|") && text[end - 1] !== "\n" ? line : end;
}
