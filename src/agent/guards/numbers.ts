import { ENGLISH_WORDS, englishValueOf, multiplierOf, NUMERAL, valueOf } from "./numerals.ts";

// fire, police, ambulance, road accidents: known to everybody, needed most when sources are silent
const EMERGENCY_NUMBERS: readonly number[] = [110, 119, 120, 122];

const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/g;
const PHONE = /(?<!\d)\d{3,4}(?:[- ]\d{3,8}){1,3}(?!\d)/g;
const CHINESE = new RegExp(`[${NUMERAL}]+`, "g");
const ENGLISH = new RegExp(`\\b(?:${ENGLISH_WORDS})\\b`, "gi");
const TOKENS = /⟦[^⟧]*⟧/g; // stand-ins for personal data carry numbers of their own
const MARKS = /[[［【]\^?\d{1,2}(?:\s*[,，、]\s*\d{1,2})*[\]］】]/g;
const CLOCK_MINUTES = /(\d{1,2})[:：](?:00)(?!\d)/g;
const ORDER = [
  /^\s*(?:[-*#>]+\s*)*\d{1,2}[.、)）．](?!\d)/gm, // 1.  2、  3)
  /[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[)）]/g, // （1）（一）
  /(?<=^|[\s：:；;，,。])\d{1,2}[ \t]+(?=\p{Script=Han})(?![个日天元年月周时分项条款份张次人岁倍万千百名位])/gmu, // 1 身份证 2 户口簿
  /(?:步骤|第|Step\s*)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:步|，|,|：|:|、)/gi,
];
const UNIT =
  "个?(?:工作日|自然日|小时|分钟|星期|季度|元|块|角|万|亿|日|天|年|月|周|条|款|项|章|倍|成|折|份|张|次|岁|人|名|米|公里|平方)";
const CHINESE_FACT = new RegExp(
  `(?:第|百分之|千分之)[${NUMERAL}]+|[${NUMERAL}]*[十百千万亿拾佰仟][${NUMERAL}]*(?=${UNIT})|[${NUMERAL}]+(?=${UNIT})|[${NUMERAL}]{4,}`,
  "g",
);
const ENGLISH_FACT = new RegExp(
  `\\b(?:${ENGLISH_WORDS})\\b(?=[\\s-]+(?:working|business|calendar|days?|weeks?|months?|years?|hours?|minutes?|yuan|percent|copies|photos?|times|people|persons?|hundred|thousand))`,
  "gi",
);
const NOT_NUMBERS =
  /一次性|万一|千万(?!元)|百姓|十分(?!钟|之)|一般|一定|一样|一起|一致|统一|唯一|第一时间|一旦|一律|一并/g;
const ONE = /^一$/;

/** The numbers that may be named: those in `texts`, however written, and the emergency lines. */
export function numbersIn(texts: Iterable<string>): ReadonlySet<number> {
  const known = new Set(EMERGENCY_NUMBERS);
  for (const text of texts) {
    const plain = halfWidth(text).replace(TOKENS, " ");
    for (const { value, raw } of arabicIn(plain)) known.add(value).add(raw);
    for (const match of plain.matchAll(PHONE))
      known.add(phoneOf(match[0])).add(phoneOf(withoutArea(match[0])));
    for (const match of plain.matchAll(CHINESE)) known.add(valueOf(match[0]));
    for (const match of plain.matchAll(ENGLISH)) known.add(englishValueOf(match[0]));
  }
  return known;
}

/**
 * The numbers that a sentence states as facts and that are not among `known`: amounts, days, shares, articles,
 * dates, telephone numbers. List numbers, citation marks and idioms (一般, 万一) are none.
 */
export function unsupportedNumbers(sentence: string, known: ReadonlySet<number>): readonly number[] {
  let plain = halfWidth(sentence).replace(TOKENS, " ").replace(MARKS, " ").replace(CLOCK_MINUTES, "$1 ");
  for (const order of ORDER) plain = plain.replace(order, " ");
  plain = plain
    .replace(NOT_NUMBERS, " ")
    .replace(PHONE, (phone) => (known.has(phoneOf(phone)) ? " " : phone));
  const arabic = arabicIn(plain)
    .filter(({ value, raw }) => !known.has(value) && !(value === raw && known.has(raw)))
    .map(({ value }) => value);
  const chinese = [...plain.matchAll(CHINESE_FACT)]
    .map((match) => match[0].replace(/^(?:第|百分之|千分之)/, ""))
    .filter((numeral) => !ONE.test(numeral))
    .map(valueOf);
  const english = [...plain.matchAll(ENGLISH_FACT)].map((match) => englishValueOf(match[0]));
  return [...arabic, ...[...chinese, ...english].filter((value) => !known.has(value))];
}

/** Full-width digits and signs as plain ones, circled list numbers removed. */
const halfWidth = (text: string): string =>
  text
    .replace(/[０-９．％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[①-⑳⑴-⒇]/g, " ");

function arabicIn(text: string): readonly { readonly value: number; readonly raw: number }[] {
  return [...text.matchAll(ARABIC)].map((match) => {
    const raw = Number(match[0].replaceAll(",", ""));
    const unit = /^\s*[万亿千百]/.exec(text.slice(match.index + match[0].length))?.[0].trim();
    return { raw, value: roundOff(raw * multiplierOf(unit)) };
  });
}

const phoneOf = (phone: string): number => Number(phone.replace(/\D/g, ""));
const withoutArea = (phone: string): string => phone.replace(/^\d+[- ]/, "");

// 1.5 × 10 000 must equal 15 000 in floating point too
const roundOff = (value: number): number => Math.round(value * 1e6) / 1e6;
