import type { Words } from "../core/language.ts";

/** How a document is laid out: the standard's own forms, and the records and forms of enforcement. */
export type Form = "official" | "letter" | "minutes" | "decision" | "record" | "table";

export interface Cell {
  readonly text: string;
  /** A label cell: bold, narrow. */
  readonly isLabel?: boolean;
  /** Columns and rows it spans. */
  readonly span?: number;
  readonly rows?: number;
}

/** One piece of a document, in reading order; what it looks like is the layout's business. */
export type Block =
  | { readonly kind: "to"; readonly text: string }
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3 | 4;
      readonly text: string;
      readonly section: string;
    }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly section: string;
      /** A model may polish it, under the guard. */
      readonly isNarrative?: boolean;
      /** Names of the facts its slots were filled from. */
      readonly facts: readonly string[];
      /** Without the two characters of indent: lines of a record's head. */
      readonly isFlush?: boolean;
    }
  | {
      readonly kind: "table";
      readonly section: string;
      /** Width of each column in characters of the body font; the sum is scaled to the page. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: "signatures";
      readonly lines: readonly { readonly label: string; readonly text?: string }[];
    }
  | { readonly kind: "attachments"; readonly names: readonly string[] }
  | { readonly kind: "seal"; readonly agency: string; readonly date: string; readonly isSealed: boolean }
  | { readonly kind: "note"; readonly text: string }
  | {
      readonly kind: "imprint";
      readonly copyTo: readonly string[];
      readonly issuer: string;
      readonly printedOn: string;
    }
  | {
      readonly kind: "annex";
      readonly number: number | null;
      readonly title: string;
      readonly blocks: readonly Block[];
    };

/** A document as it reads, before any layout; made from facts, tenant, laws and calendar alone. */
export interface Composed {
  readonly type: string;
  readonly form: Form;
  /** Whose name stands in the red head. */
  readonly agency: string;
  /** True for 公文 that go out under a red head. */
  readonly hasRedHead: boolean;
  readonly title: string;
  /** 发文字号, `云市监罚决〔2026〕12号`; null where the kind carries none or it is not given yet. */
  readonly number: string | null;
  /** 签发人 of documents to a higher organ. */
  readonly signer: string | null;
  readonly secrecy: string | null;
  readonly urgency: string | null;
  readonly blocks: readonly Block[];
  /** Required fields without a value, in the order of the type. */
  readonly missing: readonly string[];
}

/** What a label on machine-made text says, visible and in the file's metadata. */
export interface Label {
  readonly words: Words;
  readonly provider: string;
  readonly contentId: string;
}
