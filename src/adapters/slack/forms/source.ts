import type { Words } from "../../../core/language.ts";
import type { SlackPerson } from "../etiquette/slack-person.ts";

/** How a field is filled in; a list, a dialogue or a person is written as lines. */
export type FormKind = "text" | "lines" | "date" | "moment" | "span" | "answer" | "choice" | "number";

/** One field of a form, as plain data. */
export interface FormField {
  readonly name: string;
  /** The Chinese label is what the drafting desk reads a value by. */
  readonly label: Words;
  readonly kind: FormKind;
  /** Asked for later if it is left out here. */
  readonly required: boolean;
  /** Only of a choice. */
  readonly choices: readonly { readonly value: string; readonly label: Words }[];
  /** The question that asks for it. */
  readonly ask?: Words | undefined;
  /** Stands behind a number: 元, 张. */
  readonly unit?: string | undefined;
}

export interface FormName {
  readonly id: string;
  readonly name: Words;
}

export interface Form extends FormName {
  readonly fields: readonly FormField[];
}

/** Forms of documents, from whoever knows the documents. */
export interface FormSource {
  /** The documents this person may begin there; empty for somebody who may not draft. */
  forms(person: SlackPerson): Promise<readonly FormName[]>;
  /** Null where there is no such document, or no longer. */
  form(id: string): Promise<Form | null>;
  /** What is wrong with a value as it was filled in, in words; null when nothing is. */
  faultOf(field: FormField, value: string): Words | null;
}
