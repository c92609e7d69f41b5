import type { Logger } from "@slack/bolt";
import { LogLevel } from "../library.ts";

/**
 * A logger for Slack's libraries that passes on warnings and errors only; their debug lines hold whole messages,
 * which have no place in a log.
 */
export function quietLogger(onProblem: (what: string) => void): Logger {
  const tell = (...words: readonly unknown[]): void => onProblem(words.map(String).join(" "));
  const silent = (): void => undefined;
  return {
    debug: silent,
    info: silent,
    warn: tell,
    error: tell,
    setLevel: silent,
    setName: silent,
    getLevel: () => LogLevel.WARN,
  };
}
