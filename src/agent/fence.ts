import type { Language, Words } from "../core/language.ts";
import type { ToolResult } from "../tools/define.ts";
import type { Sources } from "./sources.ts";

const RESULT_CHARS = 2_400; // four passages with their headings, or a table of ten rows
const OWN_FENCE = "<<<"; // a tool that quotes passages sets them apart itself and adds its advice below
const MARK = /^\[(\d{1,2})\]/gm;

const NOTHING: Words = {
  zh: "没有可靠来源能回答。如实说不知道，并告诉对方该问谁。",
  en: "No reliable source answers this. Say plainly that you do not know, and who does.",
};
const ASK: Words = { zh: "先问对方：", en: "Ask the person first: " };

/**
 * What the model reads of a result: material between marks that say "this is data", with the turn's source numbers.
 *
 * A tool numbers its own citations from 1; here `[2]` comes to mean one thing however many tools were called.
 */
export function fence(tool: string, result: ToolResult, sources: Sources, language: Language): string {
  const numbers = (result.citations ?? []).map((citation) => sources.numberOf(citation));
  const text = disarm(shorten(result.text));
  const isNumbered = numbers.length > 0 && text.search(MARK) >= 0;
  const body = isNumbered ? renumber(text, numbers) : [text, ...sourceLines(result, numbers)].join("\n");
  const lines = [text.startsWith(OWN_FENCE) ? body : `<data tool="${tool}">\n${body}\n</data>`];
  if (result.isAnswerable === false) lines.push(NOTHING[language]);
  const asks = (result.asks ?? []).filter((ask) => !text.includes(ask));
  if (asks.length > 0) lines.push(ASK[language] + asks.join(" "));
  return lines.join("\n");
}

const renumber = (text: string, numbers: readonly number[]): string =>
  text.replace(MARK, (mark, number: string) => {
    const ours = numbers[Number(number) - 1];
    return ours === undefined ? mark : `[${ours}]`;
  });

const sourceLines = ({ citations = [] }: ToolResult, numbers: readonly number[]): readonly string[] =>
  citations.map(({ title, source }, place) => `[${numbers[place]}] ${title}（${source}）`);

const shorten = (text: string): string =>
  text.length <= RESULT_CHARS ? text : `${text.slice(0, RESULT_CHARS)}…`;

// a text from outside must not be able to close the fence or speak the server's own language
const disarm = (text: string): string => text.replace(/<(?=\/?data\b)/gi, "‹").replace(/<(?=\/?[|｜])/g, "‹");
