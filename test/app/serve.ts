import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { tempFolder } from "../commands/run.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const ADDRESS = /web\s+(http:\/\/[^\s]+)/;

/** The real program, serving its page on a free port. */
export interface Serving {
  readonly process: ChildProcess;
  readonly url: string;
  /** What the operator read at the start. */
  readonly banner: string;
  /** Ends it as asked; resolves with its exit code. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** `bangban start` over a data folder, with nothing in the environment but what is given. */
export async function serve(
  data: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Serving> {
  const child = spawn(process.execPath, [...args, MAIN, "start", "--data", data, "--port", "0"], {
    env: { PATH: "", LOG_LEVEL: "error", ...env },
    cwd: tempFolder(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let banner = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on("data", (chunk) => {
      banner += String(chunk);
      const found = ADDRESS.exec(banner)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the bot left with ${code}: ${banner}`)));
  });
  return {
    process: child,
    url,
    banner,
    end: (signal) =>
      new Promise((resolve) => {
        child.once("exit", (code) => resolve(code));
        child.kill(signal);
      }),
  };
}

const asked = z.object({ id: z.string(), conversation: z.string() });

/** Asks on the page; resolves once the question is acknowledged. */
export async function post(
  url: string,
  text: string,
  conversation?: string,
): Promise<z.output<typeof asked>> {
  const answer = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text, ...(conversation === undefined ? {} : { conversation }) }),
  });
  if (answer.status !== 202) throw new Error(`the page answered ${answer.status}: ${await answer.text()}`);
  return asked.parse(await answer.json());
}

/** Reads a talk's events until one satisfies the condition; returns the text of all that came. */
export async function eventsUntil(
  url: string,
  conversation: string,
  isEnough: (seen: string) => boolean,
): Promise<string> {
  const answer = await fetch(`${url}/api/conversations/${conversation}/events`);
  let seen = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    seen += decoder.decode(chunk, { stream: true });
    if (isEnough(seen)) break;
  }
  return seen;
}
