import { BaseChatModel, type BaseChatModelCallOptions } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import type { Clock } from "../clock.ts";
import { pause } from "../clock.ts";
import { asFailure, ModelFailure } from "../failure.ts";
import { factsOf } from "../failures.ts";
import type { Limits } from "../limits.ts";
import { addUsage, type Notebook } from "../notebook.ts";
import type { Speaker } from "../speaker.ts";
import { startWatch } from "../watch.ts";
import { type Answer, argumentsOf, startReading, type WrittenCall } from "./reading.ts";
import { onWire, type StreamChat, type WireTool } from "./wire.ts";

const RETRY_MS = 500; // without a Retry-After: long enough for a blip to pass, short enough for a chat

/** What a model needs to work within one turn. */
export interface Shift {
  readonly stream: StreamChat;
  readonly tools: readonly WireTool[];
  readonly limits: Limits;
  readonly clock: Clock;
  readonly notebook: Notebook;
  readonly speaker: Speaker;
  /** Aborted when the turn is cancelled or its total time is over. */
  readonly signal: AbortSignal;
}

/** An endpoint under watch: deadlines, retries, budget and strict reading around its stream; throws ModelFailure. */
export class WatchedModel extends BaseChatModel<BaseChatModelCallOptions> {
  readonly #shift: Shift;

  constructor(shift: Shift) {
    super({});
    this.#shift = shift;
  }

  override _llmType(): string {
    return "watched";
  }

  /** The tools are known from the start, so that every turn sends the same bytes. */
  override bindTools(): this {
    return this;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { limits, clock, speaker, signal } = this.#shift;
    for (let attempt = 0; ; attempt++) {
      try {
        const message = await this.#call(messages);
        return { generations: [{ text: message.text, message }] };
      } catch (error) {
        signal.throwIfAborted();
        const failure = asFailure(error, false);
        const waitMs = failure.detail.retryAfterMs ?? RETRY_MS * 2 ** attempt;
        const retries = Math.min(factsOf(failure.kind).retries ?? 0, limits.retries);
        // once a word was shown a second attempt would tell the story twice
        if (attempt >= retries || speaker.shown() !== "" || waitMs > limits.retryAfterMs) throw failure;
        await pause(clock, waitMs, signal);
      }
    }
  }

  async #call(messages: BaseMessage[]): Promise<AIMessage> {
    const { stream, tools, limits, clock, notebook, speaker, signal } = this.#shift;
    const mustAnswer = isOverBudget(notebook, limits);
    const reading = startReading();
    const watch = startWatch(clock, limits, signal);
    const started = clock.now();
    let hasBegun = false;
    notebook.modelCalls++;
    // before anything was looked up, words beside a tool call are small talk: wait for what they turn out to be
    speaker.begin(tools.length > 0 && notebook.toolCalls === 0);
    try {
      const options = { tools, mustAnswer, signal: watch.signal };
      for await (const chunk of await stream(messages.map(onWire), options)) {
        hasBegun = true;
        const { text, isAlive } = reading.take(chunk);
        if (isAlive) watch.beat();
        if (text !== "") speaker.hear(text);
      }
      watch.signal.throwIfAborted();
    } catch (error) {
      speaker.end("cut");
      throw asFailure(watch.signal.aborted ? watch.signal.reason : error, hasBegun);
    } finally {
      watch.end();
      notebook.ms.model += clock.now() - started;
    }
    const answer = reading.answer();
    addUsage(notebook, answer.usage);
    return conclude(answer, mustAnswer, notebook, speaker);
  }
}

const isOverBudget = (notebook: Notebook, limits: Limits): boolean =>
  notebook.modelCalls >= limits.modelCalls - 1 ||
  notebook.toolCalls >= limits.toolCalls ||
  notebook.badCalls >= limits.badCalls;

/** The message that an answer amounts to, or the failure that its ending betrays. */
function conclude(answer: Answer, mustAnswer: boolean, notebook: Notebook, speaker: Speaker): AIMessage {
  const { finish, calls, text, reasoning } = answer;
  const fail = (...[kind, message]: ConstructorParameters<typeof ModelFailure>): never => {
    speaker.end("cut");
    throw new ModelFailure(kind, message);
  };
  if (!answer.isStream) fail("garbage", "the answer held no piece of a stream");
  if (finish === undefined) fail("cut", "the stream ended without a finish reason");
  if (finish === "content_filter") fail("filtered", "finish reason content_filter");
  if (finish === "insufficient_system_resource") fail("overloaded", `finish reason ${finish}`);
  if (calls.length > 0 && !mustAnswer) {
    if (finish === "length") fail("badCall", "a tool call was cut off by the token limit");
    const toolCalls = calls.map((call, place) => toolCallOf(call, notebook.modelCalls * 100 + place));
    if (toolCalls.includes(undefined)) fail("badCall", "the arguments of a tool call are not JSON");
    speaker.end("tools");
    return new AIMessage({
      content: text,
      tool_calls: toolCalls.filter((call) => call !== undefined),
      additional_kwargs: reasoning === "" ? {} : { reasoning_content: reasoning },
    });
  }
  if (!speaker.hasWords()) fail("empty", "the answer held no words");
  if (finish === "length") {
    speaker.end("shortened");
    throw new ModelFailure("length", "the token limit was reached");
  }
  speaker.end("answer");
  return new AIMessage(text);
}

function toolCallOf(call: WrittenCall, fallbackId: number) {
  const args = argumentsOf(call);
  if (args === undefined || call.name === "") return undefined;
  return {
    id: call.id === "" ? `call_${fallbackId}` : call.id,
    name: call.name,
    args,
    type: "tool_call" as const,
  };
}
