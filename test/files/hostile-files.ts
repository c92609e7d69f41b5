import { hostileArchives, type Hostile } from "./hostile-archives.ts";
import { hostileOffice } from "./hostile-office.ts";
import { hostilePdf } from "./hostile-pdf.ts";
import { hostileText } from "./hostile-text.ts";

/** Every file that was made to do harm. */
export const hostileFiles: readonly Hostile[] = [
  ...hostileArchives,
  ...hostileOffice,
  ...hostilePdf,
  ...hostileText,
];
