import type { Language, Words } from "../core/language.ts";
import type { Passage } from "../knowledge/passage.ts";
import type { ToolResult } from "../tools/define.ts";
import { citationOf, type Sources } from "./sources.ts";

const SOURCES = 4; // more do not make answers better, but every prompt longer
const PASSAGE_CHARS = 320; // a section of a card has at most 300
const RESULT_CHARS = 900; // a whole card, or two articles of a law
const TEXT_CHARS = 1_200; // a calculation with its steps, a table with ten rows

const NOTHING: Words = {
  zh: "没有可靠来源能回答。如实说不知道，并告诉对方该问谁。",
  en: "No reliable source answers this. Say plainly that you do not know, and who does.",
};
const ASK: Words = { zh: "先问对方：", en: "Ask the person first: " };

/**
 * What the model reads of a result: numbered passages between marks that say "this is data".
 *
 * The numbers are the turn's, so `[2]` means one thing however many tools were called.
 */
export function fence(tool: string, result: ToolResult, sources: Sources, language: Language): string {
  const found = result.passages ?? [];
  const body = found.length > 0 ? passagesOf(found, result, sources) : textOf(result, sources);
  const lines = [`<data tool="${tool}">`, ...body.map(disarm), "</data>"];
  if (result.isAnswerable === false) lines.push(NOTHING[language]);
  if (result.asks !== undefined && result.asks.length > 0) lines.push(ASK[language] + result.asks.join(" "));
  return lines.join("\n");
}

function passagesOf(passages: readonly Passage[], result: ToolResult, sources: Sources): readonly string[] {
  const lines: string[] = [];
  let room = RESULT_CHARS;
  const groups = Map.groupBy(passages, (passage) => keyOf(passage, result));
  for (const group of [...groups.values()].slice(0, SOURCES)) {
    const [first] = group;
    if (first === undefined || room <= 0) break;
    const number = sources.numberOf(citationOf(first, result));
    const facts = [first.article, first.region, first.checkedOn].filter((fact) => fact !== undefined);
    lines.push(`[${number}] ${first.title}（${facts.join("，")}）`);
    for (const { text, path, title } of group) {
      if (room <= 0) break;
      const heading = path.at(-1);
      const words = shorten(text, Math.min(PASSAGE_CHARS, room));
      lines.push(heading === undefined || heading === title ? words : `${heading}：${words}`);
      room -= words.length;
    }
  }
  return lines;
}

/** Sections of one card share a heading line; each article of a law has its own. */
function keyOf(passage: Passage, result: ToolResult): string {
  const { title, source, article = "" } = citationOf(passage, result);
  return [title, source, article].join("\n");
}

function textOf(result: ToolResult, sources: Sources): readonly string[] {
  const citations = (result.citations ?? []).map(
    (citation) => `[${sources.numberOf(citation)}] ${citation.title}（${citation.source}）`,
  );
  return [shorten(result.text, TEXT_CHARS), ...citations];
}

const shorten = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit)}…`;

// a text from outside must not be able to close the fence or speak the server's own language
const disarm = (text: string): string => text.replace(/<(?=\/?data\b)/gi, "‹").replace(/<(?=\/?[|｜])/g, "‹");
