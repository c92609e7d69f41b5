import type { Interface } from "node:readline";
import type { OpenTurns } from "./open-turns.ts";
import type { Screen } from "./screen.ts";

const LEAVING: ReadonlySet<string> = new Set(["/quit", "/exit", "/q", "退出"]);

/** What a reader of lines needs. */
export interface Reading {
  readonly reader: Interface;
  readonly open: OpenTurns;
  readonly screen: Screen;
  /** Hands a line in, or the stop key with what it stops; resolves to the message's id, null when not taken. */
  readonly say: (line: string, stops?: string) => Promise<string | null>;
}

/** Reads what a person types; resolves when they leave: /quit, Ctrl-D, or Ctrl-C while nothing runs. */
export function readPerson({ reader, open, screen, say }: Reading): Promise<void> {
  const left = Promise.withResolvers<void>();
  reader.on("line", (line) => {
    if (LEAVING.has(line.trim())) return reader.close();
    void say(line).then(() => open.size === 0 && reader.prompt());
  });
  reader.on("SIGINT", () => {
    const running = open.oldest;
    if (running === undefined) return reader.close();
    screen.say("stopped");
    void say("", running).then(() => open.settle(running));
  });
  reader.on("close", () => left.resolve());
  reader.prompt();
  return left.promise;
}

/** Reads a pipe, where the next line waits for the answer to the one before it; resolves at its end. */
export async function readPipe({ reader, open, say }: Reading): Promise<void> {
  for await (const line of reader) {
    if (LEAVING.has(line.trim())) return;
    const messageId = await say(line);
    if (messageId !== null) await open.settled(messageId);
  }
}
