import { amountsIn } from "../facts/amount.ts";
import type { Penalty } from "../facts/kinds.ts";
import { NUMERAL, readNumber } from "../facts/numerals.ts";

/** Penalties stated in one breath, with their place. */
export interface FoundPenalties {
  readonly start: number;
  readonly end: number;
  readonly value: readonly Penalty[];
  /** 拟…, 建议…, 准备…: not decided yet. */
  readonly isProposed: boolean;
}

interface One extends Penalty {
  readonly start: number;
  readonly end: number;
}

const FINE = new RegExp(
  `(?:并?处(?:以)?)?(?:当场)?(?:罚款|处罚款|罚金|罚(?:了|他|她|其|款)?|处以?罚款)(?:人民币|数额|金额)?(?:是|为|了|:)?\\s*[¥￥]?\\s*` +
    `((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:[百千万])?|[${NUMERAL}]+)(?!\\s*(?:%|倍|日|天|条|年|月|[.、]))\\s*(?:元|块钱?|圆)?(?:整)?(?:\\(([^)]{2,24})\\))?`,
  "g",
);
const FINE_AFTER = new RegExp(
  `(?:处以?|罚)\\s*((?:\\d[\\d,]*(?:\\.\\d+)?|[${NUMERAL}]+)(?:元|块钱?|圆)(?:整)?)(?:\\(([^)]{2,24})\\))?的?(?:罚款|罚金)`,
  "g",
);
const CAPITALS =
  /(?:大写|人民币)?[::]?\s*([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆][整正零壹贰叁肆伍陆柒捌玖角分]*)/;
const WARNING =
  /(?:给予|予以|处以?|作出|口头|当场|和|并|拟|[,、;。:\s]|^)\s*(警告)(?!标志|标识|牌|过|信|线|书)/g;
const CRITICISM = /(?:给予|予以)?通报批评/g;
const CONFISCATE =
  /没收((?:当事人|其|上述|全部|涉案|非法|这批|该批)?[^,。;\n]{0,30}?(?:违法所得|非法所得|非法财物|财物|物品|工具|原料|设备|产品|商品|食品|药品|[\u4e00-\u9fff]+\d+[\u4e00-\u9fff]+))/g;
const CLOSE = /责令(?:其)?(停产停业(?:整顿)?|停业整顿|停止营业|停产整顿|关闭)/g;
const LICENCE =
  /(吊销|暂扣|撤销)(?:其|当事人)?([^,。;\n]{0,16}?(?:许可证|营业执照|驾驶证|执照|资格证书?|证件))/g;
const DETENTION = new RegExp(`(?:行政拘留|治安拘留|拘留)(?:处罚)?\\s*([${NUMERAL}]{1,3})\\s*[日天]`, "g");
const PROPOSED = /拟|建议|准备(?:给|处|罚|作)|打算|计划|告知/;
const NO_FINE =
  /(?:不|缴纳?|缴清|已?交了?|未|没|免于|没有|不予|最高|可以?|可处|以上|以下|应当?|逾期|加处)[^,。;\n]{0,4}$/;

/** The penalties of a text by the kinds of article 9 行政处罚法, amounts as stated; 没收 with what is taken. */
export function penaltiesIn(text: string): FoundPenalties | null {
  const found = [...warnings(text), ...fines(text), ...takings(text), ...others(text)].sort(
    (one, other) => one.start - other.start,
  );
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return null;
  const before = text.slice(Math.max(0, first.start - 16), first.start + 4);
  return {
    start: first.start,
    end: last.end,
    value: found.map(({ start: _start, end: _end, ...penalty }) => penalty),
    isProposed: PROPOSED.test(before.replace(/^.*[。;\n]/, "")),
  };
}

const isDenied = (text: string, at: number): boolean => NO_FINE.test(text.slice(0, at));

function warnings(text: string): One[] {
  const said = [...text.matchAll(WARNING)].map((match) => {
    const start = match.index + match[0].indexOf("警告");
    return { kind: "警告", start, end: start + 2 } as const;
  });
  const blamed = [...text.matchAll(CRITICISM)].map(({ 0: words, index }) => {
    return { kind: "通报批评", start: index, end: index + words.length } as const;
  });
  return [...said, ...blamed].filter(({ start }) => !isDenied(text, start));
}

function fines(text: string): One[] {
  const found = [...text.matchAll(FINE), ...text.matchAll(FINE_AFTER)].flatMap((match): One[] => {
    const [words, number = "", beside = ""] = match;
    const yuan = amountsIn(number)[0]?.yuan ?? readNumber(number);
    if (yuan === null || isDenied(text, match.index)) return [];
    const [, capitals] = CAPITALS.exec(beside) ?? [];
    const said = capitals ?? (/^[壹贰叁肆伍陆柒捌玖拾佰仟万亿]+$/.test(number) ? `${number}元整` : undefined);
    const end = match.index + words.length;
    const isVerbatim = said !== undefined && text.includes(said);
    return [
      { kind: "罚款", amount: yuan, ...(isVerbatim ? { capitals: said } : {}), start: match.index, end },
    ];
  });
  return found.filter((one, at) =>
    found.slice(0, at).every(({ start, end }) => one.start >= end || one.end <= start),
  );
}

function takings(text: string): One[] {
  return [...text.matchAll(CONFISCATE)].flatMap((match): One[] => {
    const [words, what = ""] = match;
    if (isDenied(text, match.index)) return [];
    const isGains = /违法所得|非法所得/.test(what);
    const rest = text.slice(match.index + words.length);
    const [amount] = isGains ? amountsIn(/^[^,。;\n]{0,18}/.exec(rest)?.[0] ?? "") : [];
    const end = match.index + words.length + (amount?.end ?? 0);
    const sum = amount?.yuan === undefined || amount.yuan === null ? {} : { amount: amount.yuan };
    const at = { start: match.index, end };
    return [
      isGains ? { kind: "没收违法所得", ...sum, ...at } : { kind: "没收非法财物", content: words, ...at },
    ];
  });
}

function others(text: string): One[] {
  const closings = [...text.matchAll(CLOSE)].map((match): One => {
    const kind = match[1] === "关闭" ? "责令关闭" : "责令停产停业";
    return { kind, content: match[0], start: match.index, end: match.index + match[0].length };
  });
  const licences = [...text.matchAll(LICENCE)].map((match): One => {
    const kind = match[1] === "暂扣" ? "暂扣许可证件" : "吊销许可证件";
    return { kind, content: match[0], start: match.index, end: match.index + match[0].length };
  });
  const detained = [...text.matchAll(DETENTION)].flatMap((match): One[] => {
    const days = readNumber(match[1] ?? "");
    const at = { start: match.index, end: match.index + match[0].length };
    return days === null || days < 1 ? [] : [{ kind: "行政拘留", days, ...at }];
  });
  return [...closings, ...licences, ...detained].filter(({ start }) => !isDenied(text, start));
}
