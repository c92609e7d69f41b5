import { languageOf, type Language } from "../core/language.ts";
import type { IncomingMessage } from "../core/message.ts";

/** The language that the words around a reply should be in: the one asked for, else the question's. */
export const languageFor = (message: IncomingMessage): Language => message.locale ?? languageOf(message.text);
