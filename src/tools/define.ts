import type { z } from "zod";
import type { Language } from "../core/language.ts";
import type { Principal, Role } from "../core/principal.ts";
import type { Citation } from "../core/reply.ts";
import type { Known } from "../core/turn.ts";
import type { Passage } from "../knowledge/passage.ts";

/** What a tool may know about the turn it works for; the model's arguments never name any of it. */
export interface ToolContext {
  readonly principal: Principal;
  /** The pack that is answering. */
  readonly agent: string;
  readonly language: Language;
  readonly today: string;
  readonly known: Known;
  readonly signal: AbortSignal;
}

/** What a tool found: words for the model, sources for the reader, passages for quoting. */
export interface ToolResult {
  readonly text: string;
  readonly citations?: readonly Citation[];
  readonly passages?: readonly Passage[];
  /** Words for a person that need no model: a calculation with its steps, a table row. */
  readonly plain?: string;
  /** Questions that must be put to the person before more can be said. */
  readonly asks?: readonly string[];
  /** False when the knowledge base holds no answer. */
  readonly isAnswerable?: boolean;
  /** True when what was found is likely, but not surely, about what was asked. */
  readonly isGuess?: boolean;
  /** Titles that come near where nothing answers: the person may have meant one of them. */
  readonly near?: readonly string[];
  /** Topics of the question that differ from place to place and that nothing found here answers for the place. */
  readonly withheld?: readonly string[];
}

export interface Tool<Input extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** Tells the model when to use it, not only what it does. */
  readonly description: string;
  /** Who may use it; the room limits it further. */
  readonly roles: readonly Role[];
  readonly input: Input;
  run(input: z.output<Input>, context: ToolContext): Promise<ToolResult>;
}

/** Keeps the input type tied to the schema; adds nothing at run time. */
export const defineTool = <Input extends z.ZodType>(tool: Tool<Input>): Tool<Input> => tool;
