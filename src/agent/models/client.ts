import type { ChatDeepSeek } from "@langchain/deepseek";
import type { Endpoint } from "../options.ts";
import type { StreamChat } from "./wire.ts";

/** The key of an endpoint; a server of one's own asks for none, but the client library insists on one. */
export const apiKeyOf = ({ apiKey }: Endpoint): string => apiKey ?? "none";

/**
 * The library's client as the agent calls it: always streaming, because only a stream can be watched, and one step
 * below its message objects, so that finish reasons and the exact text of tool calls are seen.
 */
export const streamWith =
  (model: ChatDeepSeek): StreamChat =>
  (messages, { tools, mustAnswer, signal }) => {
    const options = {
      ...(tools.length > 0 ? { tools: [...tools] } : {}),
      ...(mustAnswer && tools.length > 0 ? { tool_choice: "none" as const } : {}),
    };
    const params = model.invocationParams(options, { streaming: true });
    return model.completionWithRetry({ ...params, messages, stream: true }, { signal });
  };
