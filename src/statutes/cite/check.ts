import type { Language, Words } from "../../core/language.ts";
import type { Law, Version } from "../ledger/ledger.ts";
import { indexesOf, type Indexes } from "../meaning/indexes.ts";
import { purposeOf } from "../meaning/purpose.ts";
import { articleKey, articleLabel } from "../text/article-number.ts";
import { NO_TEXTS, type LawTexts } from "../texts.ts";
import type { LawBook } from "./book.ts";
import type { Citation, Verdict } from "./citation.ts";
import { groupsOf, type Group } from "./groups.ts";
import { requireDay, requireText } from "./input.ts";
import { judgeLaw, type Days } from "./law-verdict.ts";
import type { Mention } from "./mention.ts";
import { danglingName, goneName, unknownName } from "./name-verdict.ts";
import { penaltyFault } from "./penalty.ts";
import { plainText, type PlainText } from "./plain.ts";
import { quoteOf } from "./quote.ts";
import { quoteFault } from "./quote-verdict.ts";
import { mentionsIn } from "./scan.ts";
import { judgePurpose, movedPlace, type SenseAnswer } from "./sense-verdict.ts";

export interface CiteOptions extends Days {
  /** The language of `detail`; Chinese unless told. */
  readonly lang?: Language;
}

/** Finds and verifies every citation of a text. */
export type Cite = (text: string, options: CiteOptions) => { readonly citations: readonly Citation[] };

interface Checked {
  readonly mention: Mention;
  readonly law: Law | null;
  readonly version: Version | null;
  verdict: Verdict;
}

interface Desk {
  readonly book: LawBook;
  readonly texts: LawTexts;
  readonly indexes: Indexes;
}

/** Makes the citation checker over a book of laws, and over their texts where they are at hand. */
export function citer(book: LawBook, texts: LawTexts = NO_TEXTS, indexes: Indexes = indexesOf(texts)): Cite {
  const desk = { book, texts, indexes };
  return (text, options) => {
    requireText(text);
    requireDay(options.on, "on");
    if (options.actOn !== undefined) requireDay(options.actOn, "actOn");
    const plain = plainText(text);
    const groups = groupsOf(plain.text, mentionsIn(plain, book));
    const checked = groups.flatMap((group) => checkGroup(plain, group, desk, options));
    return { citations: checked.map((each) => asCitation(text, plain, each, options.lang ?? "zh")) };
  };
}

function checkGroup(plain: PlainText, group: Group, desk: Desk, days: Days): Checked[] {
  const checked = group.members.map((mention) => checkMention(mention, desk.book, days));
  const quote = quoteOf(plain.text, group);
  const quoted =
    quote && checked.findLast(({ verdict, version }) => verdict.status === "ok" && version !== null);
  if (quote && quoted?.law && quoted.version && quoted.mention.place) {
    const { law, version } = quoted;
    if (!desk.texts.article(law, version, articleKey(quoted.mention.place.article))) {
      quoted.verdict = withNote(quoted.verdict, UNREAD_QUOTE);
      checkSense(plain, group, checked, desk);
      return checked;
    }
    const faults = checked.map(({ law, version, mention: { place } }) =>
      law && version && place ? quoteFault(law, version, place, quote, desk.texts) : null,
    );
    // the words of one of several articles are not the words of the others
    if (faults.some((fault, index) => fault === null && checked[index]?.version)) return checked;
    const fault = faults[checked.indexOf(quoted)];
    if (fault) quoted.verdict = { ...quoted.verdict, ...fault };
    return checked;
  }
  checkSense(plain, group, checked, desk);
  return checked;
}

const UNREAD_QUOTE: Words = {
  zh: "库中没有这一条的文字，引文未核对。",
  en: "The words of this article are not at hand, so the quotation is unchecked.",
};

const withNote = (verdict: Verdict, note: Words): Verdict => ({
  ...verdict,
  detail: { zh: verdict.detail.zh + note.zh, en: `${verdict.detail.en} ${note.en}` },
});

