// all but tab and newline
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
// marks that turn the direction of the words after them: they can make 100 read as 001
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as it may be stored: whole characters in NFC, lines ended by \n, no control characters.
 *
 * @example cleanText("a\r\nb\u0000") // "a\nb"
 */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").replace(CONTROLS, "");
}

/** A text as it may be shown where nothing else guards the reader: as {@link cleanText}, and no turned directions. */
export function safeToShow(text: string): string {
  return cleanText(text).replace(DIRECTION_MARKS, "");
}
