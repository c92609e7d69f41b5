import { partsOf } from "../../calendar/day.ts";
import { BotError } from "../../core/errors.ts";

// a stray one comes from a bad copy; more are bytes of something that is no text
const MOST_BROKEN_SHARE = 0.02;

/** Throws `input.notText` for what is no text: binary data, or text decoded wrongly. */
export function requireText(text: string): void {
  const broken = text.split("\ufffd").length - 1;
  if (!text.includes("\u0000") && broken <= text.length * MOST_BROKEN_SHARE) return;
  throw new BotError("input.notText", "the input is not text: it holds bytes that are no characters", {
    forUser: {
      zh: "这不是文本，读不出文字，请另存为 UTF-8 文本再试。",
      en: "This is not text; save it as UTF-8 text and try again.",
    },
    field: "text",
    remedy: "give plain text in UTF-8; convert .doc, .pdf or GBK files first",
  });
}

/** Throws `usage.invalid` for what is no day of the calendar. */
export function requireDay(day: string, field: string): void {
  if (partsOf(day)) return;
  throw new BotError("usage.invalid", `"${day}" is no day; write YYYY-MM-DD`, {
    forUser: {
      zh: `“${day}”不是日期，请写成 2026-11-23 这样。`,
      en: `"${day}" is no day; write it like 2026-11-23.`,
    },
    field,
    remedy: "write a day as YYYY-MM-DD, for example 2026-11-23",
  });
}
