import type { Officer } from "../facts/kinds.ts";
import type { Tenant } from "../tenant.ts";
import { nameAt } from "./names.ts";
import type { Claim } from "./talk.ts";

/** An officer named in a text. */
export interface FoundOfficer {
  readonly start: number;
  readonly end: number;
  readonly value: Officer;
  readonly isFromRoster: boolean;
}

const CERTIFICATE =
  "(?:\\s*[(,、]?\\s*(?:执法证号?|执法证件号|证件号码?|证号|编号|警号)?\\s*(?:是|为|:)?\\s*((?=[A-Za-z\\u4e00-\\u9fff-]{0,6}\\d)[A-Za-z\\u4e00-\\u9fff]{0,3}[\\dA-Za-z-]{4,18})(?:号)?\\s*\\)?)?";
const AFTER = new RegExp(`^${CERTIFICATE}`);
const TITLE =
  /(?:行政)?(?:执法人员|检查人员|执法队员|执法员|检查员|办案人员|办案民警|承办人员?|民警|辅警|警官|队员|同事|协管员)(?:是|为|有|:|分别是|分别为)?\s*/g;
const AND = /^\s*(?:、|和|与|及|,|跟|以及|还有|\s)\s*(?:执法人员|检查员|民警|队员|同事)?/;
const ME =
  /(?<![说称问是])(我)(?=(?:和|跟|与|同|、|带着?)[^,。;\n]{1,14}?(?:一起|一块|去|到|来|在|两|俩|二人|对|检查|查|执法|[,。;\n]|$)|问的|问(?=[,。;\n]|$)|询问的?|做的?笔录|们?俩|们两个?人?|本人[去到来在])/g;
const ME_LAST = /(?:和|跟|与|、)(我)(?=[\s,。;、]|一起|两|俩|去|到|来|在|对|共同|$)/g;
// 乙 alone, 小王, 老李 behind 和: looked up in the roster, taken if only one fits
const SHORT =
  /(?:和|跟|与|、|带着?)(?:小|老)?([\u4e00-\u9fff])(?=一起|一块|去|到|来|在|两|俩|对|检查|查|[\s,。;、]|$)/g;
const TITLED =
  /^(?:检查员|执法员|民警|辅警|队员|执法人员)[甲乙丙丁戊己庚辛壬癸丑寅卯辰巳酉戌亥](?![\u4e00-\u9fff]{0,1}某)/;
const ROSTER = "人员名册";

/** The officers of a text: names of the roster wherever they stand, other names behind 执法人员 and the like. */
export function officersIn(text: string, roster: Tenant["officers"]): FoundOfficer[] {
  const known = roster.flatMap(({ name, certificate }) =>
    placesOf(text, name).map((start): FoundOfficer => {
      const said = AFTER.exec(text.slice(start + name.length))?.[1];
      const end =
        start +
        name.length +
        (said === undefined ? 0 : (AFTER.exec(text.slice(start + name.length))?.[0].length ?? 0));
      return {
        start,
        end,
        value: { name, certificate: said ?? certificate },
        isFromRoster: said === undefined,
      };
    }),
  );
  const found = [...known, ...shortNames(text, roster, known)];
  for (const match of text.matchAll(TITLE)) {
    let at = match.index + match[0].length;
    for (;;) {
      const one = unknownAt(text, at, match.index) ?? null;
      const listed = found.find(({ start, end }) => at >= start && at < end);
      if (one === null && listed === undefined) break;
      if (
        listed === undefined &&
        one !== null &&
        found.every(({ start, end }) => one.end <= start || one.start >= end)
      )
        found.push(one);
      at = listed?.end ?? one?.end ?? at;
      const gap = AND.exec(text.slice(at))?.[0];
      if (gap === undefined) break;
      at += gap.length;
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function shortNames(
  text: string,
  roster: Tenant["officers"],
  known: readonly FoundOfficer[],
): FoundOfficer[] {
  return [...text.matchAll(SHORT)].flatMap((match): FoundOfficer[] => {
    const sign = match[1] ?? "";
    const end = match.index + match[0].length;
    const start = end - (/[小老]/.test(match[0].at(-2) ?? "") ? 2 : 1);
    const fitting = roster.filter(
      ({ name }) => name.startsWith(sign) || TITLED.exec(name)?.[0].endsWith(sign),
    );
    const [only, ...more] = fitting;
    if (only === undefined || more.length > 0 || known.some((one) => start < one.end && end > one.start))
      return [];
    return [{ start, end, value: { name: only.name, certificate: only.certificate }, isFromRoster: true }];
  });
}

const placesOf = (text: string, name: string): number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
};

function unknownAt(text: string, at: number, titleAt: number): FoundOfficer | null {
  // 检查员乙 is a name as a whole
  const [titled] = TITLED.exec(text.slice(titleAt)) ?? TITLED.exec(text.slice(at)) ?? [];
  const isWhole = titled !== undefined && text.slice(at - 3, at + 1).endsWith(titled);
  const name = isWhole ? titled : (TITLED.exec(text.slice(at))?.[0] ?? nameAt(text.slice(at)));
  if (name === null || name.length < 2) return null;
  const start = isWhole ? at + 1 - titled.length : at;
  const end = start + name.length;
  const beside = AFTER.exec(text.slice(end));
  const certificate = beside?.[1];
  const value = { name, ...(certificate === undefined ? {} : { certificate }) };
  return {
    start,
    end: end + (certificate === undefined ? 0 : (beside?.[0].length ?? 0)),
    value,
    isFromRoster: false,
  };
}

const RECORDS = /^(?:来|负责|担任|做|作|写|当)?(?:的)?(?:现场)?(?:记录|笔录)(?:的|人|员)?(?=[,。;\n\s]|$)/;

/** Officers of the roster who are said to keep the record: 检查员乙记录, 记录是检查员乙. */
export function recordersIn(
  text: string,
  roster: Tenant["officers"],
): { start: number; end: number; words: string }[] {
  return roster.flatMap(({ name }) =>
    placesOf(text, name).flatMap((start) => {
      const end = start + name.length;
      const isLed = /记录(?:人员?|员)?(?:是|为|由|:)\s*$/.test(text.slice(0, start));
      return isLed || RECORDS.test(text.slice(end)) ? [{ start, end, words: name }] : [];
    }),
  );
}

/** The claim with the roster as its second source: it gave the certificate, or said who 我 is. */
export const fromRoster = (one: Claim): Claim => ({
  ...one,
  fact: { ...one.fact, sources: [...one.fact.sources, { kind: "roster", ref: ROSTER }] },
});

/** Where the writer counts himself among the officers: 我和…, 我们俩. */
export function selfIn(text: string): { readonly start: number; readonly end: number } | null {
  const match = [...text.matchAll(ME), ...text.matchAll(ME_LAST)][0];
  if (match === undefined) return null;
  const start = match.index + match[0].lastIndexOf("我");
  return { start, end: start + 1 };
}
