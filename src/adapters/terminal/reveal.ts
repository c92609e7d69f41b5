import { plainText } from "../plain.ts";

/** Shows a streaming answer piece by piece, each one final: a terminal cannot take words back. */
export interface Reveal {
  /** The words that may be shown now that this has come. */
  more(delta: string): string;
  /** What is still to be shown of the finished answer, which may have become another one. */
  rest(answer: string): string;
}

const SENTENCE_END = /[。！？；\n]|[.!?;](?=\s)/g;

/** A reveal of one answer that streams as Markdown and is shown as plain text. */
export function createReveal(): Reveal {
  let raw = "";
  let shown = "";
  return {
    more(delta) {
      raw += delta;
      const plain = plainText(settledPart(raw));
      if (!plain.startsWith(shown)) return "";
      const fresh = plain.slice(shown.length);
      shown = plain;
      return fresh;
    },
    rest(answer) {
      if (answer.startsWith(shown)) return answer.slice(shown.length);
      return `\n\n${answer}`;
    },
  };
}

/** As much of a text as reads the same whatever comes next: whole sentences, whole tables, no open marks. */
function settledPart(raw: string): string {
  const end = [...raw.matchAll(SENTENCE_END)].at(-1);
  const part = end ? raw.slice(0, end.index + 1) : "";
  const lineStart = part.lastIndexOf("\n") + 1;
  return withoutLastTable(isOpen(part.slice(lineStart)) ? part.slice(0, lineStart) : part);
}

/** True while the beginning of a line may still turn into something else: a heading, a table, stress, a link. */
function isOpen(line: string): boolean {
  const isPaired = (mark: string): boolean => line.split(mark).length % 2 === 1;
  const isStressWhole = isPaired("**") && isPaired("*");
  const isLinked = line.split("[").length === line.split("]").length;
  return /^\s*#|\|/.test(line) || !isLinked || !isStressWhole || !["_", "`", "~"].every(isPaired);
}

function withoutLastTable(text: string): string {
  const lines = text.split("\n");
  const last = lines.at(-1) === "" ? lines.length - 2 : lines.length - 1;
  let start = last;
  while (start >= 0 && (lines[start] ?? "").includes("|")) start -= 1;
  return start === last ? text : lines.slice(0, start + 1).join("\n");
}
