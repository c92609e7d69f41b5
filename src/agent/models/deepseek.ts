import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { ChatDeepSeek } from "@langchain/deepseek";

import type { Endpoint } from "../options.ts";
import { apiKeyOf, streamWith } from "./client.ts";
import type { StreamChat } from "./stream.ts";

const BASE_URL = "https://api.deepseek.com";
const TEMPERATURE = 0.2; // a clerk repeats what the source says; ignored while thinking

/**
 * DeepSeek's own service. `user` is a hash: it keeps people's caches and safety records apart without naming them.
 *
 * Thinking is the service's default, so it is switched off by name unless asked for.
 */
export function openDeepSeek(endpoint: Endpoint, answerTokens: number, user: string): StreamChat {
  const thinking = endpoint.thinking ?? "disabled";
  let sent: readonly BaseMessage[] = [];
  const model = new ChatDeepSeek({
    model: endpoint.model,
    apiKey: apiKeyOf(endpoint),
    maxRetries: 0,
    maxTokens: answerTokens,
    temperature: TEMPERATURE,
    configuration: {
      baseURL: endpoint.baseUrl ?? BASE_URL,
      logLevel: "off",
      ...(thinking === "enabled" ? { fetch: fetchWithThoughts(() => sent) } : {}),
    },
    modelKwargs: { thinking: { type: thinking }, user_id: user },
  });
  const stream = streamWith(model);
  return (messages, options) => {
    sent = messages;
    return stream(messages, options);
  };
}

type Send = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * The stock class drops `reasoning_content` on the way out, and while thinking the service then refuses the
 * round after a tool call with a 400: this puts it back on every assistant message.
 */
function fetchWithThoughts(sent: () => readonly BaseMessage[]): Send {
  return (url, init) => {
    if (typeof init?.body !== "string") return fetch(url, init);
    const thoughts = sent().filter((message) => AIMessage.isInstance(message));
    const request: unknown = JSON.parse(init.body, (key, value: unknown) => {
      if (key !== "messages" || !Array.isArray(value)) return value;
      return value.map((message: unknown) =>
        isAssistant(message) ? { ...message, reasoning_content: thoughtOf(thoughts.shift()) } : message,
      );
    });
    return fetch(url, { ...init, body: JSON.stringify(request) });
  };
}

const isAssistant = (message: unknown): message is object =>
  typeof message === "object" && message !== null && "role" in message && message.role === "assistant";

function thoughtOf(message: BaseMessage | undefined): string {
  const thought = message?.additional_kwargs["reasoning_content"];
  return typeof thought === "string" ? thought : "";
}
