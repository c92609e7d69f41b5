import { ChatDeepSeek } from "@langchain/deepseek";
import type { Endpoint } from "../options.ts";
import { apiKeyOf, streamWith } from "./client.ts";
import type { StreamChat, WireMessage } from "./wire.ts";

const BASE_URL = "https://api.deepseek.com";
const TEMPERATURE = 0.2; // a clerk repeats what the source says; ignored while thinking

/**
 * DeepSeek's own service. `user` is a hash: it keeps people's caches and safety records apart without naming them.
 *
 * Thinking is the service's default, so it is switched off by name unless asked for.
 */
export function openDeepSeek(endpoint: Endpoint, answerTokens: number, user: string): StreamChat {
  const thinking = endpoint.thinking ?? "disabled";
  const stream = streamWith(
    new ChatDeepSeek({
      model: endpoint.model,
      apiKey: apiKeyOf(endpoint),
      maxRetries: 0,
      maxTokens: answerTokens,
      temperature: TEMPERATURE,
      configuration: { baseURL: endpoint.baseUrl ?? BASE_URL, logLevel: "off" },
      modelKwargs: { thinking: { type: thinking }, user_id: user },
    }),
  );
  return thinking === "enabled" ? (messages, options) => stream(messages.map(withThought), options) : stream;
}

// while thinking, the service refuses a round after a tool call unless every assistant message brings its thought
const withThought = (message: WireMessage): WireMessage =>
  message.role === "assistant" ? { reasoning_content: "", ...message } : message;
