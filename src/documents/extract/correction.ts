import type { Words } from "../../core/language.ts";
import type { Fact } from "../facts/fact.ts";

/** What a correction comes to. */
export type Change =
  | {
      readonly kind: "changed";
      readonly name: string;
      readonly before: Fact | undefined;
      readonly fact: Fact;
    }
  | { readonly kind: "withdrawn"; readonly name: string; readonly before: Fact | undefined }
  | { readonly kind: "rejected"; readonly name: string; readonly words: string; readonly reason: Words };
