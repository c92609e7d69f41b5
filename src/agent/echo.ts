import type { ToolResult } from "../tools/define.ts";

const ECHO_CHARS = 6; // a shorter text may be the key of a row

/**
 * A tool's result without the lines that only repeat what the model put in.
 *
 * A tool that shows its input (an assumption, say) would otherwise vouch for whatever the model made up. Words that
 * are `known` already, the person's own above all, may be repeated.
 */
export function withoutEchoes(result: ToolResult, input: unknown, known: string): ToolResult {
  const echoes = textsIn(input).filter((text) => !known.includes(text));
  if (echoes.length === 0) return result;
  const clean = (text: string): string =>
    text
      .split("\n")
      .filter((line) => !echoes.some((echo) => line.includes(echo)))
      .join("\n");
  const { text, plain } = result;
  return { ...result, text: clean(text), ...(plain === undefined ? {} : { plain: clean(plain) }) };
}

/** The longer texts among a call's arguments, line by line, as a tool may spread them. */
function textsIn(input: unknown): readonly string[] {
  if (typeof input === "string") return input.split("\n").filter((line) => line.trim().length >= ECHO_CHARS);
  return typeof input === "object" && input !== null ? Object.values(input).flatMap(textsIn) : [];
}
