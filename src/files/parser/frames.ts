const LENGTH_BYTES = 4;

/** A message on a pipe: its length, then its bytes. */
export function frame(payload: Uint8Array): Uint8Array {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(payload.length);
  return Buffer.concat([length, payload]);
}

/** Puts messages together from the chunks of a pipe; throws when one is longer than agreed. */
export class FrameReader {
  readonly #maxBytes: number;
  readonly #onFrame: (payload: Buffer) => void;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number, onFrame: (payload: Buffer) => void) {
    this.#maxBytes = maxBytes;
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    while (this.#bytes >= LENGTH_BYTES) {
      const length = this.#peekLength();
      if (length > this.#maxBytes)
        throw new RangeError(`a message of ${length} bytes; at most ${this.#maxBytes} were agreed`);
      if (this.#bytes < LENGTH_BYTES + length) return;
      const all = this.#joined();
      this.#chunks = [all.subarray(LENGTH_BYTES + length)];
      this.#bytes -= LENGTH_BYTES + length;
      this.#onFrame(all.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
    }
  }

  #peekLength(): number {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= LENGTH_BYTES) return first.readUInt32BE();
    return this.#joined().readUInt32BE();
  }

  #joined(): Buffer {
    const [first] = this.#chunks;
    const all = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}
