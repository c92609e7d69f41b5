import type { Usage } from "../../core/reply.ts";
import type { WireChunk, WireDelta } from "./wire.ts";

/** A tool call as the model wrote it: arguments still as text. */
export interface WrittenCall {
  readonly id: string;
  readonly name: string;
  readonly args: string;
}

/** One whole answer of a model, put together from its stream. */
export interface Answer {
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly WrittenCall[];
  /** False when not one piece came: what answered was no model. */
  readonly isStream: boolean;
  /** Why the model stopped; absent when the stream just ended. */
  readonly finish: string | undefined;
  readonly usage: Usage;
}

/** Collects an answer chunk by chunk. */
export interface Reading {
  /** Takes a chunk; tells its text and whether it held anything a model has thought of. */
  take(chunk: WireChunk): { readonly text: string; readonly isAlive: boolean };
  answer(): Answer;
}

/** A reading of nothing yet; by hand, because merging whole chunks costs more than the rest of a turn. */
export function startReading(): Reading {
  let text = "";
  let reasoning = "";
  let isStream = false;
  let finish: string | undefined;
  let usage: Usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 };
  const calls: { id: string; name: string; args: string }[] = [];

  return {
    take({ choices: [choice] = [], usage: counted }) {
      isStream = true;
      if (counted) usage = usageOf(counted);
      if (typeof choice?.finish_reason === "string") finish = choice.finish_reason;
      const { content, tool_calls: pieces = [] } = choice?.delta ?? {};
      const thought = thoughtOf(choice?.delta);
      const delta = content ?? "";
      text += delta;
      reasoning += thought;
      for (const { index, id = "", function: part } of pieces) {
        calls[index] ??= { id: "", name: "", args: "" };
        calls[index].id ||= id;
        calls[index].name += part?.name ?? "";
        calls[index].args += part?.arguments ?? "";
      }
      return { text: delta, isAlive: delta !== "" || thought !== "" || pieces.length > 0 };
    },
    answer: () => ({
      text,
      reasoning,
      calls: calls.filter((call) => call !== undefined),
      isStream,
      finish,
      usage,
    }),
  };
}

/** The thought in a delta; DeepSeek and older servers call it reasoning_content, newer vLLM reasoning. */
function thoughtOf(delta: WireDelta | undefined): string {
  if (delta === undefined) return "";
  const thought: unknown = Reflect.get(delta, "reasoning_content") ?? Reflect.get(delta, "reasoning");
  return typeof thought === "string" ? thought : "";
}

const usageOf = (counted: NonNullable<WireChunk["usage"]>): Usage => ({
  inputTokens: counted.prompt_tokens,
  cachedTokens: counted.prompt_tokens_details?.cached_tokens ?? 0,
  outputTokens: counted.completion_tokens,
});

/** The arguments of a call as an object, or undefined where the text is not whole JSON. */
export function argumentsOf({ args }: WrittenCall): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(args.trim() === "" ? "{}" : args);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
