import * as fc from "fast-check";
import { idCheckCharacter } from "../../src/privacy/kinds/id-card.ts";

const PLACES = [
  "110101",
  "130102",
  "310115",
  "320102",
  "440306",
  "510105",
  "620102",
  "650104",
  "810000",
  "911124",
];

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Identity numbers with a real birthday and the check character worked out. */
export const idNumbers: fc.Arbitrary<string> = fc
  .record({
    place: fc.constantFrom(...PLACES),
    year: fc.integer({ min: 1930, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ place, year, month, day, order }) => {
    const first17 = `${place}${year}${twoDigits(month)}${twoDigits(day)}${String(order).padStart(3, "0")}`;
    return first17 + idCheckCharacter(first17);
  });

/** Mobile numbers of the mainland. */
export const mobiles: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, "0")}`);

/** Adds the digit that Luhn's rule asks for; written apart from the code under test. */
export function withLuhn(body: string): string {
  const total = [...body].toReversed().reduce((sum, sign, at) => {
    const value = Number(sign) * (at % 2 === 0 ? 2 : 1);
    return sum + Math.floor(value / 10) + (value % 10);
  }, 0);
  return body + String((10 - (total % 10)) % 10);
}

/** UnionPay cards of 16 to 19 digits, and international ones of 16. */
export const cards: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(["6222", 15], ["6217", 18], ["4111", 15], ["5264", 15], ["621226", 18]),
    fc.integer({ min: 0, max: 999_999_999 }),
    fc.integer({ min: 0, max: 99_999_999 }),
  )
  .map(([[prefix, length], a, b]) => {
    const filler = String(a).padStart(9, "0") + String(b).padStart(8, "0");
    return withLuhn((String(prefix) + filler).slice(0, Number(length)));
  });

const CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Unified social credit codes with GB 32100's check character; half of them of digits only. */
export const creditCodes: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom("91110108", "91310115", "92440306", "12510105", "52320102", "91110119", "11650104"),
    body: fc.oneof(fc.stringMatching(/^[0-9]{9}$/), fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/)),
  })
  .map(({ head, body }) => {
    const first17 = head + body;
    const sum = CREDIT_WEIGHTS.reduce(
      (total, weight, at) => total + weight * CREDIT_SIGNS.indexOf(first17[at] ?? "0"),
      0,
    );
    return first17 + (CREDIT_SIGNS[(31 - (sum % 31)) % 31] ?? "0");
  });

/** The same text in full-width digits and letters. */
export function wide(text: string): string {
  return text.replace(/[0-9A-Za-z@.+-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
