/** A text made uniform for reading citations, with the way back to the places in the original. */
export interface PlainText {
  readonly text: string;
  /** Original index of each character, and the original length at the end. */
  readonly at: readonly number[];
  /** Plain indexes that begin a line of the original. */
  readonly lineStarts: ReadonlySet<number>;
}

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]/;
const SPACE = /\s/;
const SAME: Readonly<Record<string, string>> = {
  "○": "〇",
  "◯": "〇",
  "〔": "(",
  "〕": ")",
  "［": "(",
  "］": ")",
  "『": "“",
  "』": "”",
  "「": "“",
  "」": "”",
  "〈": "〈",
  "〉": "〉",
  "﹤": "〈",
  "﹥": "〉",
  "＜": "〈",
  "＞": "〉",
  "〝": "“",
  "〞": "”",
  "＂": '"',
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "～": "~",
  "－": "-",
  "—": "-",
  "–": "-",
  "─": "-",
};

/**
 * Full-width forms become half-width, spaces and single line breaks vanish, an empty line stays as one `\n`;
 * 《》 written as << >> become 《》. Everything keeps its place through `at`.
 */
export function plainText(source: string): PlainText {
  const out: string[] = [];
  const at: number[] = [];
  const lineStarts = new Set<number>([0]);
  let breaks = 0;
  const push = (sign: string, index: number): void => {
    out.push(sign);
    at.push(index);
  };
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index] ?? "";
    if (sign === "\n") breaks += 1;
    if (SPACE.test(sign) || ZERO_WIDTH.test(sign)) continue;
    if (breaks > 1) push("\n", index);
    if (breaks > 0) lineStarts.add(out.length);
    breaks = 0;
    const pair = sign === source[index + 1] ? (sign === "<" ? "《" : sign === ">" ? "》" : null) : null;
    if (pair !== null) {
      push(pair, index);
      index += 1;
    } else for (const each of uniform(sign)) push(each, index);
  }
  at.push(source.length);
  return { text: out.join(""), at, lineStarts };
}

function uniform(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80 || (code >= 0x4e00 && code < 0xa000)) return sign;
  return SAME[sign] ?? (code >= 0xd800 && code < 0xe000 ? sign : sign.normalize("NFKC"));
}
