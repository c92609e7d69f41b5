import { quantise } from "../embed/quantise.ts";
import { Best, type Ranked } from "./best.ts";

/** Unit vectors by place, one byte a figure: a quarter of the memory, the order of hits all but the same. */
export class VectorMatrix {
  readonly dims: number;
  #scales: Float32Array;
  #bytes: Int8Array;

  constructor(dims: number, scales: Float32Array = new Float32Array(), bytes: Int8Array = new Int8Array()) {
    this.dims = dims;
    this.#scales = scales;
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#scales.length;
  }

  get scales(): Float32Array {
    return this.#scales;
  }

  get bytes(): Int8Array {
    return this.#bytes;
  }

  /** Makes room for this many vectors; new ones are all zero. */
  resize(size: number): void {
    const scales = new Float32Array(size);
    scales.set(this.#scales.subarray(0, size));
    const bytes = new Int8Array(size * this.dims);
    bytes.set(this.#bytes.subarray(0, size * this.dims));
    this.#scales = scales;
    this.#bytes = bytes;
  }

  set(place: number, vector: Float32Array): void {
    const { scale, bytes } = quantise(vector);
    this.setBytes(place, scale, bytes);
  }

  setBytes(place: number, scale: number, bytes: Int8Array): void {
    this.#scales[place] = scale;
    this.#bytes.set(bytes, place * this.dims);
  }

  /** The vector at a place, as near as bytes tell. */
  at(place: number): Float32Array {
    const scale = this.#scales[place] ?? 0;
    const bytes = this.#bytes.subarray(place * this.dims, (place + 1) * this.dims);
    return Float32Array.from(bytes, (byte) => byte * scale);
  }

  /** Cosine of a unit vector with the one at a place. */
  similarity(query: Float32Array, place: number): number {
    const { dims } = this;
    const bytes = this.#bytes;
    const at = place * dims;
    let sum = 0;
    for (let k = 0; k < dims; k += 1) sum += (query[k] ?? 0) * (bytes[at + k] ?? 0);
    return sum * (this.#scales[place] ?? 0);
  }

  /** The places nearest to a unit vector, nearest first, of those that are accepted. */
  nearest(query: ArrayLike<number>, k: number, accepts?: (place: number) => boolean): readonly Ranked[] {
    const best = new Best(k);
    const exact = Float32Array.from(query);
    for (let place = 0; place < this.size; place += 1) {
      if (accepts?.(place) !== false) best.offer(place, this.similarity(exact, place));
    }
    return best.ranked();
  }
}
