/** A stretch of a text and what is left of it. */
export interface Cloze {
  readonly question: Uint32Array;
  readonly answer: Uint32Array;
}

// about what people type: 3 to 20 characters, each with its pair
const MIN_QUESTION = 6;
const MAX_QUESTION = 40;
const QUESTION_SHARE = { least: 0.15, spread: 0.35 };
const MAX_ANSWER = 150; // more only costs time: the mean of a text hardly moves beyond this
// now and then the answer keeps the question's words, so that exact matches go on counting
const KEEP_SHARE = 0.1;

/** Draws a question out of a text, given as terms in reading order. */
export function drawCloze(text: Uint32Array, random: () => number): Cloze {
  const share = QUESTION_SHARE.least + QUESTION_SHARE.spread * random();
  const length = Math.min(MAX_QUESTION, Math.max(MIN_QUESTION, Math.floor(text.length * share)));
  const start = Math.floor(random() * (text.length - length));
  const isKept = random() < KEEP_SHARE;
  const question = text.subarray(start, start + length);
  const room = MAX_ANSWER + length;
  const from = text.length > room ? Math.floor(random() * (text.length - room)) : 0;
  const to = Math.min(text.length, from + room);
  if (isKept) return { question, answer: text.subarray(from, to) };
  const answer = new Uint32Array(to - from);
  let count = 0;
  for (let i = from; i < to; i += 1) {
    if (i < start || i >= start + length) answer[count++] = text[i] ?? 0;
  }
  return { question, answer: answer.subarray(0, count) };
}
