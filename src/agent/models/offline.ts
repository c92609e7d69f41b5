import { BaseChatModel, type BaseChatModelCallOptions } from "@langchain/core/language_models/chat_models";
import { AIMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import type { Turn } from "../../core/turn.ts";
import { chooseCall, type ToolRule } from "../offline/rules.ts";

/** What the offline model needs to work within one turn. */
export interface OfflineShift {
  readonly turn: Turn;
  /** Names of the tools this turn may use. */
  readonly tools: readonly string[];
  readonly rules: readonly ToolRule[];
  /** True when nothing more needs to be looked up. */
  readonly isReady: () => boolean;
  /** Puts the answer together from what the tools found, and shows it. */
  readonly answer: () => string;
}

/** The model of last resort: picks tools by rule, then has their findings quoted; never makes up a sentence. */
export class OfflineModel extends BaseChatModel<BaseChatModelCallOptions> {
  readonly #shift: OfflineShift;
  readonly #asked: string[] = [];

  constructor(shift: OfflineShift) {
    super({});
    this.#shift = shift;
  }

  override _llmType(): string {
    return "offline";
  }

  override bindTools(): this {
    return this;
  }

  override async _generate(): Promise<ChatResult> {
    const { turn, tools, rules, isReady, answer } = this.#shift;
    const call = isReady() ? undefined : chooseCall(turn, rules, tools, this.#asked);
    if (call === undefined) return resultOf(new AIMessage(answer()));
    this.#asked.push(call.name);
    const { name, args } = call;
    const toolCall = {
      id: `rule_${this.#asked.length}`,
      name,
      args: { ...args },
      type: "tool_call" as const,
    };
    return resultOf(new AIMessage({ content: "", tool_calls: [toolCall] }));
  }
}

const resultOf = (message: AIMessage): ChatResult => ({ generations: [{ text: message.text, message }] });
