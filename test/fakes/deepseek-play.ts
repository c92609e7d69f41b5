import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { ChatRequest, Move, Plan } from "./deepseek-wire.ts";

/** One request as it arrived, and what became of it. */
export interface Seen {
  readonly body: ChatRequest;
  readonly authorization: string;
  /** Tools and messages as one text, in the order in which a model reads them. */
  readonly prompt: string;
  readonly promptTokens: number;
  /** Tokens in a beginning shared with an earlier request of the same `user_id`. */
  readonly cachedTokens: number;
  /** True once the client has hung up before the end. */
  isAborted: boolean;
}

/** Carries a plan out on the wire; resolves when the answer is over or the client has hung up. */
export async function play(plan: Plan, seen: Seen, response: ServerResponse): Promise<void> {
  if (plan.body !== undefined) {
    for (const move of plan.moves) await make(move, seen, response);
    response
      .writeHead(plan.status ?? 200, { "content-type": "application/json", ...plan.headers })
      .end(plan.body);
    return;
  }
  if (seen.body.stream !== true) return whole(plan, seen, response);
  for (const [place, move] of plan.moves.entries()) {
    // silence before the first byte is silence before the headers too, as with the real service
    if (place === 0 && move.kind === "wait") await make(move, seen, response);
    else {
      if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
      await make(move, seen, response);
    }
    if (response.destroyed) return;
  }
  response.end();
}

async function make(move: Move, seen: Seen, response: ServerResponse): Promise<void> {
  switch (move.kind) {
    case "wait":
      return new Promise((resolve) => void setTimeout(resolve, move.ms));
    case "raw":
      return void response.write(move.text);
    case "delta":
      return void response.write(
        sse(chunk(seen, [{ index: 0, delta: move.delta, finish_reason: move.finish ?? null }])),
      );
    case "usage":
      return void response.write(sse({ ...chunk(seen, []), usage: usage(seen) }));
    case "done":
      return void response.write("data: [DONE]\n\n");
    case "cut":
      // let what was written reach the client first: a cut after words is what is meant
      await new Promise((resolve) => void setTimeout(resolve, 5));
      return void response.destroy();
    case "hang":
      await once(response, "close");
      return;
    case "repeat": {
      const timer = setInterval(() => response.write(move.text), move.everyMs);
      await once(response, "close");
      clearInterval(timer);
    }
  }
}

const sse = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;
const chunk = (seen: Seen, choices: readonly object[]) => ({
  id: "fake",
  object: "chat.completion.chunk",
  created: 1_700_000_000,
  model: seen.body.model,
  choices,
});

function usage(seen: Seen) {
  return {
    prompt_tokens: seen.promptTokens,
    completion_tokens: 20,
    total_tokens: seen.promptTokens + 20,
    prompt_cache_hit_tokens: seen.cachedTokens,
    prompt_cache_miss_tokens: seen.promptTokens - seen.cachedTokens,
    prompt_tokens_details: { cached_tokens: seen.cachedTokens },
  };
}

/** The same plan without streaming: the pieces put together into one message. */
async function whole(plan: Plan, seen: Seen, response: ServerResponse): Promise<void> {
  const message = { role: "assistant", content: "", reasoning_content: "" };
  const calls: { id: string; type: string; function: { name: string; arguments: string } }[] = [];
  let finish = "stop";
  for (const move of plan.moves) {
    if (response.destroyed) return;
    if (move.kind === "usage" || move.kind === "done") continue;
    if (move.kind !== "delta") {
      await make(move, seen, response);
      continue;
    }
    const { content = "", reasoning_content = "", tool_calls = [] } = move.delta;
    message.content += content;
    message.reasoning_content += reasoning_content;
    for (const { index, id, function: part } of tool_calls) {
      calls[index] ??= { id: id ?? "", type: "function", function: { name: part.name ?? "", arguments: "" } };
      calls[index].function.arguments += part.arguments;
    }
    finish = move.finish ?? finish;
  }
  const full = calls.length > 0 ? { ...message, tool_calls: calls } : message;
  const body = { ...chunk(seen, [{ index: 0, message: full, finish_reason: finish }]), usage: usage(seen) };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
