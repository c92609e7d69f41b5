import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyOf } from "node:stream/consumers";
import { z } from "zod";

/** How the next requests fare; each mood serves one request, then the server is well again. */
export type Mood =
  | { readonly status: number; readonly retryAfter?: number }
  | "hang"
  | "cut"
  | "not json"
  | "one vector short"
  | "other length";

const embedRequest = z.strictObject({
  model: z.string(),
  input: z.array(z.string()).min(1).max(32),
  encoding_format: z.literal("float"),
});
const rerankRequest = z.strictObject({
  model: z.string(),
  query: z.string(),
  documents: z.array(z.string()).min(1),
  top_n: z.number().int().positive(),
});

/** A server that speaks OpenAI's /v1/embeddings and the /v1/rerank of Jina, Cohere and vLLM. */
export interface EmbeddingsServer {
  readonly baseUrl: string;
  /** What was asked so far, oldest first. */
  readonly requests: { readonly path: string; readonly model: string; readonly texts: readonly string[] }[];
  /** The most requests that were under way at once. */
  mostAtOnce(): number;
  /** How the coming requests fare, one each. */
  plan(...moods: readonly Mood[]): void;
  /** From now on every request is refused with this status; null ends it. */
  down(status: number | null): void;
  close(): Promise<void>;
}

export const KEY = "sk-test-embeddings";
const DIMS = 24;

/** Counts of characters by code: texts that share characters are near. Not of length one, as real servers may do. */
function vectorOf(text: string, dims: number): number[] {
  const vector = Array.from({ length: dims }, () => 0.01);
  for (const character of text) {
    const at = (character.codePointAt(0) ?? 0) % dims;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}

/** Starts the server on 127.0.0.1; `dimsOf` gives the length of each model's vectors. */
export async function startEmbeddings(
  dimsOf: (model: string) => number = () => DIMS,
): Promise<EmbeddingsServer> {
  const requests: EmbeddingsServer["requests"] = [];
  const moods: Mood[] = [];
  let status: number | null = null;
  let underWay = 0;
  let most = 0;
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const body: unknown = JSON.parse(await bodyOf(request));
    const path = request.url ?? "";
    if (request.headers.authorization !== `Bearer ${KEY}`) return refuse(response, 401);
    const asked = path === "/v1/rerank" ? rerankRequest.safeParse(body) : embedRequest.safeParse(body);
    if (!asked.success) return refuse(response, 400);
    const texts = "input" in asked.data ? asked.data.input : asked.data.documents;
    requests.push({ path, model: asked.data.model, texts });
    const mood = status === null ? moods.shift() : { status };
    if (mood === "hang") return undefined;
    if (mood === "cut") return response.socket?.destroy();
    if (mood === "not json") return response.end("<html>bad gateway</html>");
    if (typeof mood === "object") return refuse(response, mood.status, mood.retryAfter);
    const answer =
      "input" in asked.data
        ? embedded(asked.data.model, texts, dimsOf(asked.data.model) + (mood === "other length" ? 1 : 0))
        : reranked(asked.data.model, asked.data.query, texts);
    if (mood === "one vector short" && "data" in answer) answer.data.pop();
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify(answer));
  };
  const server = createServer((request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    response.once("close", () => (underWay -= 1));
    respond(request, response).catch(() => refuse(response, 500));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    mostAtOnce: () => most,
    plan: (...next) => void moods.push(...next),
    down: (next) => (status = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader("retry-after", String(retryAfter));
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({ error: { message: `refused with ${status}`, type: "server_error", code: null } }),
  );
}

/** In OpenAI's form, the last text first: the order is not promised. */
function embedded(model: string, texts: readonly string[], dims: number) {
  const data = texts.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text, dims) }));
  return {
    object: "list",
    data: data.toReversed(),
    model,
    usage: { prompt_tokens: texts.length, total_tokens: 1 },
  };
}

/** The share of the question's characters that a document holds; best first, as the real ones answer. */
function reranked(model: string, query: string, documents: readonly string[]) {
  const results = documents.map((document, index) => {
    const shared = [...query].filter((character) => document.includes(character)).length;
    return { index, relevance_score: shared / query.length };
  });
  results.sort((a, b) => b.relevance_score - a.relevance_score || b.index - a.index);
  return { id: "rerank-1", model, results, usage: { total_tokens: 1 } };
}
