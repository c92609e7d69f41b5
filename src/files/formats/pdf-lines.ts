/** A line of a page, as it is set. */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the baseline above the foot of the page. */
  readonly y: number;
  /** Size of the type, in points. */
  readonly size: number;
}

interface Item {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
}

const SAME_LINE = 0.45; // of the size: sub- and superscripts belong to their line
const WORD_GAP = 0.2; // of the size: a gap between Latin words
const CELL_GAP = 0.6; // of the size: a blank, or a gap between columns; justified lines stretch less
const BULLET = /^(?:[\ue000-\uf8ff●•■◆○▪]\s*)+(?=\S)/; // symbol fonts keep theirs in the private area
const LATIN = /[\w.,;:)%]/;

/** The lines of a page from its pieces of text, in the order the file has them. */
export function linesOf(items: readonly (Item | object)[], page: number): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const piece = pieceOf(item);
    if (piece === null) continue;
    const open = lines.at(-1);
    if (open !== undefined && follows(open, piece)) lines[lines.length - 1] = join(open, piece);
    else lines.push({ ...piece, page });
  }
  return lines.map((line) => ({ ...line, text: line.text.trim().replace(BULLET, "- ") }));
}

type Piece = Omit<Line, "page">;

function pieceOf(item: Item | object): Piece | null {
  // blanks show by the gap they leave
  if (!("str" in item) || item.str.trim() === "") return null;
  const [, , slantX, slantY, x, y] = item.transform.map(Number);
  const size = Math.hypot(slantX ?? 0, slantY ?? 0) || item.height || 1;
  return { text: clean(item.str), left: x ?? 0, right: (x ?? 0) + item.width, y: y ?? 0, size };
}

// blanks that a typesetter puts between Han and Latin are no part of the text
const AUTO_SPACE = /(?<=[\u4e00-\u9fff]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[\u4e00-\u9fff])/g;

// marks without width, and the unit separators that some fonts stand in for blanks
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\ufeff]/gu, " ")
    .normalize("NFC")
    .replace(AUTO_SPACE, "");

const follows = (line: Line, piece: Piece): boolean =>
  Math.abs(line.y - piece.y) < SAME_LINE * Math.max(line.size, piece.size) &&
  piece.left > line.left - line.size;

function join(line: Line, piece: Piece): Line {
  const gap = piece.left - line.right;
  const isWord = LATIN.test(line.text.at(-1) ?? "") && LATIN.test(piece.text.at(0) ?? "");
  const glue = gap > CELL_GAP * line.size || (isWord && gap > WORD_GAP * line.size) ? " " : "";
  return {
    ...line,
    text: line.text + glue + piece.text,
    right: Math.max(line.right, piece.right),
    size: Math.max(line.size, piece.size),
  };
}