function checkMention(mention: Mention, book: LawBook, days: Days): Checked {
  const { ref, place } = mention;
  const bare = { mention, law: null, version: null };
  if (ref.kind === "unknown") return { ...bare, verdict: unknownName(ref, book) };
  if (ref.kind === "dangling") return { ...bare, verdict: danglingName(ref.written) };
  if (ref.found.kind === "gone") {
    const { name, on, by } = ref.found.gone;
    return { ...bare, verdict: goneName(name, on, by, days.actOn ?? days.on) };
  }
  const { law } = ref.found;
  return { mention, law, ...judgeLaw(law, ref, place, days) };
}

/** Asks whether the articles of a group say what their sentence uses them for; one that does clears them all. */
function checkSense(plain: PlainText, group: Group, checked: readonly Checked[], desk: Desk): void {
  const able = checked.filter(({ version, mention }) => version !== null && mention.place !== null);
  if (able.length === 0) return;
  for (const each of able) applyMove(each, desk.book);
  const purpose = purposeOf({ text: plain.text, ...group });
  if (purpose.length === 0) return;
  const answers = new Map<Checked, SenseAnswer>();
  for (const each of able) {
    const { law, version, mention } = each;
    if (!law || !version || !mention.place) continue;
    const same = able.filter(
      (other) => other.law === law && (other === each || other.verdict.status === "ok"),
    );
    const cited = new Set(
      same.flatMap(({ mention }) => (mention.place ? articleKey(mention.place.article) : [])),
    );
    answers.set(
      each,
      judgePurpose({
        law,
        version,
        place: mention.place,
        cited,
        purpose,
        indexes: desk.indexes,
        renumbering: desk.book.renumbering(law, version),
        topics: desk.book.topics(law),
      }),
    );
  }
  const isCleared = [...answers].some(([each, { kind }]) => kind === "fits" && each.verdict.status === "ok");
  for (const [each, answer] of answers) {
    if (answer.kind === "elsewhere") applySense(each, answer, isCleared);
  }
  if (isCleared || [...answers.values()].some(({ kind }) => kind === "elsewhere")) return;
  const fault = penaltyFault(plain.text, group, able, desk.texts);
  const last = able.at(-1);
  if (fault && last?.verdict.status === "ok") last.verdict = { ...last.verdict, ...fault };
}

function applyMove(each: Checked, book: LawBook): void {
  const { law, version, mention, verdict } = each;
  const isMissing = verdict.status === "no_item" || verdict.status === "no_paragraph";
  if (!isMissing || !law || !version || !mention.place) return;
  const moved = movedPlace(law, version, mention.place, book.renumbering(law, version));
  if (moved?.kind === "elsewhere") each.verdict = { ...verdict, ...moved.verdict };
}

function applySense(
  each: Checked,
  answer: Extract<SenseAnswer, { kind: "elsewhere" }>,
  isCleared: boolean,
): void {
  const { suggestion, status } = answer.verdict;
  const isMissing = ["no_article", "no_paragraph", "no_item"].includes(each.verdict.status);
  if (isMissing && status === "stale_number") each.verdict = { ...each.verdict, ...answer.verdict };
  else if (isMissing && suggestion !== undefined) each.verdict = { ...each.verdict, suggestion };
  else if (each.verdict.status === "ok" && !isCleared) each.verdict = { ...each.verdict, ...answer.verdict };
}

function asCitation(
  source: string,
  plain: PlainText,
  { mention, law, verdict }: Checked,
  lang: Language,
): Citation {
  const start = plain.at[mention.start] ?? 0;
  const end = (plain.at[mention.end - 1] ?? start) + 1;
  const { place, ref } = mention;
  const written = ref.kind === "known" && ref.found.kind === "gone" ? ref.found.gone.name : ref.written;
  return {
    text: source.slice(start, end),
    start,
    end,
    law: law?.title ?? written,
    article: place && articleLabel(place.article),
    ...(place?.paragraph == null ? {} : { paragraph: place.paragraph }),
    ...(place?.item == null ? {} : { item: place.item }),
    status: verdict.status,
    detail: verdict.detail[lang],
    ...(verdict.suggestion === undefined ? {} : { suggestion: verdict.suggestion }),
    ...(verdict.inForce === undefined ? {} : { inForce: verdict.inForce }),
  };
}
