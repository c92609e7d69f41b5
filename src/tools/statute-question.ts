import { articleLabel, readArticleNumber } from "../statutes/text/article-number.ts";

/** A law and, where one is named, its article: as people write it, not yet looked up. */
export interface NamedStatute {
  readonly law: string;
  readonly article?: string;
}

const NUMERALS = "[零〇一二三四五六七八九十百千两0-9]";
const ARTICLE = `第\\s*${NUMERALS}+\\s*条(?:之${NUMERALS}+)?`;
const KIND = "(?:法|法典|条例|规定|办法|细则|解释|规则|决定)(?:[（(][^（）()]{1,8}[)）])?";
const NAME = `《?([^《》，。；？！,.;?!\\s]{0,40}${KIND})》?`;
// what is asked may only be what the article says; who asks whether it fits a case wants advice
const ASKS_TEXT =
  /^(?:的?(?:具体|全部|完整)?(?:内容|原文|条文|全文|规定)?(?:是|都是|说的?|写的?|讲的?|规定的?|规定了)*(?:什么|啥|怎么(?:说|写|讲|规定)|如何规定|内容|原文|条文|全文)?(?:意思|内容|规定|的)*(?:呢|啊|呀|吗)?)?$/;
const QUESTION_ZH = new RegExp(`^${NAME}\\s*(${ARTICLE})(.{0,16})$`);
const QUESTION_EN =
  /^(?:what does|what is|what's|show(?: me)?) (?:in )?art(?:icle|\.) ?(\d+(?:-\d+)?) of (?:the )?《?([^《》?.]{2,40}?)》?(?: say| about)?$/i;
const POLITE =
  /^(?:请问(?:一下)?|你好|您好|麻烦(?:你|您)?|帮(?:我|忙)|我?(?:想|要)(?:问|知道|看|查)(?:一下|看)?|查(?:一下|查|询)?|看(?:一下|看)?|[，,\s])+/;
const END = /[\s。？?！!]+$/;

/**
 * The law and article that a question wants to read, or null when it asks for something else.
 *
 * @example statuteQuestion("行政处罚法第五十九条说什么") // { law: "行政处罚法", article: "第五十九条" }
 */
export function statuteQuestion(text: string): NamedStatute | null {
  const plain = text.normalize("NFC").trim().replace(END, "").replace(POLITE, "");
  const [, number, english] = QUESTION_EN.exec(plain) ?? [];
  if (number !== undefined && english !== undefined) return { law: english.trim(), article: number };
  const [, law = "", article = "", rest = ""] = QUESTION_ZH.exec(plain) ?? [];
  return law !== "" && ASKS_TEXT.test(rest.replace(/\s+/g, "")) ? { law, article: labelOf(article) } : null;
}

const WITH_ARTICLE = new RegExp(`^(.+?)\\s*(${ARTICLE})$`);
const WITH_NUMBER = new RegExp(`^(.+?)\\s+(${NUMERALS}+(?:-\\d+)?)$`);

/**
 * The law and article behind `/lookup`, with or without 第…条.
 *
 * @example readStatuteName("行政处罚法 59") // { law: "行政处罚法", article: "第五十九条" }
 */
export function readStatuteName(words: string): NamedStatute {
  const plain = words.trim().replace(END, "");
  const [, law, article] = WITH_ARTICLE.exec(plain) ?? WITH_NUMBER.exec(plain) ?? [];
  if (law === undefined || article === undefined) return { law: plain };
  return { law, article: labelOf(article) };
}

function labelOf(article: string): string {
  const number = readArticleNumber(article);
  return number === null ? article : articleLabel(number);
}
