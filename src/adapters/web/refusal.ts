import type { ContentfulStatusCode } from "hono/utils/http-status";
import { BotError, type ErrorCode } from "../../core/errors.ts";
import { languageOf, type Language, type Words } from "../../core/language.ts";

/** Longest question; a book is not a question, and the model would not read it. */
export const MAX_QUESTION_CHARS = 20_000;
/** Longest request body. */
export const MAX_BODY_BYTES = 1_000_000;

const WORDS = {
  "input.empty": { zh: "请先写下您的问题。", en: "Please write your question first." },
  "input.tooLong": {
    zh: "问题太长了（最多 20,000 字）。请分几条发，或只留关键部分。",
    en: "The question is too long (20,000 characters at most). Please shorten or split it.",
  },
  "input.notText": { zh: "请求的内容不是有效的 JSON。", en: "The request is not valid JSON." },
  "usage.invalid": { zh: "请求里有一项不对：", en: "Something in the request is wrong: " },
  "access.denied": {
    zh: "请从本机器人的页面发送。管理员可在 WEB_ORIGINS 里登记这个网址。",
    en: "Please send from the bot's own page. An operator can list this host in WEB_ORIGINS.",
  },
  missing: { zh: "没有找到。", en: "Not found." },
  stopping: {
    zh: "服务正在重启，请过一会儿再发。",
    en: "The service is restarting. Please send again shortly.",
  },
  crowded: {
    zh: "打开的页面太多，请过一会儿再试。",
    en: "Too many pages are open. Please try again shortly.",
  },
  internal: { zh: "没有收下您的问题，请再发一次。", en: "Your message was not taken. Please send it again." },
} as const satisfies Record<string, Words>;

/** A request that is not served, with its sentence. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: ErrorCode;
  readonly words: Words;
  readonly field: string | undefined;
  /** The person's own words, to answer in their language. */
  readonly asked: string | undefined;

  constructor(status: ContentfulStatusCode, code: ErrorCode, words: Words, field?: string, asked?: string) {
    super(words.en);
    this.status = status;
    this.code = code;
    this.words = words;
    this.field = field;
    this.asked = asked;
  }
}

const refuse =
  (status: ContentfulStatusCode, code: ErrorCode, key: keyof typeof WORDS) =>
  (field?: string, asked?: string): Refusal =>
    new Refusal(status, code, WORDS[key], field, asked);

export const emptyInput = refuse(400, "input.empty", "input.empty");
export const tooLong = refuse(413, "input.tooLong", "input.tooLong");
export const notJson = refuse(400, "input.notText", "input.notText");
export const notTrusted = refuse(403, "access.denied", "access.denied");
export const notFound = refuse(404, "usage.invalid", "missing");
export const stopping = refuse(503, "internal", "stopping");
export const crowded = refuse(503, "internal", "crowded");

/** A field of the request that has the wrong form. */
export function wrongField(field: string): Refusal {
  const { zh, en } = WORDS["usage.invalid"];
  return new Refusal(400, "usage.invalid", { zh: `${zh}${field}。`, en: `${en}${field}.` }, field);
}

/** Whatever was thrown, as a refusal; what we do not know of stays unnamed. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof BotError)) return new Refusal(500, "internal", WORDS.internal);
  const status = error.code === "rate.exceeded" ? 429 : error.code.startsWith("data.") ? 503 : 500;
  return new Refusal(status, error.code, error.detail.forUser);
}

/** The body of a refusal in one language. */
export const refusalBody = ({ code, words, field }: Refusal, language: Language) => ({
  error: { code, message: words[language], ...(field === undefined ? {} : { field }) },
});

/** The person's language: what the browser prefers, else the language of the words, else Chinese. */
export function languageOfRequest(acceptLanguage: string | undefined, text = ""): Language {
  const first = acceptLanguage?.trim().slice(0, 2).toLowerCase();
  if (first === "zh" || first === "en") return first;
  return languageOf(text);
}
