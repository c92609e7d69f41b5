import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../../src/knowledge/embed/random.ts";

/** A passage as a line of a `.jsonl` file holds it. */
export interface MadePassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const SEED = 7;
const MADE_WORDS = 20_000;
const FIRST_HAN = 0x4e00;
const HAN = 3_500; // about as many characters as are in common use
// passages of statutes have 115 characters on average
const SENTENCES = 3;
const WORDS_IN_SENTENCE = 18;

/** Sentences of real texts below a folder, Markdown only; they are drawn from to make passages. */
export function sentencesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .flatMap((path) => readFileSync(join(folder, path), "utf8").split(/[\n。；]/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 12 && sentence.length <= 80);
}

/**
 * So many passages, the same for the same arguments: three sentences drawn from those given, or, without any, made
 * of words whose frequencies fall as those of a language do.
 */
export function* madePassages(count: number, sentences: readonly string[] = []): Generator<MadePassage> {
  const random = seeded(SEED);
  const words = sentences.length > 0 ? [] : madeWords(random);
  const draw = () => {
    if (sentences.length > 0) return sentences[Math.floor(random() * sentences.length)] ?? "";
    return Array.from({ length: WORDS_IN_SENTENCE }, () => zipf(words, random)).join("");
  };
  for (let i = 0; i < count; i += 1) {
    const text = Array.from({ length: SENTENCES }, draw).join("。");
    yield { id: `m${i}`, title: `第${Math.floor(i / 100)}号文件`, text: `${text}。` };
  }
}

const madeWords = (random: () => number): string[] =>
  Array.from({ length: MADE_WORDS }, () =>
    String.fromCharCode(FIRST_HAN + Math.floor(random() * HAN), FIRST_HAN + Math.floor(random() * HAN)),
  );

/** A word, the n-th as often as 1/n. */
const zipf = (words: readonly string[], random: () => number): string =>
  words[Math.floor(words.length ** random()) - 1] ?? "";
