import type { Language, Words } from "../core/language.ts";
import type { Citation, CitationStatus } from "./cite/citation.ts";
import type { EditionDates, StatuteAnswer } from "./lookup.ts";
import { showDifference } from "./text/difference.ts";

/** What each status is called. */
export const STATUS_WORDS: Readonly<Record<CitationStatus, Words>> = {
  ok: { zh: "无误", en: "right" },
  unknown_law: { zh: "查无此法", en: "law not known" },
  wrong_name: { zh: "名称有误", en: "wrong name" },
  no_article: { zh: "无此条", en: "no such article" },
  no_paragraph: { zh: "无此款", en: "no such paragraph" },
  no_item: { zh: "无此项", en: "no such item" },
  repealed: { zh: "已失效", en: "no longer in force" },
  not_yet_in_force: { zh: "尚未施行", en: "not yet in force" },
  stale_number: { zh: "旧条号", en: "old article number" },
  does_not_say_so: { zh: "该条不是这个内容", en: "the article says something else" },
  quote_differs: { zh: "引文与原文不符", en: "quotation differs" },
};

const NONE: Words = { zh: "没有找到法律引用。", en: "No citation of a law was found." };

/** Citations as lines for a person: what was written, what is wrong, what would be right. */
export function sayCitations(citations: readonly Citation[], lang: Language): string {
  if (citations.length === 0) return NONE[lang];
  return citations
    .map(({ text, status, detail, suggestion }) => {
      const mark = status === "ok" ? "✓" : "✗";
      const advice = suggestion === undefined ? "" : `\n  → ${suggestion}`;
      return `${mark} ${text.replace(/\s+/g, "")} · ${STATUS_WORDS[status][lang]}\n  ${detail}${advice}`;
    })
    .join("\n");
}

const STANDING: Readonly<Record<StatuteAnswer["status"], Words>> = {
  in_force: { zh: "有效", en: "in force" },
  ended: { zh: "已失效", en: "no longer in force" },
  coming: { zh: "尚未施行", en: "not yet in force" },
  unrecorded: {
    zh: "当日施行的文本不在库中，下面是库中最早的文本",
    en: "the edition of that day is not kept; this is the oldest kept",
  },
};
const NO_TEXT: Words = {
  zh: "（本机只有目录，没有条文；用 bangban ingest 目录 --as statutes 导入法律库后可看原文）",
  en: "(only the ledger is here; read a collection in with bangban ingest DIR --as statutes to see the text)",
};
const EDITIONS: Words = { zh: "文本", en: "editions" };
const CHANGED: Words = {
  zh: "与上一文本相比（［-旧-］［+新+］）",
  en: "compared with the edition before ([-old-] [+new+])",
};

const span = ({ publishedOn, validFrom, validTo }: EditionDates, lang: Language): string =>
  lang === "zh"
    ? `${publishedOn ?? "?"} 公布，${validFrom ?? "?"} 起施行${validTo ? `，${validTo} 起失效` : ""}`
    : `published ${publishedOn ?? "?"}, in force from ${validFrom ?? "?"}${validTo ? ` until ${validTo}` : ""}`;

/** A law, or an article of it, as a person reads it: text, standing, editions, what changed. */
export function sayStatute(answer: StatuteAnswer, lang: Language): string {
  const lines = [`《${answer.law}》${answer.article ?? ""} · ${STANDING[answer.status][lang]}`];
  if (answer.article !== undefined) lines.push(answer.text ?? NO_TEXT[lang]);
  lines.push(`${EDITIONS[lang]}: ${answer.versions.map((each) => span(each, lang)).join("; ")}`);
  const isChanged = answer.difference?.some(({ kind }) => kind !== "same") === true;
  if (isChanged) lines.push(`${CHANGED[lang]}: ${showDifference(answer.difference ?? [])}`);
  return lines.join("\n");
}
