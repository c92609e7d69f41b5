/** Turns texts into unit vectors whose product tells how near their meanings are. */
export interface Embedder {
  /** Names the model and its training: vectors of two ids must never be compared. */
  readonly id: string;
  readonly dims: number;
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** The vector of a question; `official` says the same in the documents' words, as far as it is known. */
  embedQuestion(question: string, official: string): Promise<Float32Array>;
}

/** The vector made one long; all zero stays all zero. Throws for a figure that is none. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((total, value) => total + value * value, 0));
  if (!Number.isFinite(length)) throw new RangeError("a vector holds a figure that is not a number");
  return length > 0 ? vector.map((value) => value / length) : vector;
}
