import { dayOf } from "../../calendar/day.ts";
import type { Day } from "../../calendar/day.ts";
import type { Words } from "../../core/language.ts";
import { idCheckCharacter } from "../../privacy/kinds/id-card.ts";

/** What an identity number says of its holder, or why it is none. */
export type IdNumberCheck =
  | { readonly isValid: true; readonly number: string; readonly birthDate: Day; readonly sex: "男" | "女" }
  | { readonly isValid: false; readonly number: string; readonly reason: Words; readonly remedy: Words };

const REMEDY: Words = { zh: "请对照证件重新输入", en: "please type it again from the card" };
const FORM = /^[1-9]\d{16}[\dX]$/;
const OLD_FORM = /^[1-9]\d{14}$/;
// numbers of 15 digits were given out to people born in the last century only
const OLD_CENTURY = "19";

/**
 * Whether this is a resident identity number (GB 11643): form, day of birth, check character; 15 digits as they were.
 *
 * A birth date and sex known from elsewhere must agree. A wrong number is never repaired: the reason says what is
 * wrong, not what it should be.
 */
export function checkIdNumber(
  text: string,
  known: { readonly birthDate?: Day | undefined; readonly sex?: string | undefined } = {},
): IdNumberCheck {
  const number = text.replace(/[\s-]/g, "").toUpperCase();
  const wrong = (zh: string, en: string): IdNumberCheck => ({
    isValid: false,
    number,
    reason: { zh, en },
    remedy: REMEDY,
  });
  const isOld = OLD_FORM.test(number);
  if (!isOld && !FORM.test(number)) {
    return wrong(
      `身份证号应为18位（或旧号15位），现为${number.length}位`,
      `an ID number has 18 characters (15 for old ones), this has ${number.length}`,
    );
  }
  const birth = isOld ? `${OLD_CENTURY}${number.slice(6, 12)}` : number.slice(6, 14);
  const birthDate = dayOf(Number(birth.slice(0, 4)), Number(birth.slice(4, 6)), Number(birth.slice(6)));
  if (birthDate === null) return wrong("身份证号中的出生日期不存在", "its date of birth does not exist");
  if (!isOld && idCheckCharacter(number) !== number.at(-1)) {
    return wrong(
      "身份证号校验位不对，可能有一位打错",
      "its check character is wrong: a digit may be mistyped",
    );
  }
  const sex = Number(number[isOld ? 14 : 16]) % 2 === 1 ? "男" : "女";
  if (known.birthDate !== undefined && known.birthDate !== birthDate) {
    return wrong(
      `身份证号中的出生日期（${birthDate}）与所说的（${known.birthDate}）不一致`,
      `its date of birth (${birthDate}) is not the one stated (${known.birthDate})`,
    );
  }
  if (known.sex !== undefined && known.sex !== sex) {
    return wrong(`身份证号对应${sex}性，与所说的不一致`, "its sex is not the one stated");
  }
  return { isValid: true, number, birthDate, sex };
}
