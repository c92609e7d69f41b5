import { BotError } from "../core/errors.ts";
import type { Reply } from "../core/reply.ts";
import type { Turn } from "../core/turn.ts";
import type { Equipment } from "./attempt.ts";
import { machineClock } from "./clock.ts";
import { watchHealth } from "./health.ts";
import { LIMITS } from "./limits.ts";
import type { AgentOptions, AgentPack, EndpointState } from "./options.ts";
import { TurnRun } from "./turn-run.ts";

/** Answers turns; loads its library on the first one, or when warmed. */
export interface AgentRunner {
  /** The reply to a turn; rejects only when the turn was cancelled or the set-up is broken. */
  answer(turn: Turn): Promise<Reply>;
  /** Loads what the first turn would have to wait for. */
  warm(): Promise<void>;
  /** How the endpoints are doing, in the order in which they are asked. */
  endpoints(): readonly EndpointState[];
}

/** An agent for these packs, tools and models; without any model it quotes its sources. */
export function createAgentRunner(options: AgentOptions): AgentRunner {
  const { endpoints, tools, rules = [], userSalt = "", packs } = options;
  const clock = options.clock ?? machineClock;
  const equipment: Equipment = {
    tools,
    limits: { ...LIMITS, ...options.limits },
    clock,
    onRefusal: options.onRefusal ?? (() => undefined),
    log: options.log ?? (() => undefined),
  };
  const health = watchHealth(endpoints, clock, options.onAlert ?? (() => undefined));
  const load = async () => {
    const loop = await import("./loop.ts");
    loop.refuseTracing();
    return loop;
  };
  return {
    async answer(turn) {
      const pack = packOf(turn, packs);
      const loop = await load();
      return new TurnRun(turn, pack, { equipment, endpoints, health, loop, rules, userSalt }).answer();
    },
    warm: async () => void (await load()),
    endpoints: health.states,
  };
}

function packOf(turn: Turn, packs: AgentOptions["packs"]): AgentPack {
  const pack = packs.get(turn.agent);
  if (pack !== undefined) return pack;
  throw new BotError("pack.invalid", `there is no pack "${turn.agent}"`, {
    forUser: { zh: "没有这个岗位，请换一个问。", en: "There is no such agent; please choose another one." },
    field: "agent",
    remedy: `one of ${[...packs.keys()].join(", ")}`,
  });
}
