// one code unit for one code unit, so that an offset in the folded text is an offset in the original
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0B\uFF0D\uFF0E\uFF20\uFF3F]+/g;
const WIDE_TO_ASCII = 0xfee0;

// spaces of every width and the invisible characters that editors and chats slip between digits
const BLANK = /[\u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF]/g;

const DASH = /[\u2010-\u2015\u2212]/g;

// a number read out loud: shorter runs are ordinary words (三十一, 一一)
const SPOKEN = /[〇零一二三四五六七八九幺]{11,}/g;
const SPOKEN_DIGITS = new Map(
  [..."〇零一幺二三四五六七八九"].map((sign, at) => [sign, "001123456789"[at] ?? sign]),
);

/**
 * The text with full-width letters and digits, odd spaces, dashes and long runs of spelled digits turned into
 * ASCII; exactly as long as the original, so that offsets hold in both.
 *
 * @example fold("１３８－００１３") // "138-0013"
 */
export function fold(text: string): string {
  return text
    .replace(WIDE, narrowed)
    .replace(BLANK, " ")
    .replace(DASH, "-")
    .replace(SPOKEN, (run) => run.replace(/./g, (sign) => SPOKEN_DIGITS.get(sign) ?? sign));
}

function narrowed(run: string): string {
  const codes = Array.from(run, (sign) => sign.charCodeAt(0) - WIDE_TO_ASCII);
  return codes.reduce((text, code) => text + String.fromCharCode(code), "");
}
