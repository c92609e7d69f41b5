import { drawCloze, type Cloze } from "./cloze.ts";

const TEMPERATURE = 0.05; // the usual sharpness for unit vectors
const FIRST_SQUARES = 0.01; // keeps the first steps of a rare term from jumping
const FAINT = 1e-4; // a gradient below this moves nothing that can be measured
const TINY = 1e-9; // against division by zero

/** One step of learning: texts, their questions, and how well each finds its own. */
export class Batch {
  readonly #vectors: Float32Array;
  readonly #weights: Float32Array;
  readonly #dims: number;
  readonly #size: number;
  readonly #clozes: Cloze[];
  readonly #questions: Float32Array;
  readonly #answers: Float32Array;
  readonly #questionLengths: Float32Array;
  readonly #answerLengths: Float32Array;
  readonly #questionSlopes: Float32Array;
  readonly #answerSlopes: Float32Array;
  readonly #shares: Float32Array;
  /** Sum of squared slopes of each term: frequent terms come to move slowly (Adagrad, one figure a term). */
  readonly #squares: Float32Array;

  /** `vectors` is what is learnt; it is changed in place. */
  constructor(vectors: Float32Array, weights: Float32Array, dims: number, size: number) {
    this.#vectors = vectors;
    this.#weights = weights;
    this.#dims = dims;
    this.#size = size;
    this.#clozes = [];
    this.#questions = new Float32Array(size * dims);
    this.#answers = new Float32Array(size * dims);
    this.#questionLengths = new Float32Array(size);
    this.#answerLengths = new Float32Array(size);
    this.#questionSlopes = new Float32Array(size * dims);
    this.#answerSlopes = new Float32Array(size * dims);
    this.#shares = new Float32Array(size);
    this.#squares = new Float32Array(weights.length).fill(FIRST_SQUARES);
  }

  /** Draws a question and its answer from the i-th text. */
  set(i: number, text: Uint32Array, random: () => number): void {
    const cloze = drawCloze(text, random);
    const from = i * this.#dims;
    this.#clozes[i] = cloze;
    this.#gather(cloze.question, this.#questions, from);
    this.#gather(cloze.answer, this.#answers, from);
    this.#questionLengths[i] = normaliseAt(this.#questions, from, this.#dims);
    this.#answerLengths[i] = normaliseAt(this.#answers, from, this.#dims);
  }

  /** Moves the vectors of all terms in the batch one step of this size down the slope. */
  learn(step: number): void {
    this.#questionSlopes.fill(0);
    this.#answerSlopes.fill(0);
    for (let i = 0; i < this.#size; i += 1) this.#compare(i);
    for (const [i, { question, answer }] of this.#clozes.entries()) {
      const from = i * this.#dims;
      throughLength(this.#questionSlopes, this.#questions, from, this.#dims, this.#questionLengths[i] ?? 1);
      throughLength(this.#answerSlopes, this.#answers, from, this.#dims, this.#answerLengths[i] ?? 1);
      this.#scatter(question, this.#questionSlopes, from, step);
      this.#scatter(answer, this.#answerSlopes, from, step);
    }
  }

  /** Softmax of one question over all answers, and its slopes for both sides. */
  #compare(i: number): void {
    const dims = this.#dims;
    const questions = this.#questions;
    const answers = this.#answers;
    const shares = this.#shares;
    const from = i * dims;
    let sum = 0;
    for (let j = 0; j < this.#size; j += 1) {
      const to = j * dims;
      let near = 0;
      for (let k = 0; k < dims; k += 1) near += (questions[from + k] ?? 0) * (answers[to + k] ?? 0);
      // unit vectors: at most 1, so that this never overflows
      const share = Math.exp((near - 1) / TEMPERATURE);
      shares[j] = share;
      sum += share;
    }
    const questionSlopes = this.#questionSlopes;
    const answerSlopes = this.#answerSlopes;
    for (let j = 0; j < this.#size; j += 1) {
      const slope = ((shares[j] ?? 0) / sum - (i === j ? 1 : 0)) / TEMPERATURE;
      if (slope > -FAINT && slope < FAINT) continue;
      const to = j * dims;
      for (let k = 0; k < dims; k += 1) {
        questionSlopes[from + k] = (questionSlopes[from + k] ?? 0) + slope * (answers[to + k] ?? 0);
        answerSlopes[to + k] = (answerSlopes[to + k] ?? 0) + slope * (questions[from + k] ?? 0);
      }
    }
  }

  #gather(terms: Uint32Array, out: Float32Array, from: number): void {
    const dims = this.#dims;
    const vectors = this.#vectors;
    out.fill(0, from, from + dims);
    for (const term of terms) {
      const weight = this.#weights[term] ?? 0;
      const at = term * dims;
      for (let k = 0; k < dims; k += 1)
        out[from + k] = (out[from + k] ?? 0) + weight * (vectors[at + k] ?? 0);
    }
  }

  #scatter(terms: Uint32Array, slopes: Float32Array, from: number, step: number): void {
    const dims = this.#dims;
    const vectors = this.#vectors;
    let square = 0;
    for (let k = 0; k < dims; k += 1) square += (slopes[from + k] ?? 0) ** 2;
    for (const term of terms) {
      const weight = this.#weights[term] ?? 0;
      const seen = (this.#squares[term] ?? 0) + (weight * weight * square) / dims;
      this.#squares[term] = seen;
      const move = (step * weight) / Math.sqrt(seen);
      const at = term * dims;
      for (let k = 0; k < dims; k += 1)
        vectors[at + k] = (vectors[at + k] ?? 0) - move * (slopes[from + k] ?? 0);
    }
  }
}

/** Makes the vector at this place one long; gives its length before. */
function normaliseAt(vectors: Float32Array, from: number, dims: number): number {
  let sum = 0;
  for (let k = from; k < from + dims; k += 1) sum += (vectors[k] ?? 0) ** 2;
  const length = Math.sqrt(sum) + TINY;
  for (let k = from; k < from + dims; k += 1) vectors[k] = (vectors[k] ?? 0) / length;
  return length;
}

/** Carries a slope back through the division by length: what points along the vector falls away. */
function throughLength(
  slopes: Float32Array,
  units: Float32Array,
  from: number,
  dims: number,
  length: number,
): void {
  let along = 0;
  for (let k = from; k < from + dims; k += 1) along += (slopes[k] ?? 0) * (units[k] ?? 0);
  for (let k = from; k < from + dims; k += 1)
    slopes[k] = ((slopes[k] ?? 0) - along * (units[k] ?? 0)) / length;
}
