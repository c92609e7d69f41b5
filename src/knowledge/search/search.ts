import type { CollectionState, Library, StoredPassage } from "../../store/library.ts";
import type { Synonym } from "../packs/synonyms.ts";
import type { Hit, Passage, Scope, SearchResult } from "../passage.ts";
import type { Segments } from "../segment/segments.ts";
import { evidenceFor, evidenceOf, matchOf } from "./answerable.ts";
import { candidatesOf } from "./candidates.ts";
import { everydayWords } from "./everyday.ts";
import { isDouble } from "./fold.ts";
import { readQuestion, type Question } from "./question.ts";
import { rank, type RankedCandidate } from "./rank.ts";
import { standingOf } from "./standing.ts";
import { vectorsOf } from "./vectors.ts";
import { RERANKED, type Rerank } from "./reranker.ts";
import { visibleRowsCached } from "./visible.ts";

interface Sources {
  readonly library: Library;
  readonly segments: Segments;
  readonly synonymsOf: (collection: string) => readonly Synonym[];
  readonly clock: () => number;
  /** Reads the best hits again, where an operator has such a model. */
  readonly rerank?: Rerank | undefined;
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
  sources: Sources,
  query: string,
  scope: Scope,
  k: number,
): Promise<Omit<SearchResult, "ms"> & { readonly isTorn: boolean }> {
  const { library, rerank: readAgain } = sources;
  const { question, ranked, lack: lackOfVectors } = await rankAll(sources, query, scope, k);
  const { hits: found, isTorn } = await fetchHits(library, ranked, readAgain ? Math.max(k, RERANKED) : k);
  const { hits, lack } = await reordered(readAgain, question.text, found, k);
  const [best] = ranked;
  const match = best === undefined ? "none" : matchOf(evidenceOf(evidenceFor(question, best)));
  return {
    hits,
    match,
    isAnswerable: match === "sure" || match === "likely",
    isTorn,
    ...lackOfVectors,
    ...lack,
  };
}

/** A question as it was understood, and all rows worth showing, best first. */
export interface RankedAll {
  readonly question: Question;
  readonly ranked: readonly RankedCandidate[];
  readonly lack: { readonly lack?: string };
}

/** Ranks what the scope may read, without fetching any text. */
export async function rankAll(
  { segments, synonymsOf }: Pick<Sources, "segments" | "synonymsOf">,
  query: string,
  scope: Scope,
  k: number,
): Promise<RankedAll> {
  const readable = (await segments.states()).filter((state) => mayRead(state, scope));
  const opened = (await Promise.all(readable.map((state) => segments.parts(state)))).flat();
  const views = opened.map((segment) => ({ segment, visible: visibleRowsCached(segment, scope) }));
  // packs bring a table of their own; over other texts people's words are those of everyday
  const synonyms = readable.flatMap(({ name, kind }) =>
    kind === "pack" ? synonymsOf(name) : everydayWords(),
  );
  const question = readQuestion(query.slice(0, MAX_QUESTION_CHARS), synonyms, views);
  const standing = standingOf(views);
  const { byEmbedder, lack } = await vectorsOf(question, opened);
  const candidates = await Promise.all(
    views.map((view, i) => {
      const vector = byEmbedder.get(view.segment.meaning?.embedderId ?? "") ?? null;
      return candidatesOf(view, { question, vector, standing: standing[i] ?? new Float32Array(), k });
    }),
  );
  return { question, ranked: rank(candidates.flat(), question), lack };
}

/** The first hits in the order of the reranker, if there is one; the others after them. */
async function reordered(
  readAgain: Rerank | undefined,
  text: string,
  found: readonly Hit[],
  k: number,
): Promise<{ readonly hits: readonly Hit[]; readonly lack: { readonly lack?: string } }> {
  if (readAgain === undefined) return { hits: found, lack: {} };
  const { hits, lack } = await readAgain(text, found.slice(0, RERANKED));
  return { hits: [...hits, ...found.slice(RERANKED)].slice(0, k), lack: lack === undefined ? {} : { lack } };
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
