import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { WireSchema } from "../schema.ts";

/** A tool as it goes over the wire. */
export interface WireTool {
  readonly type: "function";
  readonly function: { readonly name: string; readonly description: string; readonly parameters: WireSchema };
}

/** What one call of a model is given besides the messages. */
export interface CallOptions {
  readonly tools: readonly WireTool[];
  /** True when the model must answer with what it has. */
  readonly mustAnswer: boolean;
  readonly signal: AbortSignal;
}

/** A model as the agent sees it: messages in, pieces of an answer out. */
export type StreamChat = (
  messages: BaseMessage[],
  options: CallOptions,
) => Promise<AsyncIterable<AIMessageChunk>>;
