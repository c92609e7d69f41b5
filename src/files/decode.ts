import type { Refusal } from "./refuse.ts";
import { refusals } from "./refusals.ts";

/** A file's text, or why it was not read. */
export type Decoded =
  | { readonly text: string; readonly refusal?: undefined }
  | { readonly text?: undefined; readonly refusal: Refusal };

// the first bytes of what people most often mistake for text
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF", "PDF"],
  ["PK\u0003\u0004", "Office/ZIP"],
  ["\u00d0\u00cf\u0011\u00e0", "Office"],
  ["\u0089PNG", "PNG"],
  ["\u00ff\u00d8\u00ff", "JPEG"],
  ["GIF8", "GIF"],
  ["SQLite format 3", "SQLite"],
];

const SAMPLE_BYTES = 8_192; // a binary file shows a NUL well before this
// real Chinese or English text is nearly all Han, ASCII and common punctuation; noise read as GB18030 is not
const MIN_COMMON_SHARE = 0.9;
const COMMON = /[\n\r\t\u0020-\u007e\u2010-\u2027\u2030-\u203b\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g;

/** Reads UTF-8, UTF-16 with a mark, or GB18030; a binary or empty file is refused with a reason. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refusal: refusals.empty() };
  const format = binaryFormat(bytes);
  if (format !== null) return { refusal: refusals.binary(format) };
  const text = decode(bytes);
  if (text === null) return { refusal: refusals.notText() };
  if (text.trim() === "") return { refusal: refusals.noText() };
  return { text: text.replace(/\r\n?/g, "\n") };
}

function binaryFormat(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return known[1];
  return hasUtf16Mark(bytes) || !bytes.subarray(0, SAMPLE_BYTES).includes(0) ? null : "NUL";
}

const hasUtf16Mark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function decode(bytes: Uint8Array): string | null {
  if (hasUtf16Mark(bytes)) return tryDecode(bytes[0] === 0xff ? "utf-16le" : "utf-16be", bytes);
  const utf8 = tryDecode("utf-8", bytes);
  if (utf8 !== null) return utf8;
  const chinese = tryDecode("gb18030", bytes);
  if (chinese === null) return null;
  const common = chinese.match(COMMON)?.length ?? 0;
  return common >= chinese.length * MIN_COMMON_SHARE ? chinese : null;
}

/** The decoder drops a byte order mark by itself; a byte that does not fit gives null. */
function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
