import { safeToShow } from "../../clean.ts";
import { findFences } from "../../spans.ts";

// what would call people; the full-width signs read the same and call nobody
const CALL = /<(?=[@#!])/g;
const CALL_BY_NAME = /@(?=(?:channel|here|everyone|all|所有人|全体成员)(?![\p{L}\p{N}_]))/giu;
const LINK = /(!?)\[([^[\]\n]{0,500})\]\(\s*<?([^\s<>)]{1,2000})>?(?:\s+"[^"\n]{0,200}")?\s*\)/g;
const TARGET = /\]\(\s*<?([a-z][\w+.-]{0,20}:[^\s<>)]{0,2000})/gi;
const BARE = /(?<![\w`(<[])https?:\/\/[^\s<>()（）「」，。；`]{1,2000}/g;
const AUTOLINK = /<(https?:\/\/[^\s<>|]{1,2000})(?:\|([^<>\n]{0,500}))?>/g;
// nobody reads quotes within quotes within quotes; a parser may die of them
const DEEP_QUOTE = /^(?: {0,3}> ?){5,}/gm;
const DEEP_LIST = /^ {24,}(?=\S)/gm;

/** Which addresses may be links. */
export interface LinkRule {
  /** True where a model wrote the words: only links from `sources` stay links. */
  readonly isModel: boolean;
  readonly sources: ReadonlySet<string>;
}

/**
 * Markdown that calls nobody, and in a model's words links only to what was read: an invented address is shown as
 * code, which nobody can press. Pictures are never fetched: their address could carry words out.
 *
 * @example safeMarkdown("<!channel> hi", rule) // "＜!channel> hi"
 */
export function safeMarkdown(text: string, rule: LinkRule): string {
  const isGood = (address: string): boolean =>
    /^https?:\/\//i.test(address) && (!rule.isModel || rule.sources.has(address));
  const asWords = (words: string, address: string): string => {
    if (isGood(address)) return `[${words || address}](${address})`;
    const shown = /^https?:\/\//i.test(address) && words !== address ? ` \`${address}\`` : "";
    return `${words}${shown}`;
  };
  const linked = safeToShow(text)
    .replace(AUTOLINK, (_, address: string, words = "") => asWords(words || address, address))
    .replace(LINK, (_, picture: string, words: string, address: string) =>
      picture === "" ? asWords(words, address) : words,
    )
    // what is left of links in links
    .replace(TARGET, (whole, address: string) => (isGood(address) ? whole : `] \`${address}\` (`))
    .replace(BARE, (address) => (isGood(address) ? address : `\`${address}\``));
  return linked
    .replace(CALL, "＜")
    .replace(CALL_BY_NAME, "＠")
    .replace(DEEP_QUOTE, "> > > > ")
    .replace(DEEP_LIST, " ".repeat(24));
}

/** A text whose last block of code is closed, so that nothing below it becomes code. */
export function withClosedCode(text: string): string {
  const last = findFences(text).at(-1);
  return last !== undefined && last.bodyEnd === text.length ? text + last.closing : text;
}

/** Words for a context line, in Slack's own notation: everything that would mean something there is escaped. */
export const escapeMrkdwn = (text: string): string =>
  safeToShow(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(CALL_BY_NAME, "＠");
