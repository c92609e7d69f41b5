/** The two languages every word of ours exists in. */
export type Language = "zh" | "en";

/** One saying in both languages, so that a missing translation is a type error. */
export type Words = Readonly<Record<Language, string>>;

const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /[A-Za-z]{2,}/;

/**
 * The language to answer in: Chinese if the text holds one Han character or no Latin word at all.
 *
 * @example languageOf("VAT 怎么交") // "zh"
 */
export function languageOf(text: string): Language {
  return HAN.test(text) || !LATIN_WORD.test(text) ? "zh" : "en";
}
