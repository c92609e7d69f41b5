/** Numbers from 0 to below 1 that are the same for the same seed, on every machine. */
export function seeded(seed: number): () => number {
  // xorshift32: three shifts, good enough to shuffle and to start a model, and a state of 0 would stay 0
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
