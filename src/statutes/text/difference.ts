/** A stretch of text that both have, or that only one of them has. */
export interface Change {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

// beyond this many cells the whole stretch is shown as exchanged
const MOST_CELLS = 4_000_000;

/** How to turn one text into the other, character by character, in readable stretches. */
export function difference(one: string, other: string): Change[] {
  const a = [...one];
  const b = [...other];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const changes: Change[] = [
    { kind: "same", text: a.slice(0, head).join("") },
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: "same", text: tail === 0 ? "" : a.slice(-tail).join("") },
  ];
  return joined(changes);
}

function middle(a: readonly string[], b: readonly string[]): Change[] {
  if (a.length * b.length > MOST_CELLS) {
    return [
      { kind: "gone", text: a.join("") },
      { kind: "new", text: b.join("") },
    ];
  }
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] =
        a[i] === b[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      changes.push({ kind: "gone", text: a[i] ?? "" });
      i += 1;
    } else {
      changes.push({ kind: "new", text: b[j] ?? "" });
      j += 1;
    }
  }
  return changes;
}

function joined(changes: readonly Change[]): Change[] {
  const out: Change[] = [];
  for (const change of changes) {
    const last = out.at(-1);
    if (change.text === "") continue;
    if (last?.kind === change.kind) out[out.length - 1] = { ...last, text: last.text + change.text };
    else out.push(change);
  }
  return out;
}

const SHOWN_AROUND_CHARS = 12;

/** A difference in one line: …相同［-旧-］｛+新+｝相同…; long equal stretches are cut. */
export function showDifference(changes: readonly Change[]): string {
  return changes
    .map(({ kind, text }, index) => {
      if (kind === "gone") return `［-${text}-］`;
      if (kind === "new") return `［+${text}+］`;
      return cut(text, index === 0, index === changes.length - 1);
    })
    .join("");
}

function cut(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * SHOWN_AROUND_CHARS) return text;
  const head = isFirst ? "" : text.slice(0, SHOWN_AROUND_CHARS);
  const tail = isLast ? "" : text.slice(-SHOWN_AROUND_CHARS);
  return `${head}…${tail}`;
}
