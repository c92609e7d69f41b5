/** Takes a stream apart: what may be shown, delta by delta; `end` gives what was still held back. */
export interface StreamFilter {
  push(delta: string): string;
  end(): string;
}

const OPEN = /<(think|thinking|reasoning)>/i;
const CLOSE = /<\/(think|thinking|reasoning)>/i;
const LONGEST_TAG = "</reasoning>".length;

/**
 * Drops everything between `<think>` and `</think>`, wherever the deltas cut the tags.
 *
 * A closing tag without an opening one means that all before it was thought (some servers open the tag in the
 * prompt): what is still unshown of it is dropped by the caller, who sees `onOrphan`.
 */
export function dropThoughts(onOrphan: () => void = () => undefined): StreamFilter {
  let held = "";
  let isThinking = false;

  function take(isEnd: boolean): string {
    let shown = "";
    for (;;) {
      const tag = (isThinking ? CLOSE : EITHER).exec(held);
      if (tag === null) break;
      const before = held.slice(0, tag.index);
      held = held.slice(tag.index + tag[0].length);
      if (isThinking) isThinking = false;
      else if (tag[0].startsWith("</")) {
        shown = "";
        onOrphan();
      } else {
        shown += before;
        isThinking = true;
      }
    }
    const keep = isEnd ? 0 : tailOfTag(held);
    const rest = held.slice(0, held.length - keep);
    held = held.slice(held.length - keep);
    return isThinking ? shown : shown + rest;
  }

  return {
    push(delta) {
      held += delta;
      return take(false);
    },
    end: () => take(true),
  };
}

const EITHER = new RegExp(`${OPEN.source}|${CLOSE.source}`, "i");

/** How many characters at the end may be the beginning of a tag. */
function tailOfTag(text: string): number {
  const at = text.lastIndexOf("<");
  if (at < 0 || text.length - at >= LONGEST_TAG || text.includes(">", at)) return 0;
  return text.length - at;
}
