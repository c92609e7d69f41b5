/** A vector as one byte a figure; `bytes × scale` gives it back within half a percent of its largest figure. */
export interface Quantised {
  readonly scale: number;
  readonly bytes: Int8Array;
}

const MAX_BYTE = 127;

/** Rounds a vector to bytes. */
export function quantise(vector: Float32Array): Quantised {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return { scale: 0, bytes: new Int8Array(vector.length) };
  const scale = largest / MAX_BYTE;
  return { scale: Math.fround(scale), bytes: Int8Array.from(vector, (value) => Math.round(value / scale)) };
}

const SCALE_BYTES = 4;

/** A quantised vector as it is stored: scale, then bytes. */
export function toStored({ scale, bytes }: Quantised): Uint8Array {
  const stored = new Uint8Array(SCALE_BYTES + bytes.length);
  new DataView(stored.buffer).setFloat32(0, scale, true);
  stored.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), SCALE_BYTES);
  return stored;
}

/** A stored vector read back. */
export function fromStored(stored: Uint8Array): Quantised {
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  return {
    scale: view.getFloat32(0, true),
    bytes: new Int8Array(stored.buffer, stored.byteOffset + SCALE_BYTES, stored.length - SCALE_BYTES),
  };
}
