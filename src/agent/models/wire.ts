import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import type { WireSchema } from "../schema.ts";

/** A tool as it goes over the wire. */
export interface WireTool {
  readonly type: "function";
  readonly function: { readonly name: string; readonly description: string; readonly parameters: WireSchema };
}

/** A tool call as it goes over the wire: arguments are JSON text. */
export interface WireCall {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
}

/** A message as it goes over the wire. */
export type WireMessage =
  | { role: "system" | "user"; content: string }
  | { role: "assistant"; content: string; tool_calls?: WireCall[]; reasoning_content?: string }
  | { role: "tool"; content: string; tool_call_id: string };

/** One piece of a streamed answer, as much of it as is read. */
export interface WireChunk {
  readonly choices: readonly {
    readonly delta?: WireDelta;
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: {
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly prompt_tokens_details?: { readonly cached_tokens?: number };
  } | null;
}

export interface WireDelta {
  readonly content?: string | null;
  readonly tool_calls?: readonly {
    readonly index: number;
    readonly id?: string;
    readonly function?: { readonly name?: string; readonly arguments?: string };
  }[];
}

/** What one call of a model is given besides the messages. */
export interface CallOptions {
  readonly tools: readonly WireTool[];
  /** True when the model must answer with what it has. */
  readonly mustAnswer: boolean;
  readonly signal: AbortSignal;
}

/** A model as the agent sees it: messages in, pieces of an answer out. */
export type StreamChat = (messages: WireMessage[], options: CallOptions) => Promise<AsyncIterable<WireChunk>>;

/** A message of the agent library as the wire wants it; what the library added for itself stays behind. */
export function onWire(message: BaseMessage): WireMessage {
  const content = message.text;
  if (ToolMessage.isInstance(message)) return { role: "tool", content, tool_call_id: message.tool_call_id };
  if (!AIMessage.isInstance(message)) return { role: message.type === "system" ? "system" : "user", content };
  const thought = message.additional_kwargs["reasoning_content"];
  const calls = (message.tool_calls ?? []).map(({ id = "", name, args }): WireCall => ({
    id,
    type: "function",
    function: { name, arguments: JSON.stringify(args) },
  }));
  return {
    role: "assistant",
    content,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
    ...(typeof thought === "string" ? { reasoning_content: thought } : {}),
  };
}
