import { PassThrough } from "node:stream";
import { createTerminalAdapter } from "../../../src/adapters/terminal/adapter.ts";
import type { TerminalEvent } from "../../../src/adapters/terminal/normalize.ts";
import { adapterContract } from "../../contracts/adapter.ts";

adapterContract<TerminalEvent>("terminal", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const adapter = createTerminalAdapter({ input, output, session: "s", now: () => 0 });
  const shown: string[] = [];
  output.on("data", (chunk: Buffer) => shown.push(chunk.toString().trim()));
  let number = 0;
  return {
    adapter,
    speak: (line) => {
      number += 1;
      return { session: "s", user: "u", conversation: "c", number, line, atMs: 0 };
    },
    deliver: async (event) => {
      if ((await adapter.hear(event)) !== null) return "taken";
      return shown.pop()?.startsWith("没有收下") ? "refused" : "ignored";
    },
    shown: async () => shown,
    close: async () => {
      input.end();
    },
  };
});
