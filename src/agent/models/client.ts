import type { ChatDeepSeek } from "@langchain/deepseek";
import type { Endpoint } from "../options.ts";
import type { StreamChat } from "./stream.ts";

/** The key of an endpoint; a server of one's own asks for none, but the client library insists on one. */
export const apiKeyOf = ({ apiKey }: Endpoint): string => apiKey ?? "none";

/** The library's client as the agent calls it: always streaming, because only a stream can be watched. */
export const streamWith =
  (model: ChatDeepSeek): StreamChat =>
  (messages, { tools, mustAnswer, signal }) =>
    model.stream(messages, {
      ...(tools.length > 0 ? { tools: [...tools] } : {}),
      ...(mustAnswer && tools.length > 0 ? { tool_choice: "none" } : {}),
      signal,
    });
