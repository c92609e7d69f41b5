import type { Adapter, Delivery } from "../../src/core/adapter.ts";
import type { Pause } from "../../src/desk/courier.ts";

const LIMITS: Adapter["limits"] = {
  format: "plain",
  maxPiece: 20,
  unit: "chars",
  maxPieces: 10,
  stream: "native",
  edit: false,
  ephemeral: false,
  threads: false,
  typing: false,
  files: false,
  buttons: false,
};

/** A chat platform in memory: shows what people would see, and can be told to fail. */
export function memoryPlatform(limits: Partial<Adapter["limits"]> = {}) {
  const shown: { readonly room: string; readonly key: string; readonly text: string }[] = [];
  const failures: Error[] = [];
  const doubtful: string[] = [];
  const adapter: Adapter = {
    name: "test",
    limits: { ...LIMITS, ...limits },
    render: (reply) => reply.text.split("|").map((text) => ({ text, body: "{}" })),
    start: async () => undefined,
    async send({ key, text, message, isDoubtful }: Delivery) {
      if (isDoubtful) doubtful.push(key);
      const failure = failures.shift();
      if (failure) throw failure;
      shown.push({ room: message.conversation.id, key, text });
    },
    stop: async () => undefined,
  };
  return { adapter, shown, failures, doubtful, texts: () => shown.map(({ text }) => text) };
}

/** A clock of pauses that only pass when told to. */
export function handClock() {
  const waiting: { readonly ms: number; readonly end: () => void }[] = [];
  const pause: Pause = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const entry = { ms, end: resolve };
      waiting.push(entry);
      signal.addEventListener("abort", () => resolve());
    });
  return {
    pause,
    /** Lets every pause of this length pass. */
    pass: (ms: number) => {
      for (const entry of waiting.filter((each) => each.ms === ms)) entry.end();
    },
    asked: () => waiting.map(({ ms }) => ms),
  };
}

/** A promise and the hand that settles it. */
export function gate<Value = void>() {
  const { promise, resolve } = Promise.withResolvers<Value>();
  return { promise, open: resolve };
}
