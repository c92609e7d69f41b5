import { createHash } from "node:crypto";

const ID_CHARS = 32; // 128 bits: two texts never share one

/** What names a text in the label of machine-made content: the same words, the same id. */
export const contentId = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, ID_CHARS);
