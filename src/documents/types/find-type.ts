import type { DocumentType } from "./document-type.ts";

/** The one type that words mean, or those they may mean, best first; none where nothing is near. */
export type FoundType = { readonly type: DocumentType } | { readonly candidates: readonly DocumentType[] };

// asking words around the name of a document
const AROUND =
  /请|麻烦|帮我|帮忙|给我|我要|我想|需要|起草|草拟|拟写|拟|撰写|生成|制作|开具|填写|填|写|做|开|出|弄|一份|一个|一张|份|个|下|的|draft|write|make|create|new|please|an?(?=\s)|the(?=\s)|me(?=\s)/gi;
// 报告, 通知, 函 are parts of many other names, so alone they must be nearly all of the words
const SHORT_NAME_CHARS = 2;
const MOST_CANDIDATES = 4;
// less in common is chance: 通知书 alone would otherwise name everything
const NEAR = 0.45;
// one slip of the finger in a long name leaves no doubt
const SURE = 0.75;
const CLEAR_LEAD = 0.15;

/**
 * Finds a document type by id, name or alias in words as people type them, slips included.
 *
 * @example findType(types, "帮我写一份处罚决定书") // { type: penalty-decision }
 */
export function findType(types: ReadonlyMap<string, DocumentType>, words: string): FoundType {
  const said = plain(words);
  if (said === "") return { candidates: [] };
  const asked = plain(words.replace(AROUND, " ")) || said;
  const all = [...types.values()];
  const exact = all.filter((type) => namesOf(type).some((name) => name === said || name === asked));
  if (exact[0] !== undefined) return exact.length === 1 ? { type: exact[0] } : { candidates: exact };
  const inside = longestInside(all, said, asked);
  if (inside[0] !== undefined) return inside.length === 1 ? { type: inside[0] } : { candidates: inside };
  const short = all.filter((type) => asksByShortName(type, words));
  return short[0] !== undefined && short.length === 1 ? { type: short[0] } : nearest(all, asked);
}

/** 关于…的通知, 一份报告, 回个函: a short name at the end of what was said, as nothing but a name can stand there. */
const asksByShortName = (type: DocumentType, words: string): boolean =>
  namesOf(type).some(
    (name) =>
      name.length <= SHORT_NAME_CHARS &&
      new RegExp(`(?:[的份个篇封]|关于[^，。；\\s]*)${escaped(name)}(?=$|[\\s，。；：！,.;:!])`).test(
        words.trim(),
      ),
  );

// plain names hold no punctuation, but these are symbols
const escaped = (name: string): string => name.replace(/[+^$|]/g, "\\$&");

/** Types whose longest name stands in the words; a longer name beats the shorter one inside it. */
function longestInside(all: readonly DocumentType[], said: string, asked: string): DocumentType[] {
  const found = all.flatMap((type) => {
    const names = namesOf(type).filter(
      (name) => said.includes(name) && (name.length > SHORT_NAME_CHARS || asked.length <= name.length + 1),
    );
    const length = Math.max(0, ...names.map((name) => name.length));
    return length > 0 ? [{ type, length }] : [];
  });
  const longest = Math.max(0, ...found.map(({ length }) => length));
  return found.filter(({ length }) => length === longest).map(({ type }) => type);
}

function nearest(all: readonly DocumentType[], asked: string): FoundType {
  const scored = all
    .map((type) => ({ type, score: Math.max(...namesOf(type).map((name) => likeness(asked, name))) }))
    .filter(({ score }) => score >= NEAR)
    .toSorted((one, other) => other.score - one.score);
  const [best, second] = scored;
  if (best && best.score >= SURE && best.score - (second?.score ?? 0) >= CLEAR_LEAD)
    return { type: best.type };
  return { candidates: scored.slice(0, MOST_CANDIDATES).map(({ type }) => type) };
}

const namesOf = ({ id, name, aliases }: DocumentType): string[] =>
  [id, name.zh, name.en, ...aliases].map(plain);

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "");

/** From 0 to 1: the signs two names share in order, against all they have, or how much of one is the other's. */
function likeness(one: string, other: string): number {
  const shared = longestShared(one, other);
  const whole = (2 * shared) / (one.length + other.length);
  // 告知 for 行政处罚事先告知书: a short word that is all inside counts less the more is left
  const within = shared === one.length && one.length > 1 ? 0.45 + (0.2 * one.length) / other.length : 0;
  return Math.max(whole, within);
}

/** Length of the longest sequence of signs that both have in this order. */
function longestShared(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const sign of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1) {
      const best =
        sign === other[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
      next.push(best);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
