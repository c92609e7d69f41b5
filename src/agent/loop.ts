import { CallbackManager } from "@langchain/core/callbacks/manager";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { createAgent, createMiddleware } from "langchain";
import { BotError } from "../core/errors.ts";
import type { Tool } from "../tools/define.ts";
import { OfflineModel, type OfflineShift } from "./models/offline.ts";
import { ENDPOINT_KINDS } from "./models/index.ts";
import type { WireTool } from "./models/wire.ts";
import { type Shift, WatchedModel } from "./models/watched.ts";
import type { Endpoint } from "./options.ts";
import { lastWords, systemPrompt } from "./prompt.ts";
import { wireSchema } from "./schema.ts";
import { type Bench, invokeTool } from "./toolbelt.ts";

const STEPS_PER_CALL = 2; // one for the model, one for its tools
const SPARE_STEPS = 4; // so that our own budget ends a turn, with words, before the library's does with an error

/** Runs one turn of the agent with an endpoint's model; its words go through the speaker. */
export function runEndpoint(
  bench: Bench,
  tools: readonly Tool[],
  endpoint: Endpoint,
  user: string,
  shift: Omit<Shift, "stream" | "tools">,
): Promise<void> {
  const stream = ENDPOINT_KINDS[endpoint.kind](endpoint, bench.limits.answerTokens, user);
  return run(
    bench,
    tools,
    new WatchedModel({ ...shift, stream, tools: tools.map(toolOnWire) }),
    shift.signal,
  );
}

/** Runs one turn of the agent with the offline model. */
export const runOffline = (
  bench: Bench,
  tools: readonly Tool[],
  shift: OfflineShift,
  signal: AbortSignal,
): Promise<void> => run({ ...bench, isByRule: true }, tools, new OfflineModel(shift), signal);

/** Throws where the environment makes the library send or print what people say: tracing, verbose mode. */
export function refuseTracing(): void {
  if (CallbackManager.configure() === undefined) return;
  throw new BotError("config.invalid", "the environment switches LangChain's tracing or verbose mode on", {
    forUser: {
      zh: "设置有误：请关闭 LangChain 的跟踪。",
      en: "Wrong settings: LangChain's tracing must be off.",
    },
    field: "LANGSMITH_TRACING",
    remedy:
      "unset LANGSMITH_TRACING, LANGSMITH_TRACING_V2, LANGCHAIN_TRACING, LANGCHAIN_TRACING_V2 and LANGCHAIN_VERBOSE",
  });
}

/** Stateless: no checkpointer, so that a cancelled turn cannot poison the next one of the same conversation. */
async function run(bench: Bench, tools: readonly Tool[], model: BaseChatModel, signal: AbortSignal) {
  const agent = createAgent({
    model,
    tools: tools.map((each) => asLangChainTool(each, bench)),
    // as a message of plain text: given as a string it would travel as a list of parts, which not every server takes
    systemPrompt: new SystemMessage(systemPrompt(bench.pack, bench.turn.language)),
    middleware: [answerUnknownTools(bench, signal)],
  });
  const recursionLimit = bench.limits.modelCalls * STEPS_PER_CALL + SPARE_STEPS;
  await agent.invoke({ messages: messagesOf(bench) }, { signal, recursionLimit });
}

function messagesOf({ turn }: Bench): BaseMessage[] {
  const past = turn.history.flatMap(({ question, answer }) => [
    new HumanMessage(question),
    new AIMessage(answer),
  ]);
  return [...past, new HumanMessage(lastWords(turn))];
}

const toolOnWire = ({ name, description, input }: Tool): WireTool => ({
  type: "function",
  function: { name, description, parameters: wireSchema(input) },
});

// arguments are checked once, by zod, in invokeTool: the library's own check would answer with its own words
const ANY_INPUT = { type: "object", properties: {} } as const;

function asLangChainTool(our: Tool, bench: Bench) {
  return tool(
    async (input: unknown, config) => {
      const signal = config.signal ?? bench.turn.signal;
      const { content, result } = await invokeTool(bench, our.name, input, signal);
      return [content, result];
    },
    {
      name: our.name,
      description: our.description,
      schema: ANY_INPUT,
      responseFormat: "content_and_artifact",
    },
  );
}

/** A tool that was not shown is refused like any other call, and comes to the same ears. */
const answerUnknownTools = (bench: Bench, signal: AbortSignal) =>
  createMiddleware({
    name: "unknown_tools",
    async wrapToolCall(request, handler) {
      if (request.tool !== undefined) return handler(request);
      const { id = "", name, args } = request.toolCall;
      const { content } = await invokeTool(bench, name, args, signal);
      return new ToolMessage({ content, name, tool_call_id: id, status: "error" });
    },
  });
