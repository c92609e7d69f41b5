import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountsIn, readAmount } from "../../../src/documents/facts/amount.ts";
import { capitalsOf } from "../../../src/documents/facts/capitals.ts";
import { checkCreditCode, creditCheckSign } from "../../../src/documents/facts/credit-code.ts";
import { checkIdNumber } from "../../../src/documents/facts/id-number.ts";
import { readNumber } from "../../../src/documents/facts/numerals.ts";
import { idCheckCharacter } from "../../../src/privacy/kinds/id-card.ts";

const LARGEST_FEN = 9_999_999_999;
const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("amounts", () => {
  it.each([
    ["9块9", 9.9],
    ["三千元", 3000],
    ["叁仟元整", 3000],
    ["1.2万", 12_000],
    ["一万二", 12_000],
    ["5,000.00元", 5000],
    ["¥5,000", 5000],
    ["十二块五毛五", 12.55],
    ["9元5角", 9.5],
    ["人民币叁仟贰佰元伍角整", 3200.5],
    ["壹仟零肆元零伍分", 1004.05],
    ["两百零五块钱", 205],
    ["5角", 0.5],
  ])("reads %s as people mean it", (words, yuan) => {
    expect(readAmount(words)).toBe(yuan);
  });

  it.each(["三百多块", "大概3000元", "约5万元", "几百块", "很多钱", "", "3000元左右"])(
    "takes no exact amount from %s",
    (words) => {
      expect(readAmount(words)).toBeNull();
    },
  );

  it("does not take the count of things behind a price for its tenth", () => {
    expect(amountsIn("每盒9块9，5块3盒").map(({ yuan }) => yuan)).toEqual([9.9, 5]);
  });

  it.each([
    [3000, "叁仟元整"],
    [1004.05, "壹仟零肆元零伍分"],
    [107_000.53, "壹拾万柒仟元伍角叁分"],
    [0.05, "伍分"],
    [100_000_000, "壹亿元整"],
    [0, "零元整"],
  ])("writes %d yuan in capitals", (yuan, capitals) => {
    expect(capitalsOf(yuan)).toBe(capitals);
  });

  it("reads every amount back from its capitals, to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_FEN }), (fen) => {
        expect(readAmount(capitalsOf(fen / 100))).toBe(fen / 100);
      }),
    );
  });

  it("refuses capitals for what is no amount of money", () => {
    for (const yuan of [-1, 0.001, Number.NaN, Infinity]) expect(() => capitalsOf(yuan)).toThrow(RangeError);
  });

  it("reads no number from signs that make none", () => {
    for (const words of ["十百", "五六十", "万", "", "三千。", "零"]) {
      expect(readNumber(words) === null || words === "零").toBe(true);
    }
  });
});

const pad = (value: number, length: number): string => String(value).padStart(length, "0");
const first17 = fc
  .record({
    place: fc.constantFrom("340104", "110105", "510104"),
    day: fc.date({ min: new Date("1930-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
    order: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ place, day, order }) => place + day.toISOString().slice(0, 10).replaceAll("-", "") + pad(order, 3));

describe("identity numbers", () => {
  it("reads birth date and sex from every number with the right check character", () => {
    fc.assert(
      fc.property(first17, (head) => {
        const check = checkIdNumber(head + idCheckCharacter(head));
        expect(check).toMatchObject({
          isValid: true,
          birthDate: `${head.slice(6, 10)}-${head.slice(10, 12)}-${head.slice(12, 14)}`,
          sex: Number(head[16]) % 2 === 1 ? "男" : "女",
        });
      }),
    );
  });

  it("refuses a number in which one digit was mistyped, and does not say the right one", () => {
    fc.assert(
      fc.property(
        first17,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (head, at, shift) => {
          const number = head + idCheckCharacter(head);
          const digit = String((Number(number[at]) + shift) % 10);
          const check = checkIdNumber(number.slice(0, at) + digit + number.slice(at + 1));
          expect(check.isValid).toBe(false);
          expect(JSON.stringify(check)).not.toContain(number);
        },
      ),
    );
  });

  it("takes old numbers of 15 digits, and tells what is wrong with others", () => {
    expect(checkIdNumber("340104850302151")).toMatchObject({
      isValid: true,
      birthDate: "1985-03-02",
      sex: "男",
    });
    expect(checkIdNumber("3401041985030")).toMatchObject({ isValid: false });
    const head = "34010419850302151";
    const number = head + idCheckCharacter(head);
    const check = checkIdNumber(number, { sex: "女" });
    expect(check.isValid ? "" : check.reason.zh).toBe("身份证号对应男性，与所说的不一致");
    expect(checkIdNumber(number, { birthDate: "1985-03-03" }).isValid).toBe(false);
  });
});

describe("credit codes", () => {
  const head = fc
    .tuple(
      fc.constantFrom("91340104", "92340104", "93110105"),
      fc.array(fc.constantFrom(...SIGNS), { minLength: 9, maxLength: 9 }),
    )
    .map(([place, signs]) => place + signs.join(""));

  it("takes a code with the right check sign and tells a sole trader by its head", () => {
    fc.assert(
      fc.property(head, (first) => {
        const check = checkCreditCode(first + creditCheckSign(first));
        expect(check).toMatchObject({ isValid: true, isSoleTrader: first.startsWith("92") });
      }),
    );
  });

  it("refuses a code in which one sign was mistyped", () => {
    fc.assert(
      fc.property(
        head,
        fc.integer({ min: 8, max: 16 }),
        fc.integer({ min: 1, max: 30 }),
        (first, at, shift) => {
          const code = first + creditCheckSign(first);
          const sign = SIGNS[(SIGNS.indexOf(code[at] ?? "") + shift) % SIGNS.length];
          expect(checkCreditCode(code.slice(0, at) + sign + code.slice(at + 1)).isValid).toBe(false);
        },
      ),
    );
  });
});
