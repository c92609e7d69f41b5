/** What a person wants of the drafting desk; `words` is what stood behind the command. */
export interface Intent {
  readonly name: IntentName;
  readonly words: string;
  /** True when it was written as a command, so that no other desk need be asked. */
  readonly isCommand: boolean;
}

export type IntentName =
  | "menu"
  | "due"
  | "mine"
  | "pending"
  | "begin"
  | "open"
  | "full"
  | "table"
  | "check"
  | "versions"
  | "file"
  | "laws"
  | "polish"
  | "change"
  | "submit"
  | "approve"
  | "return"
  | "override"
  | "issue"
  | "signOff"
  | "serve"
  | "close"
  | "leave";

/** What people type for each, Chinese first; the first one is what the bot itself proposes. */
export const SAYINGS: Readonly<Record<Exclude<IntentName, "menu" | "begin" | "open">, readonly string[]>> = {
  due: ["期限", "我的期限", "due", "deadlines"],
  mine: ["我的文书", "我的案件", "mine", "my drafts"],
  pending: ["待审", "待审核", "pending", "review list"],
  full: ["全文", "查看全文", "看全文", "full text"],
  table: ["事实", "事实表", "facts"],
  check: ["查", "检查", "核查", "查一遍", "check"],
  versions: ["版本", "历史版本", "versions", "diff"],
  file: ["文书", "导出", "下载", "docx", "file"],
  laws: ["依据", "法条", "找依据", "laws"],
  polish: ["润色", "polish"],
  change: ["改", "修改", "change"],
  submit: ["提交", "提交审核", "送审", "submit"],
  approve: ["通过", "同意", "审核通过", "批准", "approve"],
  return: ["退回", "驳回", "return"],
  override: ["放行", "override"],
  issue: ["签发", "印发", "issue"],
  signOff: ["人工定稿", "定稿", "sign off"],
  serve: ["送达", "已送达", "served"],
  close: ["结案", "close case"],
  leave: ["退出", "先不写了", "不写了", "leave"],
};

/** Those whose words go on behind the command; the others stand alone or with a case number, or they are facts. */
const WITH_WORDS = new Set<IntentName>(["change", "approve", "return", "override", "serve", "close"]);

interface Saying {
  readonly saying: string;
  readonly name: IntentName;
}

// longer ones first: 提交审核 before 提交
const BY_LENGTH: readonly Saying[] = Object.entries(SAYINGS)
  .flatMap(([name, sayings]) => sayings.map((saying) => ({ saying, name: nameOf(name) })))
  .toSorted((one, other) => other.saying.length - one.saying.length);

function nameOf(name: string): IntentName {
  if (isSaid(name)) return name;
  throw new Error(`no intent is called ${name}`);
}

function isSaid(name: string): name is keyof typeof SAYINGS {
  return name in SAYINGS;
}

const COMMAND = /^\/(?:report|文书)(?:\s+([\s\S]*))?$/iu;
// asked for in so many words, or with a measure word: "开具了责令改正通知书" tells what was done
const WRITE =
  /^(?:(?:请|麻烦)(?:你|您)?(?:帮我|帮忙|给我|替我)?|(?:你|您)?(?:帮我|帮忙|给我|替我))?(?:写|起草|拟|草拟|做|出|开|生成|填|制作)(?:一下)?((?:一?[份个张篇])?)([\s\S]*)$/u;
const ASKED = /^(?:请|麻烦|你|您|帮|给|替)/u;
const WRITE_IN_ENGLISH = /^(?:please\s+)?(?:draft|write|prepare)\s+(?:me\s+)?(?:an?\s+)?([\s\S]*)$/iu;
/** 2026-0147, also with the code of an institution before it. */
const CASE_NUMBER = /^(?:\p{L}{1,12}-)?\d{4}-\d{4,}$/u;

/** Reads what is wanted; null when the words are neither a command nor a wish for a document. */
export function readIntent(text: string): Intent | null {
  const words = text.trim();
  const command = COMMAND.exec(words);
  if (command) return readCommand((command[1] ?? "").trim());
  const said = readSaying(words);
  if (said) return { ...said, isCommand: false };
  const wish = readWish(words);
  return wish === null ? null : { name: "begin", words: wish, isCommand: false };
}

function readWish(words: string): string | null {
  const [, measure = "", chinese = ""] = WRITE.exec(words) ?? [];
  const isAsked = measure !== "" || ASKED.test(words);
  const wish = (isAsked ? chinese : (WRITE_IN_ENGLISH.exec(words)?.[1] ?? "")).trim();
  return wish === "" ? null : wish;
}

function readCommand(words: string): Intent {
  if (words === "" || /^(?:list|类型)$/iu.test(words)) return { name: "menu", words: "", isCommand: true };
  if (CASE_NUMBER.test(words)) return { name: "open", words, isCommand: true };
  const said = readSaying(words);
  return said ? { ...said, isCommand: true } : { name: "begin", words, isCommand: true };
}

function readSaying(words: string): Omit<Intent, "isCommand"> | null {
  const lower = words.toLowerCase();
  for (const { saying, name } of BY_LENGTH) {
    if (lower === saying) return { name, words: "" };
    if (!lower.startsWith(saying)) continue;
    const rest = words.slice(saying.length);
    // 查获… is no command, 查 … is one: what follows a command stands apart from it
    if (!/^[\s，,：:]/u.test(rest)) continue;
    const more = rest.replace(/^[\s，,：:]+/u, "").trim();
    if (WITH_WORDS.has(name) || CASE_NUMBER.test(more)) return { name, words: more };
  }
  return null;
}

/** A case number at the head or the end of some words, and what is left of them. */
export function splitCaseNumber(words: string): {
  readonly caseNumber: string | null;
  readonly rest: string;
} {
  const parts = words.trim().split(/\s+/u);
  const at = parts.findIndex((part) => CASE_NUMBER.test(part));
  if (at === -1) return { caseNumber: null, rest: words.trim() };
  return { caseNumber: parts[at] ?? null, rest: parts.toSpliced(at, 1).join(" ") };
}
