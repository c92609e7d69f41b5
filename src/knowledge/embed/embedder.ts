/** Turns texts into unit vectors whose product tells how near their meanings are. */
export interface Embedder {
  /** Names the model and its training: vectors of two ids must never be compared. */
  readonly id: string;
  readonly dims: number;
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
