import { z } from "zod";
import { BotError } from "../core/errors.ts";
import type { Words } from "../core/language.ts";
import type { Citation } from "../core/reply.ts";
import type { Citation as Checked } from "../statutes/cite/citation.ts";
import type { Statutes } from "../statutes/statutes.ts";
import { sayCitations } from "../statutes/words.ts";
import { defineTool } from "./define.ts";
import type { ToolResult } from "./define.ts";
import { EVERYONE } from "./everyone.ts";

const MOST_SHOWN = 20; // a page of a decision cites about as many; a longer text is checked in parts
const MOST_CHARS = 3_600;

const NONE: Words = {
  zh: "这段文字里没有找到法律引用，没有可以核对的。",
  en: "No citation of a law was found in this text, so there is nothing to check.",
};

const input = z.object({
  text: z.string().describe("the text whose citations of laws are to be checked, word for word"),
  on: z.string().optional().describe("the day the text is written on, YYYY-MM-DD; today when left out"),
  actOn: z.string().optional().describe("the day of the act the law is applied to, YYYY-MM-DD, where known"),
});

/** Checks every citation of a law in a text: name, edition, article, paragraph, item, quotation, matter. */
export const verifyCitations = ({ statutes }: { readonly statutes: () => Statutes }) =>
  defineTool({
    name: "verify_citations",
    description:
      "Checks every citation of a law in a text: whether law, article, paragraph and item exist and are in " +
      "force, and whether the article says what it is cited for. Use it on a person's text when they ask " +
      "whether its citations are right, and never vouch for a citation yourself.",
    roles: EVERYONE,
    input,
    async run({ text, on, actOn }, { language, today, signal }): Promise<ToolResult> {
      signal.throwIfAborted();
      try {
        const days = { on: on ?? today, ...(actOn === undefined ? {} : { actOn }) };
        const { citations } = statutes().cite(text, { ...days, lang: language });
        if (citations.length === 0) return { text: NONE[language], plain: NONE[language] };
        return resultOf(citations, sayCitations(citations.slice(0, MOST_SHOWN), language), language);
      } catch (error) {
        if (!(error instanceof BotError)) throw error;
        return { text: error.detail.forUser[language], isAnswerable: false };
      }
    },
  });

function resultOf(citations: readonly Checked[], lines: string, language: "zh" | "en"): ToolResult {
  const more = Math.max(0, citations.length - MOST_SHOWN);
  const rest = {
    zh: `\n还有 ${more} 处没有列出，请分段核对。`,
    en: `\n${more} more are not listed; check the text in parts.`,
  };
  const plain = `${lines.slice(0, MOST_CHARS)}${more === 0 ? "" : rest[language]}`;
  const sources = citations.filter(({ status }) => status === "ok").map(sourceOf);
  const distinct = new Map(sources.map((source) => [source.source, source]));
  return { text: plain, plain, citations: [...distinct.values()] };
}

const sourceOf = ({ law, article, inForce }: Checked): Citation => ({
  title: law,
  source: `《${law}》${article ?? ""}`,
  ...(article === null ? {} : { article }),
  ...(inForce?.from == null ? {} : { validFrom: inForce.from }),
  ...(inForce?.to == null ? {} : { validTo: inForce.to }),
});
