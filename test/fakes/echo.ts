import { say } from "../../src/core/reply.ts";
import type { Handle, Next } from "../../src/core/turn.ts";
import { pipeline } from "../../src/pipeline/handle.ts";
import type { Store } from "../../src/store/port.ts";

/** The real pipeline over a real store, with an echo in place of the agent; `before` is what its work costs. */
export function echoPipeline(store: Store, before: () => Promise<void> = async () => undefined): Handle {
  const nothing = { zh: "", en: "" };
  const echo: Next = async ({ text }) => {
    await before();
    return say(`re: ${text}`, { agent: "echo", mode: "offline" });
  };
  return pipeline(
    {
      onUnknownFailure: (error) => console.error(error),
      users: {},
      rooms: {},
      defaultRole: "citizen",
      rate: { burst: 1_000_000, everyMs: 1 },
      now: Date.now,
      memory: store.memory,
      auditLog: store.audit,
      agentsFor: () => [{ id: "echo", name: nothing, purpose: nothing, rooms: [], keywords: [] }],
      status: async () => nothing,
      lookUp: () => "",
      fit: async () => new Map(),
      today: () => "2026-11-23",
    },
    echo,
  );
}
