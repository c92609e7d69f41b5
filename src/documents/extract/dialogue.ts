import type { ValueOf } from "../facts/kinds.ts";

/** Questions and answers written as 问:… 答:…, with their place. */
export interface FoundDialogue {
  readonly start: number;
  readonly end: number;
  readonly value: ValueOf<"dialogue">;
}

const TURN = /(?<=^|[\n\s。?!;,:])(?:\(?\d{1,2}[.、)]\s*)?(问|答|Q|A)\d{0,2}\s*:\s*/g;

// a labelled line ends the last answer
const answerIn = (words: string): string => words.replace(/\n[\u4e00-\u9fff]{2,9}[:：][\s\S]*$/, "").trim();

/** The questions of a text with their answers, in the officer's words; a question without answer is left out. */
export function dialogueIn(text: string, words: string): FoundDialogue | null {
  const marks = [...text.matchAll(TURN)].map((match, at, all) => ({
    isQuestion: match[1] === "问" || match[1] === "Q",
    start: match.index,
    from: match.index + match[0].length,
    to: all[at + 1]?.index ?? text.length,
  }));
  const value: { question: string; answer: string }[] = [];
  const used: { start: number; to: number }[] = [];
  for (const [at, mark] of marks.entries()) {
    const next = marks[at + 1];
    if (!mark.isQuestion || next === undefined || next.isQuestion) continue;
    const [question, answer] = [
      words.slice(mark.from, mark.to).trim(),
      answerIn(words.slice(next.from, next.to)),
    ];
    if (question === "" || answer === "") continue;
    value.push({ question, answer });
    const from = words.indexOf(answer, next.from);
    used.push({ start: mark.start, to: from + answer.length });
  }
  const [first] = used;
  return first === undefined ? null : { start: first.start, end: used.at(-1)?.to ?? first.to, value };
}
