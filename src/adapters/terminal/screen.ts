import type { Writable } from "node:stream";
import type { Progress } from "../../core/turn.ts";
import type { Language, Words } from "../../core/language.ts";
import { safeToShow } from "../clean.ts";
import { toolWords } from "../tool-words.ts";
import { createReveal, type Reveal } from "./reveal.ts";
import type { ScreenReply } from "./render.ts";

const WORDS = {
  queued: { zh: "前面还有 {n} 条，按顺序回答…", en: "{n} before this one, answered in order…" },
  working: { zh: "正在处理…", en: "Working…" },
  tool: { zh: "正在查：", en: "Looking up: " },
  stopped: { zh: "已停止。", en: "Stopped." },
  earlier: { zh: "您先前问：", en: "You asked earlier: " },
  failed: { zh: "没有收下这一行，请再试。", en: "This line was not taken. Please try again." },
} as const satisfies Record<string, Words>;

const CLEAR_LINE = "\r\u001b[2K";
const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";
// enough to recognise one's own question by
const EARLIER_CHARS = 40;

export interface ScreenOptions {
  readonly output: Writable;
  readonly isLive: boolean;
  readonly hasColor: boolean;
  readonly language: Language;
}

/** What is written to the terminal, and in which order. */
export interface Screen {
  progress(messageId: string, event: Progress): void;
  answer(messageId: string, reply: ScreenReply): void;
  earlier(question: string): void;
  say(key: "stopped" | "failed"): void;
  line(text: string): void;
}

/** A screen; where it is not live, only whole answers are written. */
export function createScreen({ output, isLive, hasColor, language }: ScreenOptions): Screen {
  const reveals = new Map<string, Reveal>();
  let hasStatus = false;

  const write = (text: string): void => {
    if (text === "") return;
    output.write(hasStatus ? CLEAR_LINE + text : text);
    hasStatus = false;
  };
  const status = (words: string): void => {
    write(`${hasColor ? DIM : ""}${safeToShow(words).replaceAll("\n", " ")}${hasColor ? PLAIN : ""}`);
    hasStatus = true;
  };
  const dimmed = (text: string): string => (hasColor ? `${DIM}${text}${PLAIN}` : text);

  return {
    progress(messageId, event) {
      if (!isLive || event.type === "done") return;
      if (event.type === "text") {
        const reveal = reveals.get(messageId) ?? createReveal();
        reveals.set(messageId, reveal);
        write(reveal.more(event.delta));
      } else if (!reveals.has(messageId)) status(statusWords(event, language));
    },
    answer(messageId, { answer, below }) {
      const rest = reveals.get(messageId)?.rest(answer) ?? answer;
      reveals.delete(messageId);
      write(`${rest}\n${below === "" ? "" : `\n${dimmed(below)}\n`}\n`);
    },
    earlier(question) {
      const start = question.length > EARLIER_CHARS ? `${question.slice(0, EARLIER_CHARS)}…` : question;
      write(dimmed(`${WORDS.earlier[language]}${safeToShow(start)}\n`));
    },
    say: (key) => write(`${WORDS[key][language]}\n`),
    line: (text) => write(`${text}\n`),
  };
}

function statusWords(
  event: Exclude<Progress, { type: "text" } | { type: "done" }>,
  language: Language,
): string {
  if (event.type === "queued") return WORDS.queued[language].replace("{n}", String(event.ahead));
  if (event.type === "tool") return `${WORDS.tool[language]}${toolWords(event.name, language)}…`;
  return event.words === "" ? WORDS.working[language] : event.words;
}
