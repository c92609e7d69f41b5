import type { Claim } from "./claim.ts";
import type { Found } from "./book.ts";
import type { Place } from "./locator.ts";

/** The law that words in a text point to. */
export type LawRef =
  | {
      readonly kind: "known";
      readonly found: Found;
      /** As the text writes it. */
      readonly written: string;
      /** The year of the edition the text names. */
      readonly year: number | null;
      /** The text says it means the former law or edition. */
      readonly isFormer: boolean;
    }
  | { readonly kind: "unknown"; readonly written: string; readonly claim: Claim }
  /** 本法 or 该法 with no law before it. */
  | { readonly kind: "dangling"; readonly written: string };

/** A law, or a place in one, that a text names; indexes are of the plain text. */
export interface Mention {
  readonly ref: LawRef;
  readonly place: Place | null;
  readonly start: number;
  readonly end: number;
}
