import { fold } from "./fold.ts";
import { KINDS } from "./kinds/index.ts";
import type { Found, Kind } from "./kinds/kind.ts";
import { digitRuns } from "./runs.ts";

/** A piece of personal data and what it is; `start` and `end` are offsets in the original text. */
export interface Detection extends Found {
  readonly kind: Kind;
}

/**
 * All personal data in a text, from left to right, never overlapping. Pure; a
 * megabyte takes some tens of milliseconds.
 *
 * @example detect("电话 138-0013-8000")[0]?.value // "13800138000"
 */
export function detect(text: string, kinds: readonly Kind[] = KINDS): Detection[] {
  const folded = fold(text);
  const view = { folded, runs: digitRuns(folded) };
  const isTaken = new Uint8Array(text.length);
  const found: Detection[] = [];
  for (const kind of kinds) {
    for (const { start, end, value } of kind.find(view)) {
      if (isTaken.subarray(start, end).includes(1)) continue;
      isTaken.fill(1, start, end);
      found.push({ kind, start, end, value });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
