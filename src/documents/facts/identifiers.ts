import { checkCreditCode } from "./credit-code.ts";
import { checkIdNumber } from "./id-number.ts";
import type { Found } from "./found.ts";

/** What a long number in a text is. */
export type NumberKind = "id" | "credit" | "phone" | "plate" | "document";

/** A number of a person, a firm, a vehicle or a document; without value where its check sign is wrong. */
export interface FoundNumber extends Found<string> {
  readonly kind: NumberKind;
}

const LONG = /(?<![\dA-Za-z])[\dA-Za-z](?:[\dA-Za-z]|(?<=\d)[ -](?=\d{3,})){13,22}[\dA-Za-z](?![\dA-Za-z])/g;
const MOBILE = /(?<![\dA-Za-z])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/g;
const LANDLINE = /(?<![\d-])(0\d{2,3}-\d{7,8}(?:-\d{1,5})?)(?!\d)/g;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]\s?[·.]?\s?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![A-Za-z0-9])/g;
const DOCUMENT =
  /[\u4e00-\u9fff]{1,14}?(?:字)?\s?[〔[(﹝【]((?:19|20)\d{2})[〕\])﹞】]\s?(?:第)?\s?[0-9A-Za-z-]{1,12}\s?号/g;
const BEFORE_NUMBER = /^.*(?:是|为|的|了|把|以|按|据|见|即|书|文号|案号|编号|送达|收到|作出|下达|出具|签收)/;
const CREDIT_LABEL = /(?:信用代码|社会信用|代码)[^\dA-Za-z]{0,8}$/;
const ID_LABEL = /(?:身份证|身份号|证件号|公民身份)[^\dA-Za-z]{0,8}$/;
const ID_FORM = /^\d{17}[\dXx]$|^\d{15}$/;
const CREDIT_HEAD = /^9[1-3]/;

/** Every identity number, credit code, phone number, plate and document number of a text. */
export function numbersIn(text: string): FoundNumber[] {
  const long = [...text.matchAll(LONG)].flatMap((match) => longNumber(text, match));
  const isFree = ({ start, end }: Found<string>): boolean =>
    long.every((one) => end <= one.start || start >= one.end);
  const rest = [
    ...simple("phone", text, MOBILE, (words) => words.replace(/^\+?86[- ]?/, "").replace(/[- ]/g, "")),
    ...simple("phone", text, LANDLINE, (words) => words),
    ...simple("plate", text, PLATE, (words) => words.replace(/[\s·.]/g, "")),
    ...documentNumbers(text),
  ].filter(isFree);
  return [...long, ...rest].sort((one, other) => one.start - other.start);
}

function simple(
  kind: NumberKind,
  text: string,
  form: RegExp,
  value: (words: string) => string,
): FoundNumber[] {
  return [...text.matchAll(form)].map(({ 0: words, index }) => {
    return { kind, start: index, end: index + words.length, words, value: value(words) };
  });
}

// the code of the organ stands before the year; what leads up to it is not part of the number
function documentNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(DOCUMENT)].map(({ 0: whole, index }) => {
    const bracket = whole.search(/[〔[(﹝【]/);
    const lead = BEFORE_NUMBER.exec(whole.slice(0, Math.max(0, bracket - 1)))?.[0].length ?? 0;
    const words = whole.slice(lead);
    const value = words
      .replace(/\s/g, "")
      .replace(/[[(﹝【]/, "〔")
      .replace(/[\])﹞】]/, "〕");
    return { kind: "document", start: index + lead, end: index + whole.length, words, value };
  });
}

function longNumber(text: string, match: RegExpExecArray): FoundNumber[] {
  const words = match[0];
  const compact = words.replace(/[ -]/g, "");
  const at = { start: match.index, end: match.index + words.length, words };
  const before = text.slice(Math.max(0, match.index - 14), match.index);
  if (isCreditCode(compact, before)) {
    const check = checkCreditCode(compact);
    if (check.isValid) return [{ kind: "credit", ...at, value: check.code }];
    return [{ kind: "credit", ...at, value: null, reason: check.reason }];
  }
  const isNamed = ID_LABEL.test(before);
  if (!isNamed && !(ID_FORM.test(compact) && compact.length === 18)) return [];
  const check = checkIdNumber(compact);
  if (check.isValid) return [{ kind: "id", ...at, value: check.number }];
  return [{ kind: "id", ...at, value: null, reason: check.reason }];
}

function isCreditCode(compact: string, before: string): boolean {
  if (CREDIT_LABEL.test(before)) return true;
  if (ID_LABEL.test(before) || compact.length !== 18) return false;
  const isLettered = /[A-Z]/.test(compact.slice(0, -1).toUpperCase()) && /\d{6}/.test(compact);
  if (CREDIT_HEAD.test(compact) || isLettered) return true;
  return !checkIdNumber(compact).isValid && checkCreditCode(compact).isValid;
}
