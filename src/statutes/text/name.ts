const STATE = /中华人民共和国/g;
const MARKS = /[\s\u200b《》〈〉<>“”"'‘’「」、·,，]/g;
// the year of an amendment (宪法修正案（1988年）) is its name
const EDITION =
  /(?<!修正案)[(（](?:\d{4}年?[^()（）]{0,12}|[^()（）]{0,6}(?:修订|修正|修改)[^()（）]{0,6}|已修订|新)[)）]$/;

/**
 * The form under which names of laws are compared: without 中华人民共和国, marks, spaces and a year in brackets.
 *
 * @example nameKey("最高人民法院关于适用《中华人民共和国民事诉讼法》的解释") // 最高人民法院关于适用民事诉讼法的解释
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(MARKS, "")
    .replace(EDITION, "")
    .replace(STATE, "")
    .replace(/\((试行|暂行|草案)\)/g, "$1");
}

/** The year that stands behind a name in brackets (2021年修订), or null. */
export function editionYear(text: string): number | null {
  const [, year] = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text.normalize("NFKC")) ?? [];
  return year === undefined ? null : Number(year);
}
