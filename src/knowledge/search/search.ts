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

/** Finds the passages that answer a question, among those that the scope may read. */
export async function searchKnowledge(
  { library, segments, synonymsOf, clock }: Sources,
  query: string,
  scope: Scope,
  k: number,
): Promise<SearchResult> {
  const start = clock();
  const text = query.slice(0, MAX_QUESTION_CHARS);
  const readable = (await segments.states()).filter((state) => mayRead(state, scope));
  const opened = await Promise.all(readable.map((state) => segments.get(state)));
  const synonyms = readable.flatMap(({ name }) => synonymsOf(name));
  const question = readQuestion(text, synonyms, opened);
  const candidates = await Promise.all(
    opened.map((segment) => {
      const visible = visibleRowsCached(segment.text.columns, scope);
      return candidatesOf(segment, question, text, visible, k);
    }),
  );
  const ranked = rank(candidates.flat(), question);
  const hits = await fetchHits(library, ranked, k);
  const [best] = ranked;
  const ms = clock() - start;
  const match = best === undefined ? "none" : matchOf(evidenceOf(evidenceFor(question, best)));
  return { hits, match, isAnswerable: match === "sure" || match === "likely", ms };
}

/** The scope names the collection, and one of its roles is in the collection's audience. */
export function mayRead({ name, audience, passages }: CollectionState, scope: Scope): boolean {
  if (passages === 0 || !scope.collections.includes(name)) return false;
  return scope.roles.some((role) => audience.includes(role));
}

/** Reads the best rows from the library until there are `k` that differ; rows replaced meanwhile are passed over. */
async function fetchHits(library: Library, ranked: readonly RankedCandidate[], k: number): Promise<Hit[]> {
  const kept: { candidate: RankedCandidate; passage: StoredPassage }[] = [];
  for (let at = 0; at < ranked.length && kept.length < k; at += k) {
    const batch = ranked.slice(at, at + k);
    const passages = await library.byRows(batch.map(libraryRow));
    const byRow = new Map(passages.map((passage) => [passage.row, passage]));
    for (const candidate of batch) {
      const passage = byRow.get(libraryRow(candidate));
      if (passage === undefined || kept.length >= k) continue;
      const isFolded = kept.some((other) => isDouble(other.passage, passage));
      if (!isFolded) kept.push({ candidate, passage });
    }
  }
  return kept.map(({ candidate, passage }) => ({ ...shown(passage), score: candidate.score }));
}

const libraryRow = ({ segment, row }: RankedCandidate): number => segment.text.columns.ids[row] ?? 0;

/** A stored passage as the rest of the bot knows it. */
export function shown({ row: _row, aliases: _aliases, ...passage }: StoredPassage): Passage {
  return passage;
}
