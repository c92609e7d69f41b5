import type { Law, Ledger, Version } from "../../src/statutes/ledger/ledger.ts";
import type { Statutes } from "../../src/statutes/index.ts";
import { standingOn } from "../../src/statutes/cite/edition.ts";
import { inner, placeLabel } from "../../src/statutes/cite/label.ts";
import { articleOfKey } from "../../src/statutes/text/article-number.ts";
import { random } from "../../test/statutes/generated.ts";

// a purpose is told in a clause of this many characters
const SHORTEST_CLAUSE = 12;
const LONGEST_CLAUSE = 40;

export interface PurposeScore {
  readonly rightTried: number;
  readonly rightPassed: number;
  readonly wrongTried: number;
  readonly wrongCaught: number;
  /** Of those caught: the right article was the one suggested. */
  readonly suggested: number;
  readonly alarms: readonly string[];
}

/** A clause of the article's own words, as a sentence would use it; null where it has none of a fair length. */
function clauseOf(text: string): string | null {
  const clauses = text.split(/[。；\n]/).map((each) => each.replace(/^（.{1,3}）/, "").trim());
  const clause = clauses.find((each) => each.length >= SHORTEST_CLAUSE && !/[“”《》第]/.test(each));
  return clause?.slice(0, LONGEST_CLAUSE) ?? null;
}

/**
 * Sentences that use an article for its own words: under its own number, and under the number of another article.
 *
 * A clause that several articles hold says nothing about either, and is left out.
 */
export function scorePurposes(desk: Statutes, ledger: Ledger, day: string, trials: number): PurposeScore {
  const next = random(7);
  const laws = ledger.laws.flatMap((law) => {
    const { kind, version } = standingOn(law, day);
    return kind === "in_force" && version.shapes().size >= 30 ? [{ law, version }] : [];
  });
  const score = { rightTried: 0, rightPassed: 0, wrongTried: 0, wrongCaught: 0, suggested: 0 };
  const alarms: string[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const one = laws[Math.floor(next() * laws.length)];
    const made = one && pickClause(desk, one.law, one.version, next);
    if (!one || !made) continue;
    const title = `《${inner(one.law.title)}》`;
    const say = (key: string): string => `依据${title}${label(key)}的规定，${made.clause}。`;
    const [right] = desk.cite(say(made.key), { on: day }).citations;
    score.rightTried += 1;
    if (right?.status === "ok") score.rightPassed += 1;
    else alarms.push(`${say(made.key)} ${right?.status} ${right?.detail}`);
    const [wrong] = desk.cite(say(made.other), { on: day }).citations;
    score.wrongTried += 1;
    if (wrong?.status !== "ok") score.wrongCaught += 1;
    if (wrong?.suggestion?.endsWith(label(made.key)) === true) score.suggested += 1;
  }
  return { ...score, alarms };
}

const label = (key: string): string =>
  placeLabel({ article: articleOfKey(key) ?? { main: 0, sub: 0 }, paragraph: null, item: null });

function pickClause(
  { texts }: Statutes,
  law: Law,
  version: Version,
  next: () => number,
): { key: string; other: string; clause: string } | null {
  const all = [...texts.articles(law, version)];
  const [key, text] = all[Math.floor(next() * all.length)] ?? [];
  const [other] = all[Math.floor(next() * all.length)] ?? [];
  const clause = text === undefined ? null : clauseOf(text);
  if (key === undefined || other === undefined || other === key || clause === null) return null;
  return all.filter(([, each]) => each.includes(clause)).length === 1 ? { key, other, clause } : null;
}
