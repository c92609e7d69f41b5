import { PIECE_CHARS } from "./pieces.ts";
import { divide, HeadingPath, markdownHeading, type Outline, type Section } from "./section.ts";

const CLOSING_MARKS = /[ \t]*#{1,6}$/;
const FENCE = /^\s*(```|~~~)/;
const COMMENT = /^\s*<!--.*-->\s*$/;

/**
 * Cuts Markdown at its headings; each section keeps the headings above it.
 *
 * Only headings down to `deepest` start a section: a card is cut at `##` and keeps its `###` lines as text.
 */
export function splitMarkdown(text: string, deepest = 6): Outline {
  const headings = new HeadingPath();
  const sections: Section[] = [];
  const history: string[] = [];
  let lines: string[] = [];
  let title: string | null = null;
  let isCode = false;
  const flush = () => {
    if (lines.some((line) => line.trim() !== "")) {
      headings.use();
      sections.push({ path: headings.texts, text: lines.join("\n") });
    }
    lines = [];
  };
  for (const line of text.split("\n")) {
    if (FENCE.test(line)) isCode = !isCode;
    const heading = isCode ? null : markdownHeading(line);
    const level = heading?.level ?? 0;
    if (!isCode && COMMENT.test(line)) history.push(line.trim());
    else if (level === 0 || level > deepest) lines.push(line);
    else {
      flush();
      const words = heading?.text.replace(CLOSING_MARKS, "") ?? "";
      const isTitle = title === null && level === 1 && sections.length === 0;
      if (isTitle) title = words;
      else sections.push(...headings.open(level, words));
    }
  }
  flush();
  sections.push(...headings.close(0));
  return { title, sections: divide(sections, PIECE_CHARS, PIECE_CHARS), history };
}

/** Cuts text without headings at its empty lines, packing short paragraphs together. */
export function splitPlain(text: string): Outline {
  return { title: null, sections: divide([{ path: [], text }], PIECE_CHARS, PIECE_CHARS), history: [] };
}
