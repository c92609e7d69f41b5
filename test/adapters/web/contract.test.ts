import { randomUUID } from "node:crypto";
import { createWebAdapter } from "../../../src/adapters/web/adapter.ts";
import { newCapability } from "../../../src/adapters/web/ids.ts";
import { INFO } from "../../web/scripted-bot.ts";
import { adapterContract } from "../../contracts/adapter.ts";
import { listenTo, type Listening } from "./visitor.ts";

adapterContract<{ text: string; id: string }>("web", async () => {
  const adapter = createWebAdapter({
    port: 0,
    history: async () => [],
    info: async () => INFO,
    openFile: async () => null,
    health: async () => ({ ok: true }),
    metrics: async () => "",
  });
  const conversation = newCapability();
  let listening: Listening | undefined;
  return {
    adapter,
    speak: (text) => ({ text, id: randomUUID() }),
    async deliver(event) {
      const address = `${adapter.url}/api/messages`;
      const body = JSON.stringify({ ...event, conversation });
      try {
        // a stopped page takes no connection any more
        listening ??= await listenTo(adapter.url, conversation);
        await listening.take("ready");
        const { status } = await fetch(address, { method: "POST", body });
        return status === 202 ? "taken" : "refused";
      } catch (error) {
        if (error instanceof TypeError) return "refused";
        throw error;
      }
    },
    async shown(atLeast) {
      const replies = (await listening?.take("reply", atLeast)) ?? [];
      return replies.map(({ data }) => JSON.stringify(data["reply"]));
    },
    async close() {
      listening?.close();
      await adapter.close();
    },
  };
});
