import { NUMERAL_CLASS } from "../text/numerals.ts";
import { titlesIn, type Title } from "../text/titles.ts";
import { bareNameBefore } from "./bare-name.ts";
import type { LawBook } from "./book.ts";
import { Context, type PlaceOwner } from "./context.ts";
import { placesAt, type Place } from "./locator.ts";
import type { LawRef, Mention } from "./mention.ts";
import type { PlainText } from "./plain.ts";
import { definitionsIn, isDefinition, referenceOf } from "./references.ts";
import { relativePlaces, type RelativePlace } from "./relative.ts";

const ARTICLE_START = new RegExp(
  `第?[${NUMERAL_CLASS}]+(?:(?:、|,|至|到|和|及|与|~|-)第?[${NUMERAL_CLASS}]+)*条(?!款形)`,
  "g",
);
const ANAPHOR =
  /(?:本|该|同|此|前述|上述|前引|上引|以上)(?:部)?(?:法律|法典|法规|规章|条例|规定|办法|细则|解释|规则|决定|法)$/;
const FILLER = new RegExp(
  `(?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任|附则)编|第[${NUMERAL_CLASS}]+(?:分编|[编章])(?:第[${NUMERAL_CLASS}]+[章节]){0,2}|(?:总则|分则)(?:部分|中)?|中的|里的|规定的|规定|有关|的|中|之|:|,)$`,
);
const BARE_USE =
  /(?:依据|根据|依照|按照|违反了?|触犯了?|适用|参照|援引)((?:中华人民共和国)?[\u4e00-\u9fff]{2,40}?)(?=的?(?:有关|相关)?(?:规定|要求|条款)|之规定|[,。;、])/g;

type Event = { readonly start: number; readonly end: number } & (
  | { readonly kind: "law"; readonly ref: LawRef }
  | { readonly kind: "places"; readonly owner: PlaceOwner | null; readonly places: readonly Place[] }
  | { readonly kind: "relative"; readonly relative: RelativePlace }
);

/** Every law and every place in a law that a plain text names, in its order. */
export function mentionsIn(plain: PlainText, book: LawBook): Mention[] {
  const titles = titlesIn(plain.text);
  const defined = definitionsIn(plain.text, titles);
  const used = new Set<Title>();
  const events: Event[] = [];
  let behind = 0;
  for (const match of plain.text.matchAll(ARTICLE_START)) {
    if (match.index < behind || titles.some(({ start, end }) => start < match.index && match.index < end))
      continue;
    const places = placesAt(plain.text, match.index);
    if (!places) continue;
    const owner = ownerOf(plain.text, match.index, titles, book, defined);
    if (owner === null && !match[0].startsWith("第")) continue;
    behind = places.at(-1)?.end ?? match.index;
    for (const title of titles)
      if (owner && title.start >= owner.start && title.end <= match.index) used.add(title);
    events.push({ kind: "places", start: owner?.start ?? match.index, end: behind, owner, places });
  }
  for (const title of titles) {
    if (used.has(title) || isDefinition(plain.text, title)) continue;
    const ref = referenceOf(plain.text, title, book, defined);
    events.push({ kind: "law", ref, start: title.start, end: title.end });
  }
  for (const each of bareUses(plain.text, book, defined)) {
    if (!events.some(({ start, end }) => each.start < end && start < each.end)) events.push(each);
  }
  for (const each of relativePlaces(plain.text)) {
    if (!events.some(({ start, end }) => each.start < end && start < each.end)) {
      events.push({ kind: "relative", start: each.start, end: each.end, relative: each });
    }
  }
  return resolve(
    plain,
    events.toSorted((one, other) => one.start - other.start),
  );
}

function ownerOf(
  text: string,
  at: number,
  titles: readonly Title[],
  book: LawBook,
  defined: ReadonlyMap<string, string>,
): PlaceOwner | null {
  let end = at;
  for (;;) {
    const title = titles.find((each) => each.end === end);
    if (title) return { ref: referenceOf(text, title, book, defined), anaphor: null, start: title.start };
    const [anaphor] = ANAPHOR.exec(text.slice(Math.max(0, end - 8), end)) ?? [];
    if (anaphor !== undefined) return { ref: null, anaphor, start: end - anaphor.length };
    const bare = bareNameBefore(text, end, book, defined);
    if (bare) {
      const ref = referenceOf(text, { name: bare.name, start: bare.start, end }, book, defined);
      return { ref, anaphor: null, start: bare.start };
    }
    const [filler] = FILLER.exec(text.slice(Math.max(0, end - 120), end)) ?? [];
    if (filler === undefined) return null;
    end -= filler.length;
  }
}

/** 依据行政处罚法的规定: a known law without 《》 and without an article. */
function bareUses(text: string, book: LawBook, defined: ReadonlyMap<string, string>): Event[] {
  return Array.from(text.matchAll(BARE_USE)).flatMap((match) => {
    const end = match.index + match[0].length;
    const name = match[1] ?? "";
    if (!book.find(name)) return [];
    const start = end - name.length;
    const ref = referenceOf(text, { name, start, end }, book, defined);
    return [{ kind: "law", ref, start, end }];
  });
}

function resolve(plain: PlainText, events: readonly Event[]): Mention[] {
  const context = new Context(plain);
  return events.flatMap((event) => {
    if (event.kind === "relative") return context.relative(event.relative);
    if (event.kind === "law") return context.law(event.ref, event.start, event.end);
    return context.places(event.owner, event.places);
  });
}
