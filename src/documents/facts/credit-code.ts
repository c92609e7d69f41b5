import type { Words } from "../../core/language.ts";

/** A checked unified social credit code with what its head says, or why it is none. */
export type CreditCodeCheck =
  | { readonly isValid: true; readonly code: string; readonly isSoleTrader: boolean }
  | { readonly isValid: false; readonly code: string; readonly reason: Words; readonly remedy: Words };

// GB 32100: 31 signs, without I, O, S, V, Z
const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
const WEIGHT_BASE = 3;
const FORM = new RegExp(`^[1-9ANY][1-9A-Z]\\d{6}[${SIGNS}]{10}$`);
// registered by the market regulator (9) as an individual business (2)
const SOLE_TRADER = "92";
const REMEDY: Words = { zh: "请对照营业执照重新输入", en: "please type it again from the licence" };

/** The 18th sign that GB 32100 asks for after these 17; empty when one of them is not of its 31 signs. */
export function creditCheckSign(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of first17) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return "";
    sum += value * weight;
    weight = (weight * WEIGHT_BASE) % SIGNS.length;
  }
  return SIGNS[(SIGNS.length - (sum % SIGNS.length)) % SIGNS.length] ?? "";
}

/** Whether this is a unified social credit code (GB 32100): form and check sign; a wrong one is never repaired. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  const wrong = (zh: string, en: string): CreditCodeCheck => ({
    isValid: false,
    code,
    reason: { zh, en },
    remedy: REMEDY,
  });
  if (code.length !== LENGTH) {
    return wrong(
      `统一社会信用代码应为18位，现为${code.length}位`,
      `a credit code has 18 signs, this has ${code.length}`,
    );
  }
  if (!FORM.test(code)) {
    return wrong(
      "统一社会信用代码的格式不对（不含字母I、O、S、V、Z）",
      "its form is wrong (no I, O, S, V, Z)",
    );
  }
  if (creditCheckSign(code.slice(0, -1)) !== code.at(-1)) {
    return wrong(
      "统一社会信用代码校验位不对，可能有一位打错",
      "its check sign is wrong: a sign may be mistyped",
    );
  }
  return { isValid: true, code, isSoleTrader: code.startsWith(SOLE_TRADER) };
}
