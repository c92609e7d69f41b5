import type { Limits, Piece } from "../../../core/adapter.ts";
import type { Language, Words } from "../../../core/language.ts";
import type { IncomingMessage } from "../../../core/message.ts";
import type { Reply } from "../../../core/reply.ts";
import { safeToShow } from "../../clean.ts";
import { plainText } from "../../plain.ts";
import { languageFor } from "../../speech.ts";
import { splitText, withinCount } from "../../split.ts";
import {
  actionsBlock,
  contextBlock,
  feedbackBlock,
  noticesBlock,
  sourcesBlock,
  type Block,
} from "./blocks.ts";
import type { Audience, FileBody, MessageBody } from "./body.ts";
import { safeMarkdown, withClosedCode, type LinkRule } from "./markdown.ts";

/** Slack takes 12,000 characters of markdown in a message; the rest of the room is for what stands below it. */
export const MARKDOWN_CHARS = 9_600;
// a response_url takes five answers
const MAX_TEXTS = 5;
const MAX_FILES = 4;
// for a notification; more is cut off there anyway
const FALLBACK_CHARS = 900;

export const LIMITS: Limits = {
  format: "markdown",
  maxPiece: 12_000,
  unit: "chars",
  // and a line for the room
  maxPieces: MAX_TEXTS + MAX_FILES + 1,
  stream: "native",
  edit: true,
  ephemeral: true,
  threads: true,
  typing: true,
  files: true,
  buttons: true,
};

const WORDS = {
  call: { zh: "请立即联系：", en: "Call now: " },
  asks: { zh: "还需要知道：", en: "Please tell me: " },
  handover: { zh: "可以找：", en: "Who can help: " },
  cut: {
    zh: "（回答太长，后面的内容没有发出。请把问题问得具体一些。）",
    en: "(Too long: the rest was not sent. Please ask for less at once.)",
  },
  empty: { zh: "（没有内容）", en: "(nothing to show)" },
  told: {
    zh: "这条回复只给提问的人看，已私信发出。",
    en: "This answer is for the person who asked and went to them directly.",
  },
  fileAside: { zh: "文件已私信发给您。", en: "The file went to you as a direct message." },
  moreFiles: { zh: "还有文件没有发出：", en: "Files that were not sent: " },
} as const satisfies Record<string, Words>;

/** A reply as pieces within Slack's limits; pure. */
export function render(reply: Reply, message: IncomingMessage): readonly Piece[] {
  const language = languageFor(message);
  const where = audienceOf(reply, message);
  const texts = withinCount(
    splitText(words(reply, language) || WORDS.empty[language], { maxPiece: MARKDOWN_CHARS, unit: "chars" }),
    MAX_TEXTS,
    WORDS.cut[language],
  );
  const pieces = texts.map((markdown, index) => {
    const below = index === texts.length - 1 ? belowOf(reply, message, where, language) : [];
    return messagePiece({ markdown, where, below, index, keepsStream: reply.failure === "turn.cancelled" });
  });
  const files = reply.files.slice(0, MAX_FILES).map((file) => filePiece(file, where));
  return [...pieces, ...files, ...noteOf(where, language)];
}

/** The rule for links in a reply: what it cites may be linked. */
export const linkRuleOf = ({ mode, citations }: Pick<Reply, "mode" | "citations">): LinkRule => ({
  isModel: mode === "model",
  sources: new Set(citations.map(({ source }) => source)),
});

function audienceOf({ isPrivate }: Reply, { surface, conversation }: IncomingMessage): Audience {
  if (isPrivate === true && conversation.isGroup) return "private";
  return surface === "slash" && conversation.isGroup ? "aside" : "thread";
}

function words(reply: Reply, language: Language): string {
  const contacts = reply.escalation?.contacts.filter((contact) => !reply.text.includes(contact)) ?? [];
  const asks = reply.asks.filter((ask) => !reply.text.includes(ask));
  const handover = reply.handover && !reply.text.includes(reply.handover.to) ? reply.handover : undefined;
  const separator = language === "zh" ? "；" : "; ";
  const left = reply.files.slice(MAX_FILES).map(({ name }) => name);
  const parts = [
    contacts.length > 0 ? `‼ **${WORDS.call[language]}${contacts.join(" / ")}**` : "",
    reply.text,
    asks.length > 0 ? WORDS.asks[language] + asks.join(separator) : "",
    handover ? `${WORDS.handover[language]}${handover.to} · ${handover.reason}` : "",
    left.length > 0 ? WORDS.moreFiles[language] + left.join(separator) : "",
  ];
  const rule = linkRuleOf(reply);
  return parts
    .filter((part) => part.trim() !== "")
    .map((part) => withClosedCode(safeMarkdown(part, rule).trim()))
    .join("\n\n");
}

function belowOf(
  reply: Reply,
  message: IncomingMessage,
  where: Audience,
  language: Language,
): readonly Block[] {
  const isAnswer = reply.agent !== "" && reply.failure === undefined;
  const share = where === "aside" && reply.failure === undefined ? message.id : undefined;
  const fileNote =
    where === "aside" && reply.files.length > 0 ? [contextBlock([WORDS.fileAside[language]], language)] : [];
  return [
    ...sourcesBlock(reply, language),
    ...noticesBlock(reply, language),
    ...fileNote,
    ...actionsBlock(reply, share, language),
    ...(isAnswer && where !== "aside" ? [feedbackBlock(language)] : []),
  ];
}

interface MessageParts {
  readonly markdown: string;
  readonly where: Audience;
  readonly below: readonly Block[];
  readonly index: number;
  readonly keepsStream: boolean;
}

function messagePiece({ markdown, where, below, index, keepsStream }: MessageParts): Piece {
  const fallback = Array.from(plainText(markdown)).slice(0, FALLBACK_CHARS).join("");
  const body: MessageBody = {
    type: "message",
    where,
    markdown,
    below: [...below],
    fallback,
    isFirst: index === 0,
    keepsStream,
  };
  return { text: markdown, body: JSON.stringify(body) };
}

function filePiece({ name, fileId }: Reply["files"][number], where: Audience): Piece {
  // a file cannot be shown to one person within a channel
  const body: FileBody = {
    type: "file",
    where: where === "thread" ? "thread" : "private",
    fileId,
    name: safeToShow(name),
  };
  return { text: name, body: JSON.stringify(body) };
}

/** What the room reads where the answer went to one person. */
function noteOf(where: Audience, language: Language): readonly Piece[] {
  if (where !== "private") return [];
  const markdown = WORDS.told[language];
  return [messagePiece({ markdown, where: "thread", below: [], index: 1, keepsStream: false })];
}
