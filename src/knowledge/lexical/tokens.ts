/**
 * The terms of the index are numbers, so that the dictionary is one sorted array that loads without parsing:
 * a Han character is its code, a pair of them is both codes side by side, a Latin word or a number is a hash
 * in the gap between.
 */
const FIRST_WORD = 0x1_0000;
const FIRST_PAIR = 0x3000_0000; // the lowest character that pairs is 〇 (3007)
const WORD_SPACE = FIRST_PAIR - FIRST_WORD;

const FNV_OFFSET = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

// letters and digits of alphabets written with spaces all lie below this code
const WORD_CODES = 0x2000;
const isWordCode = Uint8Array.from({ length: WORD_CODES }, (_, code) =>
  /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** True for characters that are indexed alone and in pairs: Han, kana, hangul, and halves of rare Han. */
function isHanCode(code: number): boolean {
  if (code < 0x3007) return false;
  if (code <= 0x9fff) return code >= 0x3400 || code === 0x3007 || (code >= 0x3040 && code <= 0x30ff);
  return (code >= 0xac00 && code <= 0xdfff) || (code >= 0xf900 && code <= 0xfaff);
}

/** The form in which texts are compared: compatibility forms unified, lower case. */
export const normalise = (text: string): string => text.normalize("NFKC").toLowerCase();

// below this a word has no ending to lose: gas, red, ring
const MIN_STEM = 3;
const VOWEL = /[aeiouy]/;

/** The part that forms of one English word share: refuses, refused and refusing are one term. */
function stem(word: string): string {
  const single = withoutPlural(word);
  const root = single.replace(/(ing|ed)$/, "");
  const isForm = root !== single && root.length >= MIN_STEM && VOWEL.test(root);
  const bare = isForm ? root.replace(/([^aeiouylsz])\1$/, "$1") : single;
  return bare.length > MIN_STEM + 1 && bare.endsWith("e") ? bare.slice(0, -1) : bare.replace(/i$/, "y");
}

function withoutPlural(word: string): string {
  if (word.length <= MIN_STEM || !word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(s|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The term of one lower-case word. */
export function wordTerm(word: string): number {
  const root = stem(word);
  let hash = FNV_OFFSET;
  for (let i = 0; i < root.length; i += 1) hash = Math.imul(hash ^ root.charCodeAt(i), FNV_PRIME);
  return FIRST_WORD + ((hash >>> 0) % WORD_SPACE);
}

/** What a term stands for; single characters carry far less meaning than pairs and words. */
export function kindOf(term: number): "char" | "word" | "pair" {
  if (term < FIRST_WORD) return "char";
  return term < FIRST_PAIR ? "word" : "pair";
}

/**
 * All terms of a text in reading order, repeats included.
 *
 * @example termsOf("个税 VAT").length // 4: 个, 税, 个税, vat
 */
export function termsOf(text: string): Uint32Array {
  const clean = normalise(text);
  const terms = new Uint32Array(clean.length * 2);
  let count = 0;
  let previous = 0;
  for (let i = 0; i < clean.length; i += 1) {
    const code = clean.charCodeAt(i);
    if (isHanCode(code)) {
      terms[count++] = code;
      if (previous > 0) terms[count++] = ((previous << 16) | code) >>> 0;
      previous = code;
      continue;
    }
    previous = 0;
    if (code >= WORD_CODES || isWordCode[code] === 0) continue;
    const start = i;
    while (i + 1 < clean.length && isWordCode[clean.charCodeAt(i + 1)] === 1) i += 1;
    terms[count++] = wordTerm(clean.slice(start, i + 1));
  }
  return terms.subarray(0, count);
}
