import { ChatDeepSeek } from "@langchain/deepseek";
import type { Endpoint } from "../options.ts";
import { apiKeyOf, streamWith } from "./client.ts";
import type { StreamChat } from "./wire.ts";

const TEMPERATURE = 0.2; // a clerk repeats what the source says

/** Any server that speaks the chat completions API: vLLM, SGLang, Ollama, a cloud; no field of DeepSeek's own. */
export function openCompatible(endpoint: Endpoint, answerTokens: number): StreamChat {
  return streamWith(
    new ChatDeepSeek({
      model: endpoint.model,
      apiKey: apiKeyOf(endpoint),
      maxRetries: 0,
      maxTokens: answerTokens,
      temperature: TEMPERATURE,
      configuration: { baseURL: endpoint.baseUrl, logLevel: "off" },
    }),
  );
}
