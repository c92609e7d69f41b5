import type { Day } from "../calendar/day.ts";
import { BotError } from "../core/errors.ts";
import type { LawBook } from "./cite/book.ts";
import { standingOn } from "./cite/edition.ts";
import { requireDay } from "./cite/input.ts";
import { inner } from "./cite/label.ts";
import type { GoneLaw, Law, LedgerAbout, Version } from "./ledger/ledger.ts";
import { articleKey, articleLabel, readArticleNumber, type ArticleNumber } from "./text/article-number.ts";
import { textOf, type Paragraph } from "./text/article.ts";
import { difference, showDifference, type Change } from "./text/difference.ts";
import type { LawTexts } from "./texts.ts";

/** One edition of a law as people and scripts see it. */
export interface EditionDates {
  readonly publishedOn: Day | null;
  readonly validFrom: Day | null;
  /** The first day it is no longer in force. */
  readonly validTo: Day | null;
}

/** A law, its editions, and the article asked for. */
export interface StatuteAnswer {
  readonly law: string;
  readonly versions: readonly EditionDates[];
  /** The edition the text is from; absent when none was in force on the day. */
  readonly version?: EditionDates;
  readonly status: "in_force" | "ended" | "coming" | "unrecorded";
  readonly repealedBy?: string;
  readonly article?: string;
  /** Absent where only the ledger is at hand. */
  readonly text?: string;
  readonly path?: readonly string[];
  readonly paragraphs?: readonly { readonly text: string; readonly items: readonly string[] }[];
  /** How the article differs from the edition before. */
  readonly difference?: readonly Change[];
}

export interface LookupOptions {
  readonly article?: string;
  readonly on: Day;
}

/** Shows a law by name, and an article of it as it stands on a day. */
export interface Lookup {
  (name: string, options: LookupOptions): StatuteAnswer;
  /** The article in two editions, by the days on which they are in force. */
  compare(name: string, article: string, one: Day, other: Day): ArticleComparison;
}

export interface ArticleComparison {
  readonly law: string;
  readonly article: string;
  readonly one: EditionDates;
  readonly other: EditionDates;
  readonly changes: readonly Change[];
  /** The changes in one line, equal stretches shortened. */
  readonly shown: string;
}

/** Makes the look-up over a book of laws and their texts. Throws `input.empty` for a law or article not known. */
export function lookup(book: LawBook, texts: LawTexts): Lookup {
  const show = (name: string, { article, on }: LookupOptions): StatuteAnswer => {
    requireDay(on, "on");
    const law = lawNamed(book, name);
    const standing = standingOn(law, on);
    const base = {
      law: law.title,
      versions: law.versions.map(datesOf),
      status: standing.kind,
      version: datesOf(standing.version),
      ...(law.repealedBy === undefined ? {} : { repealedBy: law.repealedBy }),
    };
    if (article === undefined) return base;
    const number = numberIn(law, standing.version, article);
    const found = texts.article(law, standing.version, articleKey(number));
    const label = articleLabel(number);
    if (!found) return { ...base, article: label };
    return {
      ...base,
      article: label,
      text: textOf(found.paragraphs),
      path: found.path,
      paragraphs: found.paragraphs.map(asParagraph),
      ...changeBefore(law, standing.version, number, texts),
    };
  };
  return Object.assign(show, { compare: comparer(book, texts) });
}

const comparer =
  (book: LawBook, texts: LawTexts) =>
  (name: string, article: string, one: Day, other: Day): ArticleComparison => {
    const law = lawNamed(book, name);
    const [first, second] = [standingOn(law, one).version, standingOn(law, other).version];
    const key = articleKey(numberIn(law, second, article));
    const words = [first, second].map((version) =>
      textOf(texts.article(law, version, key)?.paragraphs ?? []),
    );
    const changes = difference(words[0] ?? "", words[1] ?? "");
    return {
      law: law.title,
      article: articleLabel(numberIn(law, second, article)),
      one: datesOf(first),
      other: datesOf(second),
      changes,
      shown: showDifference(changes),
    };
  };

const asParagraph = ({ text, items }: Paragraph): { text: string; items: string[] } => ({
  text,
  items: items.map((item) => item.text),
});

const datesOf = ({ published, from, to }: Version): EditionDates => ({
  publishedOn: published,
  validFrom: from,
  validTo: to,
});

function changeBefore(
  law: Law,
  version: Version,
  number: ArticleNumber,
  texts: LawTexts,
): { difference?: Change[] } {
  const before = law.versions[law.versions.indexOf(version) - 1];
  const [old, now] = [before, version].map((each) => each && texts.article(law, each, articleKey(number)));
  if (!old || !now) return {};
  return { difference: difference(textOf(old.paragraphs), textOf(now.paragraphs)) };
}

function lawNamed(book: LawBook, name: string): Law {
  const found = book.find(name.replace(/^《|》$/g, ""));
  if (found?.kind === "law") return found.law;
  if (found) throw goneLaw(found.gone);
  const near = book.near(name);
  const looked = book.about.map(whereLooked);
  const hint = near.length > 0 ? near.map((each) => `《${inner(each)}》`).join("、") : "";
  throw new BotError("input.empty", `no law is called "${name}" in ${looked.join("; ")}`, {
    forUser: {
      zh: `没有找到“${name}”。查的是${looked.join("、")}。${hint ? `是不是：${hint}？` : ""}`,
      en: `"${name}" was not found. Looked in ${looked.join("; ")}. ${hint ? `Did you mean ${hint}?` : ""}`.trim(),
    },
    field: "name",
    remedy:
      "give the law's full name, or read a collection that holds it with bangban ingest DIR --as statutes",
  });
}

const goneLaw = ({ name, on, by }: GoneLaw): BotError =>
  new BotError("input.empty", `《${name}》 was repealed from ${on} by 《${by}》; its text is not kept`, {
    forUser: {
      zh: `《${inner(name)}》自${on}起被《${inner(by)}》废止，库中没有它的条文。`,
      en: `《${inner(name)}》 was repealed from ${on} by 《${inner(by)}》; its text is not kept.`,
    },
    field: "name",
    remedy: `look up 《${by}》 instead`,
  });

const whereLooked = ({ collection, newest, laws }: LedgerAbout): string =>
  `${collection} (${laws} laws, newest ${newest})`;

function numberIn(law: Law, version: Version, text: string): ArticleNumber {
  const number = readArticleNumber(text);
  if (number && (version.shapes().size === 0 || version.shapes().has(articleKey(number)))) return number;
  const count = version.shapes().size;
  throw new BotError("input.empty", `《${law.title}》 has no article "${text}" (it has ${count})`, {
    forUser: {
      zh: `《${inner(law.title)}》没有“${text}”这一条，共${count}条。`,
      en: `《${inner(law.title)}》 has no article "${text}"; it has ${count}.`,
    },
    field: "article",
    remedy: "write the number as 59, 第五十九条 or 120-1 (第一百二十条之一)",
  });
}
