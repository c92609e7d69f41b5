import type { Language, Words } from "./language.ts";

/** Somebody who knows when the knowledge base does not, as a pack names them. */
export interface Contact {
  readonly name: Words;
  readonly number: string;
  /** Words of a question that this contact is for; empty for the one that takes everything. */
  readonly for: readonly string[];
}

/** Who knows about this question: the contact whose words it uses, else the default one. */
export function contactFor(question: string, contacts: readonly Contact[]): Contact | undefined {
  const lower = question.toLowerCase();
  const special = contacts.find((contact) => contact.for.some((word) => lower.includes(word.toLowerCase())));
  return special ?? contacts.find((contact) => contact.for.length === 0) ?? contacts[0];
}

/** A contact in words, name and number; empty for nobody. */
export const contactWords = (contact: Contact | undefined, language: Language): string =>
  contact === undefined ? "" : `${contact.name[language]} ${contact.number}`;
