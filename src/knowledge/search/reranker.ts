import { z } from "zod";
import { messageOf } from "../../core/errors.ts";
import { postJson } from "../embed/post-json.ts";
import type { Hit } from "../passage.ts";

/** A server that reads question and passage together, in the form that Jina, Cohere and vLLM share. */
export interface RerankerChoice {
  /** The address up to and without `/rerank`. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
}

/** Hits in a new order, or in the old one and why. */
export interface Reranked {
  readonly hits: readonly Hit[];
  readonly lack?: string;
}

export type Rerank = (question: string, hits: readonly Hit[]) => Promise<Reranked>;

/** How many of the best hits are read again: more takes longer than a person waits. */
export const RERANKED = 30;

const TIMEOUT_MS = 4_000;
const REST_MS = 30_000; // after a failure the server is left alone: nobody waits for it twice
const MAX_CHARS = 1_200; // the models read some 512 tokens; the rest would be cut away there

const answer = z.object({
  results: z.array(z.object({ index: z.number().int().nonnegative(), relevance_score: z.number() })),
});

/** Puts hits in the order of a reranker; what it does not name, and all when it fails, keeps its place. */
export function openReranker(
  { baseUrl, apiKey, model }: RerankerChoice,
  {
    timeoutMs = TIMEOUT_MS,
    now = Date.now,
  }: { readonly timeoutMs?: number; readonly now?: () => number } = {},
): Rerank {
  const endpoint = { baseUrl, apiKey, model, timeoutMs, retries: 0 };
  let restUntil = Number.NEGATIVE_INFINITY;
  return async (question, hits) => {
    if (hits.length < 2) return { hits };
    if (now() < restUntil) return { hits, lack: "the reranker failed a moment ago and is left to rest" };
    const documents = hits.map(({ path, text }) => `${path.join(" ")}\n${text}`.slice(0, MAX_CHARS));
    const body = { model, query: question, documents, top_n: hits.length };
    try {
      const { results } = await postJson(endpoint, "rerank", body, answer);
      return { hits: inOrder(hits, results) };
    } catch (error) {
      restUntil = now() + REST_MS;
      return { hits, lack: messageOf(error) };
    }
  };
}

/** The named hits by falling relevance, then the rest; the scores stay those of the places. */
function inOrder(hits: readonly Hit[], results: z.output<typeof answer>["results"]): readonly Hit[] {
  const named = new Map(results.map(({ index, relevance_score }) => [index, relevance_score]));
  const order = hits
    .map((_, at) => at)
    .sort((a, b) => (named.get(b) ?? -Infinity) - (named.get(a) ?? -Infinity) || a - b);
  return order.flatMap((from, at) => {
    const hit = hits[from];
    return hit === undefined ? [] : [{ ...hit, score: hits[at]?.score ?? 0 }];
  });
}
