import type { Found } from "../facts/found.ts";

const N = "[一二三四五六七八九十百零〇\\d]";
const PLACE = `第?${N}{1,6}条(?:之[一二三四五六七八九十])?(?:第?${N}{1,3}款)?(?:[、和]?第?[(]?${N}{1,3}[)]?项)*`;
const NAMED = new RegExp(
  `(?:《[^》\\n]{2,40}》|(?<=违反了?|根据|依据|按照?|依照|适用|和|及|、|,|。|:|^|\\s)[\\u4e00-\\u9fff]{2,24}?(?:法|条例|办法|规定|细则|规则))` +
    `(?:\\([^)]{2,12}\\))?的?(?:${PLACE}(?:[、和及]${PLACE})*)?`,
  "g",
);
const IS_LAW =
  /(?:法|法典|条例|办法|规定|细则|规则|决定|标准|意见)(?:》|\(|第|\d|$|[一二三四五六七八九十百]+条)/;

const LEAD = /^[^《第]*?(?:依据|根据|按照?|依照|违反了?|适用|触犯了?|涉嫌)/;

/** Laws named in a text with their articles, as written: 《中华人民共和国食品安全法》第三十四条第（十）项. */
export function lawsIn(text: string): Found<string>[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: whole, index: from }) => {
    const lead = LEAD.exec(whole)?.[0].length ?? 0;
    const [words, index] = [whole.slice(lead), from + lead];
    const hasArticle = /条/.test(words.replace(/条例/g, ""));
    const isNamed = words.startsWith("《") ? IS_LAW.test(words) : hasArticle;
    return isNamed ? [{ start: index, end: index + words.length, words, value: words }] : [];
  });
}
