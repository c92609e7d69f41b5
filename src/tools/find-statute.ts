import { z } from "zod";
import { partsOf } from "../calendar/day.ts";
import { BotError } from "../core/errors.ts";
import type { Language, Words } from "../core/language.ts";
import type { Principal } from "../core/principal.ts";
import type { Citation } from "../core/reply.ts";
import type { Passage, Search } from "../knowledge/passage.ts";
import type { StatuteAnswer } from "../statutes/lookup.ts";
import type { Statutes } from "../statutes/statutes.ts";
import { defineTool } from "./define.ts";
import type { ToolContext, ToolResult } from "./define.ts";
import { EVERYONE } from "./everyone.ts";
import { trimmed } from "./fence.ts";
import { lawMeant, nearestArticles } from "./nearest-articles.ts";
import { sayFound } from "./statute-words.ts";

/** What the tool reads from. */
export interface FindStatuteOptions {
  readonly statutes: () => Statutes;
  readonly search: Search;
  /** Collections that were read in; the search asks who may read them. */
  readonly ingested: (principal: Principal) => Promise<readonly string[]>;
}

const SHOWN = 3; // articles; one of them is nearly always the one meant
const FOUND = 24; // passages asked of the knowledge base: some are no articles, some no longer in force
const PART_OF_CODE = /\s+\S*编$/u; // a code that comes in several files: 民法典 侵权责任编
const SAME_CHARS = 20; // of an article, without marks: enough to tell it from the one that has its number now
const MOST_CHARS = 3_600; // of one result, so that a prompt holds several

const SAY = {
  nothing: {
    zh: "没有找到这样的条文。不要凭记忆说条文号；请给出法律名称和条号，或换个说法再查。",
    en: "No such article was found. Cite none from memory; name the law and the article, or ask in other words.",
  },
  noText: {
    zh: "只有目录，没有条文：不要凭记忆复述条文内容。",
    en: "Only the ledger is at hand, not the words: do not recite the article from memory.",
  },
  notDay: {
    zh: "日期不对：要写成 2026-11-23 这样。",
    en: "That is no day: write it like 2026-11-23.",
  },
} as const satisfies Record<string, Words>;

const input = z.object({
  law: z.string().optional().describe("the law's name, in full or short: 行政处罚法"),
  article: z
    .string()
    .optional()
    .describe("the article: 59, 第五十九条 or 120-1; leave out to search by words"),
  words: z.string().optional().describe("what the article should be about, in the law's own wording"),
  on: z.string().optional().describe("the text in force on this day, YYYY-MM-DD; today when left out"),
});

interface Asked {
  readonly law: string;
  readonly article: string;
  readonly words: string;
  readonly on: string;
}

/** Finds articles in force on a day, by law and number or by words; the text is the law's own, unchanged. */
export const findStatute = (options: FindStatuteOptions) =>
  defineTool({
    name: "find_statute",
    description:
      "Gives the exact text of an article of a national law as it stands on a day, with the days it is in " +
      "force. Use it before you cite or quote any article, and when a person asks what an article says. Give " +
      "law and article, or law and words; with words alone it looks through the laws that were read in.",
    roles: EVERYONE,
    input,
    async run(asked, context): Promise<ToolResult> {
      context.signal.throwIfAborted();
      const { language, today } = context;
      const { law = "", article = "", words = "", on = today } = asked;
      if (partsOf(on) === null) return { text: SAY.notDay[language], isAnswerable: false };
      try {
        if (law.trim() === "") return await byWords(options, words, on, context);
        return ofLaw(options.statutes(), { law, article, words, on }, language);
      } catch (error) {
        if (!(error instanceof BotError) || error.code !== "input.empty") throw error;
        const said = error.detail.forUser[language];
        return { text: said, plain: said, isAnswerable: false };
      }
    },
  });

function ofLaw(statutes: Statutes, { law, article, words, on }: Asked, lang: Language): ToolResult {
  const title = lawMeant(statutes, law);
  if (article.trim() !== "") return resultOf([statutes.statute(title, { article, on })], lang);
  const whole = statutes.statute(title, { on });
  const keys = words.trim() === "" ? null : nearestArticles(statutes, whole.law, words, on);
  if (keys === null) return resultOf([whole], lang);
  if (keys.length === 0) return { text: SAY.nothing[lang], isAnswerable: false };
  return resultOf(
    keys.slice(0, SHOWN).map((key) => statutes.statute(whole.law, { article: key, on })),
    lang,
  );
}

function resultOf(answers: readonly StatuteAnswer[], language: Language): ToolResult {
  const plain = trimmed(sayAll(answers, language), MOST_CHARS);
  const isBare = answers.some(({ article, text }) => article !== undefined && text === undefined);
  return {
    text: isBare ? `${plain}\n${SAY.noText[language]}` : plain,
    plain,
    citations: answers.map(citationOf),
  };
}

/** What changed is left out where it would push the articles themselves out of the result. */
function sayAll(answers: readonly StatuteAnswer[], language: Language): string {
  const all = answers.map((answer) => sayFound(answer, language)).join("\n\n");
  if (all.length <= MOST_CHARS) return all;
  return answers.map((answer) => sayFound({ ...answer, difference: [] }, language)).join("\n\n");
}

function citationOf({ law, article, text, version }: StatuteAnswer): Citation {
  return {
    title: law,
    source: `《${law}》${article ?? ""}`,
    ...(article === undefined ? {} : { article }),
    ...(text === undefined ? {} : { quote: trimmed(text) }),
    ...(version?.validFrom == null ? {} : { validFrom: version.validFrom }),
    ...(version?.validTo == null ? {} : { validTo: version.validTo }),
  };
}

/** Articles found by words in the laws that were read in; only those in force on the day, in the store's own text. */
async function byWords(
  { statutes, search, ingested }: FindStatuteOptions,
  words: string,
  on: string,
  { principal, language, signal }: ToolContext,
): Promise<ToolResult> {
  const nothing = { text: SAY.nothing[language], isAnswerable: false };
  const collections = words.trim() === "" ? [] : await ingested(principal);
  if (collections.length === 0) return nothing;
  // laws are read in Chinese whatever language the person writes
  const scope = { collections, roles: principal.effectiveRoles, on };
  const { hits, match } = await search(words, scope, FOUND);
  signal.throwIfAborted();
  if (match === "none") return nothing;
  const articles = hits.flatMap((hit) => inForce(statutes(), hit, on)).slice(0, SHOWN);
  if (articles.length === 0) return nothing;
  return {
    ...resultOf(articles, language),
    isAnswerable: true,
    ...(match === "sure" ? {} : { isGuess: true }),
  };
}

/** The article of a passage where it is in force on the day; nothing where it was repealed or has moved. */
function inForce(statutes: Statutes, { title, article, text }: Passage, on: string): StatuteAnswer[] {
  const law = [title, title.replace(PART_OF_CODE, "")].find((name) => statutes.book.find(name));
  if (article === undefined || law === undefined) return [];
  try {
    const answer = statutes.statute(law, { article, on });
    if (answer.status !== "in_force") return [];
    // only the ledger is at hand: the words are the ones that were read in
    if (answer.text === undefined) return [{ ...answer, text }];
    return lettersOf(text).includes(lettersOf(answer.text).slice(0, SAME_CHARS)) ? [answer] : [];
  } catch (error) {
    // the number is not in this edition, or the law is known only for having been repealed
    if (error instanceof BotError) return [];
    throw error;
  }
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
