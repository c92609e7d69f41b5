/** Longest piece of a text, in characters: about what a reader takes in at once and a model needs to judge it. */
export const PIECE_CHARS = 500;

// after the mark, with closing quotes or brackets still belonging to the sentence; more than three are no writing,
// and looking back without end would cost the square of a line's length
const SENTENCE_END = /(?<=[。！？；!?;][”’」』）)]{0,3})(?![”’」』）)。！？；])|(?<=\.)(?=\s)/u;
const CLAUSE_END = /(?<=[，、：,:\s])/u;

/** Text without trailing blanks and empty lines; the form in which passages are kept. */
export const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/**
 * Cuts a tidy text into pieces no longer than `max`, at paragraphs if it can, else at sentences, else at
 * commas. Pieces do not overlap, and together they are the text.
 */
export function cut(text: string, max = PIECE_CHARS): string[] {
  if (text.length <= max) return text === "" ? [] : [text];
  const pieces: string[] = [];
  let piece = "";
  for (const paragraph of text.split("\n")) {
    let glue = "\n";
    for (const part of shorten(paragraph, max)) {
      if (piece !== "" && piece.length + glue.length + part.length > max) {
        pieces.push(piece);
        piece = "";
      }
      piece += (piece === "" ? "" : glue) + part;
      glue = "";
    }
  }
  return [...pieces, piece];
}

/** Parts of a paragraph, each within the limit; joined without anything between they are the paragraph. */
function shorten(paragraph: string, max: number): string[] {
  if (paragraph.length <= max) return [paragraph];
  return paragraph
    .split(SENTENCE_END)
    .flatMap((sentence) => (sentence.length <= max ? [sentence] : sentence.split(CLAUSE_END)))
    .flatMap((clause) => slices(clause, max));
}

function slices(text: string, max: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + max, text.length);
    // never between the halves of a rare character
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
