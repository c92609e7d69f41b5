import type { AIMessageChunk, UsageMetadata } from "@langchain/core/messages";
import type { Usage } from "../../core/reply.ts";

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
  take(chunk: AIMessageChunk): { readonly text: string; readonly isAlive: boolean };
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
    take(chunk) {
      isStream = true;
      const finishReason: unknown = chunk.response_metadata["finish_reason"];
      if (typeof finishReason === "string") finish = finishReason;
      const delta = chunk.text;
      const thought = chunk.additional_kwargs["reasoning_content"];
      const pieces = chunk.tool_call_chunks ?? [];
      text += delta;
      if (typeof thought === "string") reasoning += thought;
      if (chunk.usage_metadata !== undefined) usage = usageOf(chunk.usage_metadata);
      for (const { index = 0, id, name, args } of pieces) {
        calls[index] ??= { id: "", name: "", args: "" };
        calls[index].id ||= id ?? "";
        calls[index].name += name ?? "";
        calls[index].args += args ?? "";
      }
      const isAlive = delta !== "" || (typeof thought === "string" && thought !== "") || pieces.length > 0;
      return { text: delta, isAlive };
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

function usageOf(metadata: UsageMetadata): Usage {
  return {
    inputTokens: metadata.input_tokens,
    cachedTokens: metadata.input_token_details?.cache_read ?? 0,
    outputTokens: metadata.output_tokens,
  };
}

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
