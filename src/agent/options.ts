import type { Contact } from "../core/contact.ts";
import type { BotError, ErrorCode } from "../core/errors.ts";
import type { Words } from "../core/language.ts";
import type { Principal } from "../core/principal.ts";
import type { Tool } from "../tools/define.ts";
import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";
import type { ToolRule } from "./offline/rules.ts";

/** A domain pack, as much of it as the agent needs. */
export interface AgentPack {
  readonly id: string;
  readonly name: Words;
  /** How this agent speaks and what it refuses: the prompt, byte for byte. */
  readonly guide: string;
  /** Names of the tools it may use. */
  readonly tools: readonly string[];
  /** Whom to ask otherwise; the first one is the default. */
  readonly contacts: readonly Contact[];
}

/** A model behind an address; several are tried in order. */
export interface Endpoint {
  /** For logs, alerts and health: "deepseek", "fallback". */
  readonly name: string;
  /** DeepSeek's own service understands fields that other servers refuse. */
  readonly kind: "deepseek" | "compatible";
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly model: string;
  /** DeepSeek only; off by default: a person in a chat waits for the first word. */
  readonly thinking?: "enabled" | "disabled";
}

/** Something an operator should mend; told once until the endpoint has answered again. */
export interface Alert {
  readonly endpoint: string;
  readonly kind: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

/** A tool that was asked for without the right to it. */
export interface Refusal {
  readonly tool: string;
  readonly agent: string;
  readonly principal: Principal;
  readonly reason: "unknown" | "not in pack" | "role";
}

/** One line for the log; values are ids and numbers, never a person's words. */
export type Log = (event: string, detail: Readonly<Record<string, unknown>>) => void;

/** What the composition root gives the agent. */
export interface AgentOptions {
  readonly packs: ReadonlyMap<string, AgentPack>;
  readonly tools: readonly Tool[];
  /** Main model first, then the fallback; none means that answers are quoted from the sources. */
  readonly endpoints: readonly Endpoint[];
  /** How plain words become a tool's input when no model does it; tried in order, a search comes last. */
  readonly rules?: readonly ToolRule[];
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** Mixed into the hash that stands for a person at the model's end, so that it cannot be guessed back. */
  readonly userSalt?: string;
  readonly onAlert?: (alert: Alert) => void;
  readonly onRefusal?: (refusal: Refusal) => void;
  readonly log?: Log;
}

/** What one endpoint is doing, for the health page. */
export interface EndpointState {
  readonly name: string;
  readonly model: string;
  readonly ok: boolean;
  /** The last failure since it last answered. */
  readonly failure?: BotError["code"];
}
