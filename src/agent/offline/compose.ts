import { contactFor, contactWords, type Contact } from "../../core/contact.ts";
import type { Language, Words } from "../../core/language.ts";
import type { Action, Handover } from "../../core/reply.ts";
import type { Passage } from "../../knowledge/passage.ts";
import type { ToolResult } from "../../tools/define.ts";
import { citationOf, type Sources } from "../sources.ts";
import { quoteCard } from "./card.ts";
import { quoteLaws, quoteText } from "./law.ts";
import { phrase } from "./phrases.ts";
import { partOf } from "./sections.ts";

/** What an answer without a model is made from. */
export interface Material {
  readonly question: string;
  readonly language: Language;
  readonly region: string | undefined;
  readonly contacts: readonly Contact[];
  readonly results: readonly ToolResult[];
  readonly sources: Sources;
}

/** An answer made of quotations and fixed phrases; its marks are the turn's source numbers. */
export interface Composed {
  readonly text: string;
  readonly asks: readonly string[];
  readonly handover?: Handover;
  /** Buttons: what the person may have meant. */
  readonly actions?: readonly Action[];
}

/** Quotes what the tools found: a calculation as it stands, a card by its parts, a law by its articles. */
export function compose(material: Material): Composed {
  const { results } = material;
  const plain = results.filter((result) => result.plain !== undefined);
  if (plain.length > 0) return quotePlain(plain, material);
  const passages = results
    .filter((result) => result.isAnswerable !== false)
    .flatMap((result) => result.passages ?? []);
  const [best] = passages;
  if (best !== undefined) return quotePassages(best, passages, material);
  const asks = results.flatMap((result) => result.asks ?? []);
  if (asks.length > 0) return { text: asks.join("\n"), asks };
  const near = [...new Set(results.flatMap((result) => result.near ?? []))];
  return near.length > 0 ? offer(near, material) : unknown(material);
}

function quotePlain(results: readonly ToolResult[], { sources }: Material): Composed {
  const text = results
    .map(
      ({ plain = "", citations = [] }) =>
        plain + citations.map((source) => `[${sources.numberOf(source)}]`).join(""),
    )
    .join("\n\n");
  const asks = results.flatMap((result) => result.asks ?? []);
  return { text: [text, ...asks.filter((ask) => !text.includes(ask))].join("\n"), asks };
}

function quotePassages(best: Passage, passages: readonly Passage[], material: Material): Composed {
  const { language, sources, results } = material;
  const markOf = (passage: Passage): string => {
    const result = results.find(({ passages = [] }) => passages.includes(passage));
    return `[${sources.numberOf(citationOf(passage, result ?? { text: "" }))}]`;
  };
  const doubt = results.every(({ isGuess }) => isGuess === true) ? [phrase("guess", language)] : [];
  const foreign = [...doubt, ...(best.language === language ? [] : [phrase("otherLanguage", language)])];
  if (partOf(best) === undefined) {
    const laws = best.article === undefined ? [] : quoteLaws(passages, language, markOf);
    const lines = laws.length > 0 ? laws : [quoteText(best, language, markOf(best))];
    return { text: [...foreign, ...lines].join("\n\n"), asks: [] };
  }
  const card = passages.filter(({ articleId }) => articleId === best.articleId);
  const withheld = [...new Set(results.flatMap((result) => result.withheld ?? []))];
  const { line, asks } = aboutPlace(withheld, material);
  const isLocal = withheld.length > 0 || asks.length > 0;
  const { lines } = quoteCard(card, { question: material.question, language, isLocal }, markOf(best));
  // an empty line between the parts, so that none is read as the end of a numbered list
  return { text: [...foreign, ...lines, ...(line === "" ? [] : [line])].join("\n\n"), asks };
}

/** Asks for the city, or says that nothing is known about it. */
function aboutPlace(
  withheld: readonly string[],
  material: Material,
): { line: string; asks: readonly string[] } {
  const { language, region, question, contacts, results } = material;
  const given = results.flatMap((result) => result.asks ?? []);
  const topics = withheld.join(language === "zh" ? "、" : ", ");
  if (region === undefined) {
    if (withheld.length === 0) return { line: given.join(" "), asks: given };
    const ask = given[0] ?? phrase("askCity", language);
    return { line: phrase("differs", language, { topics, ask }), asks: [ask] };
  }
  const contact = contactFor(question, contacts);
  if (withheld.length === 0 || contact === undefined) return { line: "", asks: [] };
  return {
    line: phrase("noLocal", language, { region, topics, contact: contactWords(contact, language) }),
    asks: [],
  };
}

/** One line that a person must take this, why, and who it is. */
export function handOver(
  why: Words,
  material: Pick<Material, "question" | "language" | "contacts">,
): Composed {
  const { question, language, contacts } = material;
  const contact = contactFor(question, contacts);
  const to = contactWords(contact, language);
  const reason = why[language];
  return {
    text: phrase("person", language, { why: reason, contact: to }),
    asks: [],
    handover: { to, reason },
  };
}

/** Nothing answers, but one of these may be meant; who knows otherwise. */
function offer(near: readonly string[], material: Material): Composed {
  const { language } = material;
  const { handover } = unknown(material);
  const lines = near.map((title, place) => `${place + 1}. ${title}`);
  return {
    text: `${phrase("near", language, { contact: handover?.to ?? "" })}\n\n${lines.join("\n")}`,
    asks: [],
    actions: near.map((title) => ({ label: title, text: title })),
    ...(handover === undefined ? {} : { handover }),
  };
}

/** One line that nothing reliable is known, and who does know. */
export function unknown({
  question,
  language,
  contacts,
}: Pick<Material, "question" | "language" | "contacts">): Composed {
  const contact = contactFor(question, contacts);
  if (contact === undefined) return { text: phrase("unknownAlone", language), asks: [] };
  const words = contactWords(contact, language);
  return {
    text: phrase("unknown", language, { contact: words }),
    asks: [],
    handover: { to: words, reason: phrase("unknownReason", language) },
  };
}
