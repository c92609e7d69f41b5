import type { Next, Step } from "../core/turn.ts";

/** Folds steps into one function; the first step is the outermost. */
export const compose = (steps: readonly Step[], last: Next): Next =>
  steps.reduceRight<Next>((next, step) => (turn) => step(turn, next), last);
