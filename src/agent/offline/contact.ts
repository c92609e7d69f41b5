import type { Language } from "../../core/language.ts";
import type { Contact } from "../options.ts";

/** Who knows about this question: the contact whose words it uses, else the default one. */
export function contactFor(question: string, contacts: readonly Contact[]): Contact | undefined {
  const lower = question.toLowerCase();
  const special = contacts.find((contact) => contact.for.some((word) => lower.includes(word.toLowerCase())));
  return special ?? contacts.find((contact) => contact.for.length === 0) ?? contacts[0];
}

/** A contact in words: name and number. */
export const wordsOf = (contact: Contact, language: Language): string =>
  `${contact.name[language]} ${contact.number}`;
