import type { Language, Words } from "../core/language.ts";
import { say, type Reply } from "../core/reply.ts";
import type { Step, Turn } from "../core/turn.ts";
import type { Memory } from "../store/port.ts";

export interface CommandOptions {
  readonly memory: Memory;
  /** The agents this person may use, by name and purpose. */
  readonly agentsFor: (
    turn: Turn,
  ) => readonly { readonly id: string; readonly name: Words; readonly purpose: Words }[];
  /** How the bot works right now: model or none, passages, checked when. */
  readonly status: () => Promise<Words>;
  /** A law, or an article of it, as it stands today: what was written behind /lookup, in words for a person. */
  readonly lookUp?: (words: string, language: Language, today: string) => string;
  /** The passages nearest to what was written behind /search, as far as this person may read them here. */
  readonly search?: (turn: Turn, words: string) => Promise<Reply>;
}

type Name = "help" | "forget" | "status" | "agents" | "agent" | "ask" | "lookup" | "search";

/** What people type on platforms without slash commands; whole messages only. */
const SPOKEN: Readonly<Record<string, Name>> = {
  帮助: "help",
  help: "help",
  忘记我: "forget",
  "forget me": "forget",
  状态: "status",
  窗口: "agents",
};

const SLASHED: Readonly<Record<string, Name>> = {
  help: "help",
  帮助: "help",
  forget: "forget",
  忘记我: "forget",
  status: "status",
  状态: "status",
  agents: "agents",
  agent: "agent",
  ask: "ask",
  lookup: "lookup",
  查法: "lookup",
  search: "search",
  搜索: "search",
  bangban: "help",
};

interface Call {
  readonly name: string;
  readonly args: string;
}

const HELP: Words = {
  zh: [
    "直接写下您要办的事，例如：孩子的出生医学证明怎么办？",
    "- `/agents` 我能办哪些事",
    "- `/lookup 行政处罚法 59` 看一条法律今天怎么写",
    "- `/search 听证期限` 在资料里找原文",
    "- `/status` 现在的工作方式",
    "- `/forget` 忘记这个会话里您说过的话",
  ].join("\n"),
  en: [
    "Just write what you need, for example: how do I get my child's birth certificate?",
    "- `/agents` what I can help with",
    "- `/lookup 行政处罚法 59` what an article of a law says today",
    "- `/search hearing period` find passages in the sources",
    "- `/status` how I work right now",
    "- `/forget` forget what you said in this conversation",
  ].join("\n"),
};

const forgotten = (count: number): Words => ({
  zh: `已忘记这个会话：删除了 ${count} 轮问答和其中的个人信息。`,
  en: `This conversation is forgotten: ${count} exchanges and the personal data in them were deleted.`,
});

const unknown = (name: string): Words => ({
  zh: `没有 /${name} 这个命令。${HELP.zh}`,
  en: `There is no command /${name}. ${HELP.en}`,
});

const NO_AGENTS: Words = { zh: "这里没有您可以使用的窗口。", en: "There is nothing here that you may use." };

/** Commands are answered without the model; `/ask QUESTION` and `/agent ID QUESTION` are questions and go on. */
export function command(options: CommandOptions): Step {
  return async (turn, next) => {
    const call = readCommand(turn);
    if (call === null) return next(turn);
    if (call.name === "ask" && call.args !== "") return next({ ...turn, text: call.args });
    const chosen = call.name === "agent" ? /^(\S+)\s+([\s\S]+)$/u.exec(call.args) : null;
    if (chosen) return next({ ...turn, agent: chosen[1] ?? "", text: chosen[2] ?? "" });
    return run(call, turn, options);
  };
}

const NAME_A_LAW: Words = {
  zh: "请写明法律和条号，例如：/lookup 行政处罚法 59",
  en: "Name a law and an article, for example: /lookup 行政处罚法 59",
};

const SAY_WHAT: Words = {
  zh: "请写明要找什么，例如：/search 听证期限",
  en: "Say what to look for, for example: /search hearing period",
};

const lookUp = (
  { language, today }: Turn,
  args: string,
  find: NonNullable<CommandOptions["lookUp"]>,
): string => (args === "" ? NAME_A_LAW[language] : find(args, language, today));

async function run({ name, args }: Call, turn: Turn, options: CommandOptions): Promise<Reply> {
  const { language } = turn;
  if (name === "help" || name === "ask") return say(HELP[language]);
  if (name === "agents" || name === "agent") return say(listAgents(turn, options));
  if (name === "status") return say((await options.status())[language]);
  if (name === "lookup" && options.lookUp) return say(lookUp(turn, args, options.lookUp));
  if (name === "search" && options.search)
    return args === "" ? say(SAY_WHAT[language]) : options.search(turn, args);
  if (name === "forget")
    return say(forgotten(await options.memory.forget(turn.message.conversation.key))[language]);
  return say(unknown(name)[language]);
}

function listAgents(turn: Turn, { agentsFor }: CommandOptions): string {
  const line = ({ name, purpose }: { name: Words; purpose: Words }, language: Language) =>
    `- **${name[language]}**：${purpose[language]}`;
  const lines = agentsFor(turn).map((agent) => line(agent, turn.language));
  return lines.length === 0 ? NO_AGENTS[turn.language] : lines.join("\n");
}

/** The command in a message: the platform's own, a line that begins with a slash, or a word that stands alone. */
function readCommand({ message, text }: Turn): Call | null {
  if (message.command) return { name: canonical(message.command.name), args: message.command.args.trim() };
  const words = text.trim();
  const spoken = SPOKEN[words.toLowerCase()];
  if (spoken) return { name: spoken, args: "" };
  const slashed = /^\/([\p{L}_-]+)(?:\s+([\s\S]*))?$/u.exec(words);
  return slashed ? { name: canonical(slashed[1] ?? ""), args: (slashed[2] ?? "").trim() } : null;
}

const canonical = (name: string): string => SLASHED[name.toLowerCase()] ?? name.toLowerCase();
