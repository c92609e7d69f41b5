import type { Words } from "./core/language.ts";
import { holdsAny, inRoom } from "./core/principal.ts";
import { say, type Reply } from "./core/reply.ts";
import type { Turn } from "./core/turn.ts";
import type { Knowledge } from "./knowledge/open.ts";

const SHOWN = 5; // a person reads that many; the rest is for a better question
const QUOTE_CHARS = 160;

const NOTHING: Words = {
  zh: "没有找到这方面的资料。换个说法再试，或直接提问。",
  en: "Nothing was found on this. Try other words, or just ask.",
};

/** The passages nearest to some words, each with its source, as far as this person may read them in this room. */
export async function searchReply(knowledge: Knowledge, turn: Turn, words: string): Promise<Reply> {
  const { principal, today, language } = turn;
  const packs = knowledge.packs.filter(({ audience }) => holdsAny(principal, audience)).map(({ id }) => id);
  const { collections } = await knowledge.stats();
  const readIn = collections.filter(({ kind }) => kind !== "pack").map(({ name }) => name);
  // the search itself asks who may read what was read in
  const scope = { collections: inRoom(principal, packs, readIn), roles: principal.effectiveRoles, on: today };
  const { hits } = await knowledge.search(words, scope, SHOWN);
  if (hits.length === 0) return say(NOTHING[language]);
  const lines = hits.map(({ path, text }, at) => `${at + 1}. **${path.join(" › ")}**\n   ${shortened(text)}`);
  const citations = hits.map(({ title, source, article, region, checkedOn }) => ({
    title,
    source,
    ...(article === undefined ? {} : { article }),
    ...(region === undefined ? {} : { region }),
    ...(checkedOn === undefined ? {} : { checkedOn }),
  }));
  return say(lines.join("\n"), { citations });
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > QUOTE_CHARS ? `${line.slice(0, QUOTE_CHARS)}…` : line;
};
