import { numbersIn } from "../runs.ts";
import type { Candidate } from "../runs.ts";
import { starred } from "./kind.ts";
import type { Kind } from "./kind.ts";

const LENGTH = 11;
const COUNTRY_CODE = /^(?:00)?86(?=1[3-9]\d{9}$)/;
const LONGEST_WITH_CODE = LENGTH + "0086".length;

// how people space eleven digits; any other spacing is more likely two or three numbers side by side
const SPACINGS = new Set([
  "11",
  "3-4-4",
  "3-3-5",
  "3-8",
  "4-3-4",
  "4-4-3",
  "5-6",
  "7-4",
  "1-1-1-1-1-1-1-1-1-1-1",
]);

/** Mobile number of the mainland, with or without +86, plain or spaced the way people space it. */
export const mobile: Kind = {
  name: "mobile",
  label: { zh: "手机号", en: "mobile number" },
  token: "手机",
  *find({ folded, runs }) {
    const accept = (candidate: Candidate) => isMobile(candidate) && !isPartOfMore(folded, candidate);
    for (const run of runs) {
      for (const { start, end, digits } of numbersIn(run, LENGTH, LONGEST_WITH_CODE, accept)) {
        const hasPlus = digits.startsWith("86") && folded[start - 1] === "+";
        yield { start: hasPlus ? start - 1 : start, end, value: digits.slice(-LENGTH) };
      }
    }
  },
  partial: (value) => starred(value, 3, 4),
};

function isMobile({ digits, groups }: Candidate): boolean {
  const number = digits.replace(COUNTRY_CODE, "");
  return /^1[3-9]\d{9}$/.test(number) && SPACINGS.has(spacing(groups, digits.length - number.length));
}

/** Lengths of the groups after `skip` digits of a country code: "3-4-4". */
function spacing(groups: Candidate["groups"], skip: number): string {
  let left = skip;
  const lengths: number[] = [];
  for (const { digits } of groups) {
    const rest = digits.length - Math.min(left, digits.length);
    left -= digits.length - rest;
    if (rest > 0) lengths.push(rest);
  }
  return lengths.join("-");
}

// 0.13800138000 and 13800138000.55 are amounts; a letter on both sides makes it a piece of a code
function isPartOfMore(folded: string, { start, end }: Candidate): boolean {
  const before = folded.slice(Math.max(0, start - 2), start);
  const after = folded.slice(end, end + 2);
  if (/\d[.,]$/.test(before) || /^[.,]\d/.test(after)) return true;
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after);
}
