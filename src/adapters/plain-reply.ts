import type { Language, Words } from "../core/language.ts";
import type { Citation, Reply } from "../core/reply.ts";
import { safeToShow } from "./clean.ts";
import { plainText } from "./plain.ts";

const WORDS = {
  call: { zh: "请立即联系：", en: "Call now: " },
  asks: { zh: "还需要知道：", en: "Please tell me: " },
  sources: { zh: "来源：", en: "Sources:" },
  file: { zh: "文件：", en: "File: " },
  handover: { zh: "可以找：", en: "Who can help: " },
  separator: { zh: "，", en: ", " },
} as const satisfies Record<string, Words>;

// how the knowledge base writes "the whole country", whatever the language of the card
const NATIONWIDE = "全国";

/**
 * One source in one line, with what a reader needs to judge it.
 *
 * @example sourceLine(law, 2, "zh") // "[2] 母婴保健法 第二十三条（全国，2026-11-01 核对）"
 */
export function sourceLine(citation: Citation, number: number, language: Language): string {
  const { title, source, article, region, checkedOn } = citation;
  const checked = checkedOn && (language === "zh" ? `${checkedOn} 核对` : `checked ${checkedOn}`);
  const where = region === NATIONWIDE && language === "en" ? "nationwide" : region;
  const known = [title.includes(source) ? "" : source, where, checked].filter((part) => part);
  const place = article && !title.includes(article) ? ` ${article}` : "";
  const about = known.join(WORDS.separator[language]);
  const brackets = language === "zh" ? `（${about}）` : ` (${about})`;
  return safeToShow(`[${number}] ${title}${place}${about === "" ? "" : brackets}`).replaceAll("\n", " ");
}

export interface PlainReplyOptions {
  readonly language: Language;
  /** How a file is offered: a path, an address, or only its name. */
  readonly fileWords?: (file: Reply["files"][number]) => string;
}

/** The answer itself as plain text, with the emergency contacts first. */
export function plainAnswer(reply: Reply, language: Language): string {
  const contacts = reply.escalation?.contacts.filter((contact) => !reply.text.includes(contact)) ?? [];
  const alarm = contacts.length > 0 ? `‼ ${WORDS.call[language]}${contacts.join(" / ")}` : "";
  return [safeToShow(alarm), plainText(reply.text)].filter((part) => part !== "").join("\n\n");
}

/** All that stands below an answer and is not in it, one paragraph each: questions, choices, files, sources, notices. */
export function plainBelow(reply: Reply, options: PlainReplyOptions): string {
  const { language, fileWords = (file) => file.name } = options;
  const asks = reply.asks.filter((ask) => !reply.text.includes(ask));
  const handover = reply.handover && !reply.text.includes(reply.handover.to) ? reply.handover : undefined;
  // a text that numbers the choices itself needs no second list; the numbers mean the same
  const isListed = reply.actions.every(({ label }, index) => reply.text.includes(`${index + 1}. ${label}`));
  const actions = isListed ? [] : reply.actions;
  const separator = language === "zh" ? "：" : ": ";
  const parts = [
    asks.length > 0 ? WORDS.asks[language] + asks.join(language === "zh" ? "；" : "; ") : "",
    actions.map((action, index) => `${index + 1}) ${action.label}`).join("\n"),
    reply.files.map((file) => WORDS.file[language] + fileWords(file)).join("\n"),
    handover ? `${WORDS.handover[language]}${handover.to}${separator}${handover.reason}` : "",
    sourceLines(reply, language),
    reply.notices.map((notice) => (/^[（(]/.test(notice) ? notice : bracketed(notice, language))).join("\n"),
  ];
  return parts
    .filter((part) => part !== "")
    .map(safeToShow)
    .join("\n\n");
}

/** A whole reply where nothing is drawn: the answer, and below it everything it comes with. */
export function plainReply(reply: Reply, options: PlainReplyOptions): string {
  return [plainAnswer(reply, options.language), plainBelow(reply, options)]
    .filter((part) => part)
    .join("\n\n");
}

const bracketed = (notice: string, language: Language): string =>
  language === "zh" ? `（${notice}）` : `(${notice})`;

function sourceLines(reply: Reply, language: Language): string {
  const lines = reply.citations.map((citation, index) => sourceLine(citation, index + 1, language));
  return lines.length === 0 ? "" : [WORDS.sources[language], ...lines].join("\n");
}
