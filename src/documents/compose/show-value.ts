import type { Language } from "../../core/language.ts";
import type { Fact } from "../facts/fact.ts";
import { partySchema, type Kind, type Party } from "../facts/kinds.ts";
import type { Field } from "../types/document-type.ts";
import { write } from "./formats.ts";

const NO_DAY = "1000-01-01"; // no quotation is looked up, so the day does not matter

/** A value as a table of facts shows it in the chat; `field` gives a choice its words. */
export function showValue(fact: Fact, language: Language, field?: Pick<Field, "choice_words">): string {
  const { kind, value } = fact;
  if (language === "en") {
    const said = inEnglish(kind, value, field);
    if (said !== null) return said;
  }
  if (kind === "choice" && typeof value === "string") return field?.choice_words[value]?.zh ?? value;
  return shown(fact);
}

/** Parties and evidence with all that is known of them, other kinds as a document writes them. */
function shown<K extends Kind>({ kind, value }: Fact<K>): string {
  const party = kind === "party" ? partySchema.safeParse(value) : null;
  if (party?.success === true) return showParty(party.data);
  return write(kind, value, { on: NO_DAY, how: kind === "person" ? "full" : undefined });
}

/** Kinds that read differently in English: times, answers, choices. */
function inEnglish(kind: Kind, value: unknown, field?: Pick<Field, "choice_words">): string | null {
  if (kind === "date" && typeof value === "string") return value;
  if (kind === "moment" && typeof value === "string") return value.replace("T", " ");
  if (kind === "choice" && typeof value === "string") return field?.choice_words[value]?.en ?? value;
  if (typeof value !== "object" || value === null) return null;
  if (kind === "span" && "from" in value && "to" in value)
    return spanInEnglish(String(value.from), String(value.to));
  if (kind === "answer" && "yes" in value) {
    const words = "words" in value ? ` (${String(value.words)})` : "";
    return `${value.yes === true ? "yes" : "no"}${words}`;
  }
  return null;
}

function spanInEnglish(from: string, to: string): string {
  const [day = "", start = ""] = from.split("T");
  const [lastDay = "", end = ""] = to.split("T");
  return `${day} ${start}–${day === lastDay ? "" : `${lastDay} `}${end}`;
}

/** Name, operator or representative, code or number, address, phone. */
function showParty(party: Party): string {
  const { name, operator, representative, credit_code, id_number, address, phone } = party;
  const code = credit_code ?? id_number;
  const person = operator ?? representative;
  return [name, person, code, address, phone].filter(Boolean).join("，");
}
