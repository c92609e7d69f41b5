import type { Language } from "../core/language.ts";

/** A field as a model is told of it. */
export interface AskedField {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  /** How its value is written, as JSON. */
  readonly form: string;
}

/** A value that a model says it read, and the words it says it read it in. Nothing in it is trusted. */
export interface ReadValue {
  readonly name: string;
  readonly value: unknown;
  readonly words: string;
}

/** What a model may do for a document: read facts out of masked words, and smooth sentences that code wrote. */
export interface Writer {
  /** The name of the model, for the label and the record. */
  readonly model: string;
  /** Null when the model fails or answers in another form. */
  read(request: {
    readonly text: string;
    readonly fields: readonly AskedField[];
    readonly today: string;
    readonly language: Language;
    readonly signal: AbortSignal;
  }): Promise<readonly ReadValue[] | null>;
  /** One sentence for each sentence given, in their order; null when the model fails or answers in another form. */
  polish(request: {
    readonly sentences: readonly string[];
    readonly purpose: string;
    readonly signal: AbortSignal;
  }): Promise<readonly string[] | null>;
}
