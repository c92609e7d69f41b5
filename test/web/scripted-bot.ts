import { createWebAdapter, type WebAdapter } from "../../src/adapters/web/adapter.ts";
import type { PageInfo, TalkEntry, WebOptions } from "../../src/adapters/web/options.ts";
import type { Receive } from "../../src/core/adapter.ts";
import type { IncomingMessage } from "../../src/core/message.ts";
import { say, type Reply } from "../../src/core/reply.ts";
import type { OnProgress } from "../../src/core/turn.ts";

/** Answers one message; null stays silent. */
export type Script = (
  message: IncomingMessage,
  progress: OnProgress,
  signal: AbortSignal,
) => Promise<Reply | null> | Reply | null;

/** The real web adapter in front of a desk in memory that keeps what it is given and answers by a script. */
export interface ScriptedBot {
  readonly web: WebAdapter;
  readonly url: string;
  readonly received: IncomingMessage[];
  /** Adds to what was said before. */
  remember(entry: TalkEntry & { readonly lane: string }): void;
  /** From now on nothing can be stored. */
  refuseWith(error: Error): void;
  close(): Promise<void>;
}

export const INFO: PageInfo = {
  title: { zh: "帮办", en: "Bangban" },
  agents: [
    {
      id: "citizen-services",
      name: { zh: "政务办事", en: "Citizen services" },
      purpose: {
        zh: "告诉您办事要带什么、去哪里、多久办好，每句话都有出处。",
        en: "What to bring, where to go and how long it takes; every fact with its source.",
      },
      suggestions: {
        zh: ["新生儿出生证怎么办？", "灵活就业怎么交社保？", "居住证要哪些材料？"],
        en: [
          "How do I get a birth certificate?",
          "Social insurance as a freelancer?",
          "Residence permit papers?",
        ],
      },
    },
  ],
  model: "deepseek-flash",
};

export const echo: Script = (message) => say(`re: ${message.text}`);

/** Starts a bot on a free port of this machine. */
export async function openBot(script: Script = echo, more: Partial<WebOptions> = {}): Promise<ScriptedBot> {
  const received: IncomingMessage[] = [];
  const talks: (TalkEntry & { readonly lane: string })[] = [];
  const running = new Map<string, AbortController>();
  const web = createWebAdapter({
    port: 0,
    history: async (key) => talks.filter(({ lane }) => lane === key),
    info: async () => INFO,
    openFile: async () => null,
    health: async () => ({ ok: true }),
    metrics: async () => "bangban_up 1\n",
    ...more,
  });
  const answer = async (message: IncomingMessage, progress: OnProgress): Promise<void> => {
    const abort = new AbortController();
    running.set(message.id, abort);
    const reply = await script(message, progress, abort.signal);
    running.delete(message.id);
    const lane = message.conversation.key;
    if (reply) {
      talks.push({ id: message.id, lane, atMs: Date.now(), kind: "reply", text: reply.text, reply });
      for (const piece of web.render(reply, message)) {
        await web.send({ ...piece, key: `${message.id}/1`, message, isDoubtful: false });
      }
    }
    progress({ type: "done" });
  };
  let refusal: Error | null = null;
  const receive: Receive = async (message, progress = () => undefined) => {
    if (refusal) throw refusal;
    if (received.some(({ id }) => id === message.id)) return "duplicate";
    received.push(message);
    if (message.kind === "stop") running.get(message.targetMessageId ?? "")?.abort();
    if (message.kind !== "text") return "stored";
    const { id, text, receivedAtMs: atMs } = message;
    talks.push({ id, lane: message.conversation.key, atMs, kind: "question", text });
    void answer(message, progress);
    return "stored";
  };
  await web.start(receive);
  return {
    web,
    url: web.url,
    received,
    remember: (entry) => void talks.push(entry),
    refuseWith: (error) => void (refusal = error),
    async close() {
      await web.stop();
      await web.close();
    },
  };
}
