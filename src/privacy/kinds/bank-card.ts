import { numbersIn } from "../runs.ts";
import type { Candidate } from "../runs.ts";
import { starred } from "./kind.ts";
import type { Kind } from "./kind.ts";

const SHORTEST = 13;
const LONGEST = 19;

// what issuers really put in front at that length: enough without a word beside it
const SURE = [
  /^62\d{14,17}$/, // UnionPay
  /^4\d{15}$/, // Visa
  /^5[1-5]\d{14}$/, // Mastercard
  /^35(?:2[89]|[3-8]\d)\d{12}$/, // JCB
  /^3[47]\d{13}$/, // American Express
  /^955\d{16}$/, // older cards of ICBC, ABC and the postal bank
];

// prefixes that ordinary numbers share: only with a word for a card or an account near by
const WITH_A_WORD = [
  /^4\d{12}(?:\d{6})?$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^6(?:0|5|8)\d{14,17}$/,
  /^9(?:0|1|4|5|6|8|9)\d{14,17}$/,
  /^103\d{16}$/,
];

const anyOf = (han: string, latin: string): RegExp =>
  new RegExp(`${han}|(?<![a-z])(?:${latin})(?![a-z])`, "gi");

const CARD_WORD = anyOf(
  "卡号|银行卡|储蓄卡|信用卡|借记卡|工资卡|社保卡|[账帐][号户]|收款|开户|[转汇打]到",
  "card|account|acct",
);
const OTHER_WORD = anyOf(
  "订单|单号|编号|流水|运单|快递|条码|条形码|发票|凭证|合同|文号|案号|文书号|受理号|批号|序列号|许可证|执照|备案号|证书号",
  "order|invoice|tracking|serial|reference|ref|licen[cs]e|permit|imei|no|number",
);

// a label stands close to its number: 「银行卡号是：」 or "the account number is "
const LABEL_BEFORE_CHARS = 24;
const LABEL_AFTER_CHARS = 8;

/**
 * Payment card: 13 to 19 digits, plain or in fours, with a right Luhn digit and an issuer's prefix.
 *
 * One number in ten passes Luhn, so words decide the rest: the nearest label before the number counts; 订单号,
 * 编号, "invoice no." say it is no card, 卡号, 账户, "account" say it is one. Without a label only the prefixes
 * and lengths that issuers really use are taken. A number that touches letters is a code, never a card.
 */
export const bankCard: Kind = {
  name: "bank_card",
  label: { zh: "银行卡号", en: "bank card number" },
  token: "银行卡",
  *find({ folded, runs }) {
    const accept = (candidate: Candidate) => isCard(folded, candidate);
    for (const run of runs) {
      for (const { start, end, digits } of numbersIn(run, SHORTEST, LONGEST, accept)) {
        yield { start, end, value: digits };
      }
    }
  },
  partial: (value) => starred(value, 0, 4),
};

function isCard(folded: string, candidate: Candidate): boolean {
  const { digits, start, end, groups } = candidate;
  const isSure = SURE.some((shape) => shape.test(digits));
  if (!isSure && !WITH_A_WORD.some((shape) => shape.test(digits))) return false;
  if (!passesLuhn(digits) || !isSpacedLikeCard(groups) || touchesMore(folded, start, end)) return false;
  const label = labelOf(folded, start, end);
  return label === "card" || (label === "none" && (isSure || groups.length >= 4));
}

/** True when the last digit is the one that Luhn's rule asks for. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

// in fours with a shorter end, or the issuer's six first, or American Express's 4-6-5
function isSpacedLikeCard(groups: Candidate["groups"]): boolean {
  const spacing = groups.map(({ digits }) => digits.length).join("-");
  return /^(?:\d\d|(?:4-){3,4}[1-4]|6-\d+|4-6-[45])$/.test(spacing);
}

function touchesMore(folded: string, start: number, end: number): boolean {
  return (
    /[A-Za-z_]$|\d[.,]$/.test(folded.slice(Math.max(0, start - 2), start)) ||
    /^(?:[A-Za-z_]|[.,]\d)/.test(folded.slice(end, end + 2))
  );
}

function labelOf(folded: string, start: number, end: number): "card" | "other" | "none" {
  const before = folded.slice(Math.max(0, start - LABEL_BEFORE_CHARS), start);
  const card = lastEnd(before, CARD_WORD);
  const other = lastEnd(before, OTHER_WORD);
  if (card < 0 && other < 0) {
    return lastEnd(folded.slice(end, end + LABEL_AFTER_CHARS), CARD_WORD) < 0 ? "none" : "card";
  }
  return card >= other ? "card" : "other";
}

function lastEnd(text: string, words: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(words)].map((match) => match.index + match[0].length));
}
