import type { Language, Words } from "../core/language.ts";

/** Who knows when the knowledge base does not, as a pack names them. */
export interface Contact {
  readonly name: Words;
  readonly number: string;
  /** Words of a question that this contact is for; empty for the one that takes everything. */
  readonly for: readonly string[];
}

/** The contact for a question in words, name and number; empty when the pack names nobody. */
export function contactFor(question: string, contacts: readonly Contact[], language: Language): string {
  const asked = question.toLowerCase();
  const fitting = contacts.find((contact) => contact.for.some((word) => asked.includes(word.toLowerCase())));
  const contact = fitting ?? contacts[0];
  return contact ? `${contact.name[language]} ${contact.number}` : "";
}
