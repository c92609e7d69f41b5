/** A stretch of a text, end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A block of code between fences, and the lines that close and reopen it where it is cut. */
export interface Fence {
  /** Where the code begins, after the opening line. */
  readonly bodyStart: number;
  /** Where the closing line begins, or the end of the text. */
  readonly bodyEnd: number;
  readonly opening: string;
  readonly closing: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/;
// what a person writes; longer ones are an attack on the length of the reopened block
const MAX_MARKER = 8;
const MAX_LANGUAGE = 20;
// a link over this would leave no room in a short piece anyway
const LINK = /!?\[[^\]\n]{0,300}\]\([^)\s]{1,1500}\)|https?:\/\/[^\s<>()（）「」，。；]{1,1500}/g;

/** The lines of a text with their places. */
function* linesOf(text: string): Generator<Span> {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    yield { start, end };
    if (newline === -1) return;
    start = newline + 1;
  }
}

/** Every block of code in a text, in order; one that is never closed reaches to the end. */
export function findFences(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { marker: string; language: string; bodyStart: number } | null = null;
  for (const { start, end } of linesOf(text)) {
    const match = FENCE.exec(text.slice(start, end));
    if (!match) continue;
    const [marker, rest] = [match[1] ?? "", (match[2] ?? "").trim()];
    if (open === null) {
      if (marker.length > MAX_MARKER || (marker.startsWith("`") && rest.includes("`"))) continue;
      open = { marker, language: rest.length <= MAX_LANGUAGE ? rest : "", bodyStart: end + 1 };
    } else if (rest === "" && marker.startsWith(open.marker)) {
      fences.push(fenceOf(open, start));
      open = null;
    }
  }
  if (open !== null) fences.push(fenceOf(open, text.length));
  return fences;
}

function fenceOf(open: { marker: string; language: string; bodyStart: number }, bodyEnd: number): Fence {
  const { marker, language, bodyStart } = open;
  return { bodyStart, bodyEnd, opening: `${marker}${language}\n`, closing: `\n${marker}` };
}

/** Stretches that lose their meaning when they are cut: links, and the lines that open or close code. */
export function findAtoms(text: string, fences: readonly Fence[]): readonly Span[] {
  const links = [...text.matchAll(LINK)].map(({ index, 0: link }) => ({
    start: index,
    end: index + link.length,
  }));
  const lines = fences.flatMap(({ bodyStart, bodyEnd }) => [
    // a cut right after the opening line would leave an empty block behind
    { start: text.lastIndexOf("\n", bodyStart - 2) + 1, end: bodyStart + 1 },
    { start: bodyEnd - 1, end: endOfLine(text, bodyEnd) },
  ]);
  return [...links, ...lines].sort((a, b) => a.start - b.start);
}

/** Where the line that holds `from` ends. */
export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
}
