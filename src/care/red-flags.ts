import type { Language, Words } from "../core/language.ts";
import { ADVICE } from "./advice.ts";
import { AFFAIRS, DENIED, FIGURES_OF_SPEECH, NOW, OVER, PERSONS, PETS, TALKED_ABOUT } from "./doubts.ts";
import { EMERGENCIES } from "./emergencies.ts";
import type { Category, Sign } from "./sign.ts";
import { SIGNS } from "./signs.ts";
import type { SignName } from "./signs.ts";

/** Somebody needs help now: whom to call and the fixed words to say so. */
export interface Urgent {
  readonly category: Category;
  readonly contacts: readonly string[];
  readonly words: Words;
  /** The words in the person's language. */
  readonly text: string;
  /** The signs that were read, for the record. */
  readonly signs: readonly SignName[];
}

const pattern = (sources: readonly string[], flags = "u"): RegExp => new RegExp(sources.join("|"), flags);

const STRUCK_OUT = pattern(FIGURES_OF_SPEECH, "gu");
const IS_DENIED = pattern(DENIED);
const IS_NOW = pattern(NOW);
const IS_OVER = pattern(OVER);
const IS_TALK = pattern(TALKED_ABOUT);
const IS_AFFAIR = pattern(AFFAIRS);
const IS_PET = pattern(PETS);
const IS_PERSON = pattern(PERSONS);

const names = Object.keys(SIGNS).filter((name): name is SignName => name in SIGNS);
const READERS = names.map((name) => {
  const sign: Sign = SIGNS[name];
  return { name, isFirm: sign.isFirm, seen: pattern([...sign.zh, ...sign.en], "gu") };
});

const CLAUSE_END = /[，,。.！!？?；;：:、\n…]+/u;

/**
 * The emergency a message tells of, or null. By rule, before any model and without one: signs are read
 * clause by clause, figures of speech struck out, and what is denied, over, or only asked about does not
 * count.
 *
 * @example urgentNeed("我爸突然嘴歪，话说不利索", "zh")?.contacts // ["120"]
 */
export function urgentNeed(text: string, language: Language): Urgent | null {
  const plain = readable(text);
  if (isAboutPet(plain)) return null;
  const signs = signsIn(plain);
  const found = EMERGENCIES.find((emergency) =>
    emergency.signs.every((any) => any.some((sign) => signs.has(sign))),
  );
  if (!found) return null;
  const { contacts, words } = ADVICE[found.category];
  return { category: found.category, contacts, words, text: words[language], signs: [...signs] };
}

function readable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
}

function isAboutPet(plain: string): boolean {
  return plain.split(CLAUSE_END).some((clause) => IS_PET.test(clause)) && !IS_PERSON.test(plain);
}

function signsIn(plain: string): Set<SignName> {
  const isAffair = IS_AFFAIR.test(plain);
  const signs = new Set<SignName>();
  for (const clause of plain.replace(STRUCK_OUT, " ").split(CLAUSE_END)) {
    const isNow = IS_NOW.test(clause);
    if (!isNow && (IS_TALK.test(clause) || IS_OVER.test(clause))) continue;
    for (const { name, isFirm, seen } of READERS) {
      if (!isFirm && isAffair && !isNow) continue;
      if ([...clause.matchAll(seen)].some(({ index }) => !IS_DENIED.test(clause.slice(0, index))))
        signs.add(name);
    }
  }
  return signs;
}
