import { Batch } from "./batch.ts";
import { seeded } from "./random.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A vector for each term of a vocabulary, one after the other. */
export interface TrainedTerms {
  readonly dims: number;
  readonly vectors: Float32Array;
}

export interface TrainingOptions {
  readonly dims: number;
  readonly epochs: number;
  /** Rises from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const SEED = 20_261_123; // any number: the same base must give the same model
const BATCH = 128; // texts that are told apart at once; 127 wrong answers for each right one
const FIRST_STEP = 0.05; // chosen by the training loss on statutes: 0.15 ended within 0.005 of it
// a shorter text has no piece that can be asked about
const MIN_TERMS = 16;

/**
 * Learns term vectors from texts alone, by the inverse cloze task: a stretch of a text is the question, the rest
 * of the same text the answer, the other texts of the batch are the wrong answers.
 *
 * `texts` are places in the vocabulary in reading order. Returns null when there are too few texts for a batch.
 */
export function trainTerms(
  texts: readonly Uint32Array[],
  vocabulary: Vocabulary,
  { dims, epochs, onProgress }: TrainingOptions,
): TrainedTerms | null {
  const random = seeded(SEED);
  const order = Uint32Array.from([...texts.keys()].filter((i) => (texts[i]?.length ?? 0) >= MIN_TERMS));
  const batches = Math.floor(order.length / BATCH);
  if (batches === 0) return null;
  const vectors = firstVectors(vocabulary.terms.length * dims, dims, random);
  const batch = new Batch(vectors, vocabulary.weights, dims, BATCH);
  const steps = epochs * batches;
  for (let step = 0; step < steps; step += 1) {
    const place = step % batches;
    if (place === 0) shuffle(order, random);
    for (let i = 0; i < BATCH; i += 1) {
      batch.set(i, texts[order[place * BATCH + i] ?? 0] ?? new Uint32Array(), random);
    }
    batch.learn(FIRST_STEP * (1 - step / steps));
    onProgress?.((step + 1) / steps);
  }
  return { dims, vectors };
}

/** Small random vectors, about normal, of a length near one. */
function firstVectors(size: number, dims: number, random: () => number): Float32Array {
  const scale = 2 / Math.sqrt(dims);
  const vectors = new Float32Array(size);
  for (let i = 0; i < size; i += 1) vectors[i] = (random() + random() + random() - 1.5) * scale;
  return vectors;
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[other] ?? 0;
    order[other] = kept;
  }
}
