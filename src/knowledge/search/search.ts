import type { CollectionState, Library, StoredPassage } from "../../store/library.ts";
import type { Synonym } from "../packs/synonyms.ts";
import type { Hit, Passage, Scope, SearchResult } from "../passage.ts";
import type { Segments } from "../segment/segments.ts";
import { evidenceFor, evidenceOf, matchOf } from "./answerable.ts";
import { candidatesOf } from "./candidates.ts";
import { isDouble } from "./fold.ts";
import { readQuestion } from "./question.ts";
import { rank, type RankedCandidate } from "./rank.ts";
import { visibleRowsCached } from "./visible.ts";

interface Sources {
  readonly library: Library;
  readonly segments: Segments;
  readonly synonymsOf: (collection: string) => readonly Synonym[];
  readonly clock: () => number;
}

// a question longer than this is a document; its beginning says what it is about
const MAX_QUESTION_CHARS = 2_000;

// texts may be replaced while a question is being answered; three times in a row within milliseconds is no accident
const MAX_ROUNDS = 3;

/** Finds the passages that answer a question, among those that the scope may read. */
export async function searchKnowledge(
  sources: Sources,
  query: string,
  scope: Scope,
  k: number,
): Promise<SearchResult> {
  const start = sources.clock();
  for (let round = 1; ; round += 1) {
    const { isTorn, ...result } = await searchOnce(sources, query, scope, k);
    // a passage went away between ranking and reading: what takes its place is ranked anew
    if (!isTorn || round === MAX_ROUNDS) return { ...result, ms: sources.clock() - start };
  }
}

async function searchOnce(
  { library, segments, synonymsOf }: Sources,
  query: string,
  scope: Scope,
  k: number,
): Promise<Omit<SearchResult, "ms"> & { readonly isTorn: boolean }> {
  const text = query.slice(0, MAX_QUESTION_CHARS);
  const readable = (await segments.states()).filter((state) => mayRead(state, scope));
  const opened = (await Promise.all(readable.map((state) => segments.parts(state)))).flat();
  const synonyms = readable.flatMap(({ name }) => synonymsOf(name));
  const question = readQuestion(text, synonyms, opened);
  const candidates = await Promise.all(
    opened.map((segment) => {
      const visible = visibleRowsCached(segment, scope);
      return candidatesOf(segment, question, text, visible, k);
    }),
  );
  const ranked = rank(candidates.flat(), question);
  const { hits, isTorn } = await fetchHits(library, ranked, k);
  const [best] = ranked;
  const match = best === undefined ? "none" : matchOf(evidenceOf(evidenceFor(question, best)));
  return { hits, match, isAnswerable: match === "sure" || match === "likely", isTorn };
}

/** The scope names the collection, and one of its roles is in the collection's audience. */
export function mayRead({ name, audience, passages }: CollectionState, scope: Scope): boolean {
  if (passages === 0 || !scope.collections.includes(name)) return false;
  return scope.roles.some((role) => audience.includes(role));
}

/** Reads the best rows from the library until there are `k` that differ; `isTorn` when one of them is gone. */
async function fetchHits(
  library: Library,
  ranked: readonly RankedCandidate[],
  k: number,
): Promise<{ readonly hits: readonly Hit[]; readonly isTorn: boolean }> {
  let isTorn = false;
  const kept: { candidate: RankedCandidate; passage: StoredPassage }[] = [];
  for (let at = 0; at < ranked.length && kept.length < k; at += k) {
    const batch = ranked.slice(at, at + k);
    const passages = await library.byRows(batch.map(libraryRow));
    isTorn ||= passages.length < batch.length;
    const byRow = new Map(passages.map((passage) => [passage.row, passage]));
    for (const candidate of batch) {
      const passage = byRow.get(libraryRow(candidate));
      if (passage === undefined || kept.length >= k) continue;
      const isFolded = kept.some((other) => isDouble(other.passage, passage));
      if (!isFolded) kept.push({ candidate, passage });
    }
  }
  const hits = kept.map(({ candidate, passage }) => ({ ...shown(passage), score: candidate.score }));
  return { hits, isTorn };
}

const libraryRow = ({ segment, row }: RankedCandidate): number => segment.text.columns.ids[row] ?? 0;

/** A stored passage as the rest of the bot knows it. */
export function shown({ row: _row, aliases: _aliases, ...passage }: StoredPassage): Passage {
  return passage;
}
