import { numbersIn } from "../runs.ts";
import type { Candidate } from "../runs.ts";
import { starred } from "./kind.ts";
import type { Kind } from "./kind.ts";

const LENGTH = 18;

// GB 11643: weights of the first 17 digits, and the check character for each remainder of 11
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

// GB/T 2260 provinces; 81–83 stand on residence permits of Hong Kong, Macao and Taiwan residents
const PROVINCES = new Set(
  [
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46",
    "50 51 52 53 54 61 62 63 64 65 71 81 82 83",
  ].flatMap((codes) => codes.split(" ")),
);

// no clock here: births after this year are somebody's typing error, births before the first are nobody alive
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** The check character that GB 11643 asks for after 17 digits. */
export function idCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECK_CHARACTERS[sum % CHECK_CHARACTERS.length] ?? "";
}

/** Resident identity number: a known place, a real birthday, the right check character; any grouping. */
export const idCard: Kind = {
  name: "id_card",
  label: { zh: "身份证号", en: "ID number" },
  token: "身份证",
  *find({ runs }) {
    for (const run of runs) {
      for (const { start, end, digits } of numbersIn(run, LENGTH, LENGTH, isIdNumber)) {
        yield { start, end, value: digits };
      }
    }
  },
  partial: (value) => starred(value, 3, 4),
};

function isIdNumber({ digits }: Candidate): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(digits)) return false;
  return (
    isPlace(digits) && isBirthday(digits.slice(6, 14)) && idCheckCharacter(digits) === digits[LENGTH - 1]
  );
}

// permanent residence cards of foreigners put a 9 before the province
function isPlace(digits: string): boolean {
  return PROVINCES.has(digits.slice(0, 2)) || (digits.startsWith("9") && PROVINCES.has(digits.slice(1, 3)));
}

function isBirthday(ymd: string): boolean {
  const [year, month, day] = [Number(ymd.slice(0, 4)), Number(ymd.slice(4, 6)), Number(ymd.slice(6))];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
