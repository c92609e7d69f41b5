import { BotError, messageOf } from "../core/errors.ts";
import type { Words } from "../core/language.ts";
import { holdsAny } from "../core/principal.ts";
import type { Turn } from "../core/turn.ts";
import type { Tool, ToolResult } from "../tools/define.ts";
import type { Clock } from "./clock.ts";
import { withoutEchoes } from "./echo.ts";
import type { Evidence } from "./evidence.ts";
import { fence } from "./fence.ts";
import type { Limits } from "./limits.ts";
import type { Notebook } from "./notebook.ts";
import type { AgentPack, Log, Refusal } from "./options.ts";

const NAME_CHARS = 64; // the longest name the wire allows; a longer one is an attack on the log

const SAY = {
  unknown: { zh: "没有这个工具。", en: "There is no such tool." },
  refused: { zh: "这个工具不可用。", en: "This tool is not available here." },
  enough: { zh: "查询次数已用完，请用已有结果回答。", en: "No more look-ups: answer from what you have." },
  failed: { zh: "工具暂时出错，没有结果。", en: "The tool is failing at the moment; there is no result." },
  slow: { zh: "工具用时太长，没有结果。", en: "The tool took too long; there is no result." },
  wrong: { zh: "参数不对：", en: "Wrong arguments: " },
} as const satisfies Record<string, Words>;

/** What a tool call came to: words for the model, and the result where there is one. */
export interface Outcome {
  readonly content: string;
  readonly result?: ToolResult;
}

/** Everything a tool call needs to know about its turn. */
export interface Bench {
  readonly turn: Turn;
  readonly pack: AgentPack;
  readonly tools: readonly Tool[];
  readonly notebook: Notebook;
  readonly evidence: Evidence;
  readonly limits: Limits;
  readonly clock: Clock;
  /** True when our own rules make the calls: their input needs no mistrust. */
  readonly isByRule: boolean;
  readonly onRefusal: (refusal: Refusal) => void;
  readonly log: Log;
}

/** The tools that this pack lists and this person may use here: the only ones the model is shown. */
export const permittedTools = (tools: readonly Tool[], pack: AgentPack, turn: Turn): readonly Tool[] =>
  tools.filter((tool) => pack.tools.includes(tool.name) && holdsAny(turn.principal, tool.roles));

/**
 * Runs one call a model asked for: the one place where rights, limits and arguments are checked.
 *
 * Never throws but for a turn that was cancelled: whatever goes wrong becomes a short plain answer to the model.
 */
export async function invokeTool(
  bench: Bench,
  name: string,
  input: unknown,
  signal: AbortSignal,
): Promise<Outcome> {
  const { turn, notebook, limits } = bench;
  const { language } = turn;
  const tool = bench.tools.find((candidate) => candidate.name === name);
  const reason = refusalOf(tool, bench);
  if (tool === undefined || reason !== undefined) {
    bench.onRefusal({
      tool: safe(name),
      agent: bench.pack.id,
      principal: turn.principal,
      reason: reason ?? "unknown",
    });
    notebook.badCalls++;
    return { content: SAY[reason === "unknown" ? "unknown" : "refused"][language] };
  }
  if (notebook.toolCalls >= limits.toolCalls) return { content: SAY.enough[language] };
  notebook.toolCalls++;
  const parsed = tool.input.safeParse(input);
  if (!parsed.success) {
    notebook.badCalls++;
    notebook.tools.push({ name, ms: 0, ok: false });
    const issue = parsed.error.issues[0];
    return { content: `${SAY.wrong[language]}${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}` };
  }
  turn.progress({ type: "tool", name });
  const started = bench.clock.now();
  const outcome = await run(bench, tool, parsed.data, signal);
  const ms = Math.round(bench.clock.now() - started);
  notebook.tools.push({ name, ms, ok: outcome.result !== undefined });
  notebook.ms.retrieval += ms;
  return outcome;
}

function refusalOf(tool: Tool | undefined, { pack, turn }: Bench): Refusal["reason"] | undefined {
  if (tool === undefined) return "unknown";
  if (!pack.tools.includes(tool.name)) return "not in pack";
  return holdsAny(turn.principal, tool.roles) ? undefined : "role";
}

async function run(bench: Bench, tool: Tool, input: unknown, signal: AbortSignal): Promise<Outcome> {
  const { turn, pack, notebook, evidence, clock, limits } = bench;
  const { language, principal, today, known } = turn;
  const slow = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const give = (reason: unknown) => {
    slow.abort(reason);
    reject(reason);
  };
  const takeBack = clock.after(limits.toolMs, () => give(TOO_SLOW));
  const stop = () => give(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    const context = { principal, agent: pack.id, language, today, known, signal: slow.signal };
    const result = await Promise.race([tool.run(input, context), late]);
    const own = bench.isByRule ? result : withoutEchoes(result, input, evidence.text);
    notebook.results.push(own);
    remember(evidence, own);
    return { content: fence(tool.name, result, notebook.sources, language), result };
  } catch (error) {
    if (signal.aborted) throw error;
    bench.log("tool.failed", { tool: tool.name, error: messageOf(error) });
    if (error === TOO_SLOW) return { content: SAY.slow[language] };
    // words made for a person may be read by the model too; any other message may hold paths or secrets
    return { content: error instanceof BotError ? error.detail.forUser[language] : SAY.failed[language] };
  } finally {
    takeBack();
    signal.removeEventListener("abort", stop);
  }
}

const TOO_SLOW = new Error("the tool took too long");

/** Makes a result something that sentences may rest on. */
function remember(evidence: Evidence, result: ToolResult): void {
  if (result.isAnswerable === false) return;
  const { text, plain = "", passages = [], citations = [] } = result;
  evidence.add(
    [
      text,
      plain === text ? "" : plain,
      ...passages.map(({ title, source, text }) => `${title} ${source} ${text}`),
      ...citations.map(({ title, source, article, quote }) => [title, source, article, quote].join(" ")),
    ].join("\n"),
  );
}

const safe = (name: string): string => name.slice(0, NAME_CHARS).replace(/[^\w.-]/g, "?");
