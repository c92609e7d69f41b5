import type { Refusal } from "./refuse.ts";
import { zipRefusals } from "./zip-refusals.ts";

const MAX_NAME_CHARS = 1_000; // four times what any file system takes
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u; // the latter turn the direction of what follows
const DRIVE = /^[A-Za-z]:/;

/** The name of an entry with forward slashes, read as UTF-8 or GB18030; or why an archive with it is refused. */
export function entryName(raw: Uint8Array): string | { readonly refusal: Refusal } {
  const decoded = decode("utf-8", raw) ?? decode("gb18030", raw);
  if (decoded === null || decoded === "" || decoded.length > MAX_NAME_CHARS || CONTROL.test(decoded)) {
    return { refusal: zipRefusals.badName() };
  }
  // only after decoding: the second byte of a Chinese character may look like a backslash
  const name = decoded.normalize("NFC").replaceAll("\\", "/");
  const leaves = name.startsWith("/") || DRIVE.test(name) || name.split("/").includes("..");
  return leaves ? { refusal: zipRefusals.leaves(name) } : name;
}

function decode(encoding: string, raw: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
