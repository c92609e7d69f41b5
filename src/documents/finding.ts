import type { Words } from "../core/language.ts";

/** `block` stops a document from being issued without a named override. */
export type Severity = "block" | "warn" | "info";

/** What a rule found: what is wrong, where, by which article, and how to mend it. */
export interface Finding {
  /** `C06`, `F03`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The article or clause it stands on. */
  readonly article: string;
  /** The field, section or document: `officers`, `行政处罚决定书 · party`. */
  readonly where: string;
  readonly message: Words;
  readonly fix?: Words;
}
