/** How a platform counts the length of a piece: UTF-16 units or UTF-8 bytes. */
export type Unit = "chars" | "bytes";

/** The length of one code point in the platform's unit; a lone surrogate counts as the three bytes it is sent as. */
export function sizeOfCodePoint(codePoint: number, unit: Unit): number {
  if (unit === "chars") return codePoint > 0xffff ? 2 : 1;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}

/**
 * The length of a text in the platform's unit.
 *
 * @example sizeOf("字", "bytes") // 3
 */
export function sizeOf(text: string, unit: Unit): number {
  return unit === "chars" ? text.length : Buffer.byteLength(text);
}

/** The index after the longest part of `text` from `from` on that is no longer than `room`; between code points. */
export function reach(text: string, from: number, room: number, unit: Unit): number {
  let index = from;
  let used = 0;
  while (index < text.length) {
    const codePoint = text.codePointAt(index) ?? 0;
    used += sizeOfCodePoint(codePoint, unit);
    if (used > room) return index;
    index += codePoint > 0xffff ? 2 : 1;
  }
  return index;
}
