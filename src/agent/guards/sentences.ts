const LONGEST = 600; // a "sentence" beyond this is shown as it is: waiting longer would look like a stall
const HARD_END = /[。！？；!?\n]["'”’」』）)\]】*]*/g;
const MARK_BEGUN = /^\s*(?:[[【［]\^?\d{0,2})?$/;
const SOFT_END = /(?:^|[^\s])[.;!?]["'”’)\]*]*\s/g;

/**
 * Cuts a growing text into whole sentences and lines, with their spaces, so that the pieces put together are the
 * text; the last piece may be unfinished.
 *
 * @example sentencesOf("带身份证。1. 填表\n") // ["带身份证。", "1. 填表\n"]
 */
export function sentencesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const end of endsOf(text)) {
    pieces.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** Collects deltas and gives whole sentences back as soon as they are certain. */
export function bufferSentences(): { push(delta: string): readonly string[]; end(): readonly string[] } {
  let held = "";
  return {
    push(delta) {
      held += delta;
      const pieces = sentencesOf(held);
      const last = pieces.at(-1) ?? "";
      const isOpen = !last.endsWith("\n") && last.length < LONGEST;
      // marks such as [1] belong to the sentence before them, so its end is known only when more has come
      const open = !isOpen ? 0 : MARK_BEGUN.test(last) ? 2 : 1;
      held = pieces.slice(pieces.length - open).join("");
      return pieces.slice(0, pieces.length - open);
    },
    end() {
      const pieces = sentencesOf(held);
      held = "";
      return pieces;
    },
  };
}

function endsOf(text: string): readonly number[] {
  const ends = new Set<number>();
  for (const match of text.matchAll(HARD_END)) if (isRealEnd(text, match.index)) ends.add(endOf(text, match));
  for (const match of text.matchAll(SOFT_END))
    if (isRealEnd(text, match.index + 1)) ends.add(endOf(text, match));
  return [...ends].sort((a, b) => a - b);
}

/** Citation marks and a line break after the end still belong to the sentence. */
function endOf(text: string, match: RegExpExecArray): number {
  const from = match.index + match[0].length;
  if (match[0].endsWith("\n")) return from;
  const more = /^(?:[ \t]*[[【［]\^?\d{1,2}[\]】］])*[ \t]*\n?/.exec(text.slice(from));
  return from + (more?.[0].length ?? 0);
}

function isRealEnd(text: string, at: number): boolean {
  const char = text[at];
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  // "1." opens a list item
  if (char === "." && /(?:^|[^\w.])\d{1,2}$/.test(line)) return false;
  // inside an address: https://host/?id=1
  if ((char === "?" || char === "!" || char === ".") && /https?:\/\/\S*$/.test(line))
    return /\s/.test(text[at + 1] ?? "");
  if (char === "?" || char === "!") return !/[A-Za-z0-9[]/.test(text[at + 1] ?? "");
  return true;
}
