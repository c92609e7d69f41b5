import type { Day } from "../../calendar/day.ts";
import { BotError } from "../../core/errors.ts";
import type { StatuteAnswer } from "../../statutes/lookup.ts";
import type { Statutes } from "../../statutes/statutes.ts";
import { numberOf } from "../../statutes/text/numerals.ts";
import type { LawReference } from "../facts/kinds.ts";

/** The law store as far as quotations need it. */
export type LawStore = Pick<Statutes, "statute">;

const PLACE =
  /^《(.+)》第([^第条]+)条(之[一二三四五六七八九十]+)?(?:第([^第款]+)款)?(?:第?[（(]([^（）()]+)[）)]项)?$/;

/**
 * The words of the provision as they stand on a day: of the 项 with the words that lead to it, else of the 款, else of
 * the article. Null where the law store does not have them.
 */
export function quotationOf(cite: string, store: LawStore | undefined, on: Day): string | null {
  const match = PLACE.exec(cite.replace(/\s/g, ""));
  if (match === null || store === undefined) return null;
  const [, name = "", article = "", sub = "", paragraph, item] = match;
  const answer = lookUp(store, name, `第${article}条${sub}`, on);
  if (answer?.paragraphs === undefined || answer.status !== "in_force") return null;
  const number = paragraph === undefined ? null : numberOf(paragraph);
  if (item === undefined) {
    if (paragraph === undefined) return joined(answer.paragraphs);
    const found = number === null ? undefined : answer.paragraphs[number - 1];
    return found === undefined ? null : joined([found]);
  }
  const within =
    number === null ? answer.paragraphs.find(({ items }) => items.length > 0) : answer.paragraphs[number - 1];
  const place = numberOf(item);
  const words = place === null ? undefined : within?.items[place - 1];
  return within === undefined || words === undefined
    ? null
    : `${within.text}${GAP}${words.replace(/[；;]$/, "")}`;
}

// the items between the lead and the one quoted
const GAP = "……";

type Paragraphs = NonNullable<StatuteAnswer["paragraphs"]>;

const joined = (paragraphs: Paragraphs): string =>
  paragraphs.map(({ text, items }) => [text, ...items].join("")).join("");

/** What the store says, or null where it knows no such law or article. */
function lookUp(store: LawStore, name: string, article: string, on: Day): StatuteAnswer | null {
  try {
    return store.statute(name, { article, on });
  } catch (error) {
    // an unknown law is for the rules to tell; the document then stands without its words
    if (error instanceof BotError && error.code === "input.empty") return null;
    throw error;
  }
}

/** 《…》第三十四条第（十）项, or with 规定“…” behind it: the officer's quotation, else the store's words. */
export function sayLaw({ cite, quote }: LawReference, store: LawStore | undefined, on: Day): string {
  const words = quote ?? quotationOf(cite, store, on);
  return words === null ? cite : `${cite}“${words}”`;
}
