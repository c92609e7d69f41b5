import type { Citation, ToolUse, Usage } from "../core/reply.ts";
import type { ToolResult } from "../tools/define.ts";
import { numberSources, type Sources } from "./sources.ts";

/** What is written down during one turn: results, sources, tool uses, tokens, times. */
export interface Notebook {
  readonly sources: Sources;
  readonly results: ToolResult[];
  readonly tools: ToolUse[];
  readonly usage: { inputTokens: number; cachedTokens: number; outputTokens: number };
  readonly ms: { retrieval: number; model: number };
  modelCalls: number;
  /** Calls that were let through; counted before they run, since several run at once. */
  toolCalls: number;
  badCalls: number;
}

/** An empty notebook. */
export const openNotebook = (): Notebook => ({
  sources: numberSources(),
  results: [],
  tools: [],
  usage: { inputTokens: 0, cachedTokens: 0, outputTokens: 0 },
  ms: { retrieval: 0, model: 0 },
  modelCalls: 0,
  toolCalls: 0,
  badCalls: 0,
});

/** Adds one call's tokens to the notebook. */
export function addUsage(notebook: Notebook, usage: Usage): void {
  notebook.usage.inputTokens += usage.inputTokens;
  notebook.usage.cachedTokens += usage.cachedTokens;
  notebook.usage.outputTokens += usage.outputTokens;
}

/** The sources behind these numbers, in this order. */
export const citationsAt = (notebook: Notebook, numbers: readonly number[]): readonly Citation[] =>
  numbers.flatMap((number) => notebook.sources.get(number) ?? []);
