import type { Law, Renumbering, Topic, Version } from "../ledger/ledger.ts";
import type { Indexes } from "../meaning/indexes.ts";
import { judgeSense, LIMITS, type SenseLimits } from "../meaning/judge.ts";
import type { PurposePart } from "../meaning/purpose.ts";
import { articleKey, articleOfKey } from "../text/article-number.ts";
import type { Verdict } from "./citation.ts";
import { citationLabel, englishLabel, inner, placeLabel } from "./label.ts";
import type { Place } from "./locator.ts";
import { placeFault } from "./place-verdict.ts";

/** What is known about the sense of a citation. */
export interface SenseQuestion {
  readonly law: Law;
  readonly version: Version;
  readonly place: Place;
  /** Keys of every article of this law that shares the purpose. */
  readonly cited: ReadonlySet<string>;
  readonly purpose: readonly PurposePart[];
  readonly indexes: Indexes;
  readonly renumbering: Renumbering | null;
  readonly topics: readonly Topic[];
}

export type SenseAnswer =
  | { readonly kind: "fits" | "unclear" }
  | { readonly kind: "elsewhere"; readonly verdict: Pick<Verdict, "status" | "detail" | "suggestion"> };

// a number that is known to have moved needs less to be recognised than one that only might be wrong
const MOVED: SenseLimits = { most: 0.12, least: 0.3, weight: 3.5, run: 1 };
// an older edition that says it under this number needs more than a chance word
const HELD: SenseLimits = { most: 0.12, least: 0.45, weight: 5, run: 2 };

/** Whether an article says what its sentence uses it for; where it does not, the article that does. */
export function judgePurpose(question: SenseQuestion): SenseAnswer {
  const { law, version, place, cited, purpose, indexes, renumbering } = question;
  const index = indexes(law, version);
  if (!index) return { kind: "unclear" };
  const sense = judgeSense(index, cited, purpose, LIMITS);
  if (sense.kind === "fits") return sense;
  const moved = renumbering?.moved[articleKey(place.article)] ?? [];
  const topic = topicOf(question);
  if (topic !== null) {
    const right = topic.find((each) => moved.includes(each));
    const fitting = sense.kind === "elsewhere" ? sense.better.filter((each) => topic.includes(each)) : [];
    return right === undefined
      ? { kind: "elsewhere", verdict: otherMatter(law, place, [...new Set([...fitting, ...topic])]) }
      : stale(law, place, right, renumbering?.from ?? null);
  }
  const weak = judgeSense(index, cited, purpose, MOVED);
  const movedTo = weak.kind === "elsewhere" ? weak.better.find((each) => moved.includes(each)) : undefined;
  if (movedTo !== undefined) return stale(law, place, movedTo, renumbering?.from ?? null);
  const held = judgeSense(index, cited, purpose, HELD);
  if (held.kind === "elsewhere" && held.better[0] !== undefined && heldIt(question)) {
    return stale(law, place, moved[0] ?? held.better[0], version.from);
  }
  if (sense.kind !== "elsewhere" || sense.better[0] === undefined) return { kind: "unclear" };
  return { kind: "elsewhere", verdict: otherMatter(law, place, sense.better) };
}

// a topic's words must stand in the clause next to the citation
const CLAUSE_END = /[,，]/;

/** The articles of the matter that the nearest words name for certain; null when they name none, or a cited one. */
function topicOf({ topics, purpose, cited, version }: SenseQuestion): readonly string[] | null {
  const clauses = purpose.map(({ words, isBefore }) => {
    const parts = words.split(CLAUSE_END);
    return (isBefore ? parts.at(-1) : parts[0]) ?? "";
  });
  const nearest = clauses.join("");
  const named = topics.filter(
    ({ from, words }) => from <= (version.from ?? "") && words.every((word) => nearest.includes(word)),
  );
  if (
    named.length === 0 ||
    named.some(({ articles, also }) => [...articles, ...also].some((each) => cited.has(each)))
  )
    return null;
  return named[0]?.articles ?? null;
}

/**
 * A place that does not exist under a number known to have moved: 第五十一条第（一）项 of the law before 2021.
 *
 * The new place keeps 款 and 项 where the new article has them.
 */
export function movedPlace(
  law: Law,
  version: Version,
  place: Place,
  table: Renumbering | null,
): SenseAnswer | null {
  if (!table || !stoodBefore(law, version, place)) return null;
  const targets = table.moved[articleKey(place.article)] ?? [];
  const shapes = version.shapes();
  const fitting = targets.find((key) => (shapes.get(key) ?? []).some((items) => items >= (place.item ?? 0)));
  const right = fitting ?? targets[0];
  if (right === undefined) return null;
  const holder = (shapes.get(right) ?? []).findIndex((items) => place.item !== null && items >= place.item);
  const inside = holder < 0 ? {} : { paragraph: holder + 1, item: place.item };
  return stale(law, place, right, table.from, inside);
}

/** True when the edition before had the place, or is not kept. */
function stoodBefore(law: Law, version: Version, place: Place): boolean {
  const before = law.versions[law.versions.indexOf(version) - 1];
  return before === undefined || placeFault(law, before, place) === null;
}

/** True when an older edition's article of this number says what the sentence says. */
function heldIt({ law, version, cited, purpose, indexes }: SenseQuestion): boolean {
  return law.versions
    .filter((each) => each !== version && (each.from ?? "") < (version.from ?? ""))
    .some((older) => {
      const index = indexes(law, older);
      return index !== null && judgeSense(index, cited, purpose, HELD).kind === "fits";
    });
}

const spotOf = (key: string): Pick<Place, "article" | "paragraph" | "item"> => ({
  article: articleOfKey(key) ?? { main: 0, sub: 0 },
  paragraph: null,
  item: null,
});

function stale(
  law: Law,
  place: Place,
  right: string,
  since: string | null,
  inside: { paragraph?: number; item?: number | null } = {},
): SenseAnswer {
  const spot = { ...spotOf(right), ...inside };
  const old = { ...place, paragraph: null, item: null };
  return {
    kind: "elsewhere",
    verdict: {
      status: "stale_number",
      detail: {
        zh: `《${inner(law.title)}》${placeLabel(old)}是旧条号：${since ? `${since}起施行的文本中` : "现行文本中"}这一内容在${placeLabel(spot)}。`,
        en: `${englishLabel(old)} of 《${inner(law.title)}》 is the old number: ${since ? `in the edition in force from ${since}` : "in the present edition"} this stands in ${englishLabel(spot)}.`,
      },
      suggestion: citationLabel(law.title, spot),
    },
  };
}

function otherMatter(
  law: Law,
  place: Place,
  better: readonly string[],
): Pick<Verdict, "status" | "detail" | "suggestion"> {
  const cited = { ...place, paragraph: null, item: null };
  const labels = better.map((key) => placeLabel(spotOf(key)));
  return {
    status: "does_not_say_so",
    detail: {
      zh: `《${inner(law.title)}》${placeLabel(cited)}说的不是这件事；与这句话相符的是${labels.join("、")}。`,
      en: `${englishLabel(cited)} of 《${inner(law.title)}》 speaks of something else; what the sentence says stands in ${better.map((key) => englishLabel(spotOf(key))).join("; ")}.`,
    },
    suggestion: citationLabel(law.title, spotOf(better[0] ?? "")),
  };
}
