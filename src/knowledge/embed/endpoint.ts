import { z } from "zod";
import { unit, type Embedder } from "./embedder.ts";
import { postJson, type Endpoint } from "./post-json.ts";

/** Where neural vectors come from: a server that speaks OpenAI's /embeddings. */
export interface EndpointChoice {
  readonly kind: "endpoint";
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
}

// vLLM, Ollama and the clouds all take 32 texts at once; larger batches gain nothing on one card
const BATCH = 32;
const AT_ONCE = 4; // requests under way: keeps a server busy without queueing behind ourselves
const BUILD = { timeoutMs: 60_000, retries: 5 };
const QUESTION = { timeoutMs: 3_000, retries: 0 }; // a person waits
const REST_MS = 30_000; // after a failed question the server is left alone: nobody waits for it twice

const answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()) })),
});

export interface EndpointTiming extends Partial<Pick<Endpoint, "pause">> {
  readonly now?: () => number;
  readonly buildTimeoutMs?: number;
  readonly questionTimeoutMs?: number;
}

/** How the ids of an endpoint's vectors begin: the model, whatever server runs it. */
export const endpointPrefix = ({ model }: EndpointChoice): string => `endpoint-${model}-`;

/** An embedder over an endpoint whose vectors have `dims` figures; asks nothing until it is used. */
export function endpointEmbedder(
  choice: EndpointChoice,
  dims: number,
  timing: EndpointTiming = {},
): Embedder {
  const {
    pause,
    now = Date.now,
    buildTimeoutMs = BUILD.timeoutMs,
    questionTimeoutMs = QUESTION.timeoutMs,
  } = timing;
  const { baseUrl, apiKey, model } = choice;
  const shared = { baseUrl, apiKey, model, ...(pause === undefined ? {} : { pause }) };
  const patient = { ...shared, ...BUILD, timeoutMs: buildTimeoutMs };
  const quick = { ...shared, ...QUESTION, timeoutMs: questionTimeoutMs };
  let restUntil = Number.NEGATIVE_INFINITY;
  return {
    id: `${endpointPrefix(choice)}${dims}`,
    dims,
    embed: (texts) => inBatches(texts, async (batch) => checked(await request(patient, batch), dims)),
    async embedQuestion(question) {
      if (now() < restUntil) throw new Error("the embeddings server failed a moment ago and is left to rest");
      try {
        const [vector = new Float32Array(dims)] = checked(await request(quick, [question]), dims);
        return vector;
      } catch (error) {
        restUntil = now() + REST_MS;
        throw error;
      }
    },
  };
}

/** As `endpointEmbedder`, with the number of figures taken from the server itself. */
export async function openEndpoint(choice: EndpointChoice, timing: EndpointTiming = {}): Promise<Embedder> {
  const { pause, buildTimeoutMs = BUILD.timeoutMs } = timing;
  const probe = { ...choice, ...BUILD, timeoutMs: buildTimeoutMs, ...(pause === undefined ? {} : { pause }) };
  const [vector] = await request(probe, ["帮办"]);
  return endpointEmbedder(choice, vector?.length ?? 0, timing);
}

async function request(endpoint: Endpoint, texts: readonly string[]): Promise<Float32Array[]> {
  const body = { model: endpoint.model, input: texts, encoding_format: "float" };
  const { data } = await postJson(endpoint, "embeddings", body, answer);
  // servers may answer in any order: the index says which text a vector belongs to
  const vectors = texts.map((_, i) => data.find(({ index }) => index === i)?.embedding);
  return vectors.map((vector) => {
    if (vector === undefined || vector.length === 0) throw new RangeError("the server left out a vector");
    return unit(Float32Array.from(vector));
  });
}

function checked(vectors: Float32Array[], dims: number): Float32Array[] {
  const other = vectors.find(({ length }) => length !== dims);
  if (other === undefined) return vectors;
  throw new RangeError(`the server gives vectors of ${other.length} figures; the index holds ${dims}`);
}

/** Runs batches a few at a time and keeps their order; the first failure stops the rest. */
async function inBatches(
  texts: readonly string[],
  embed: (batch: readonly string[]) => Promise<Float32Array[]>,
): Promise<Float32Array[]> {
  const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, i) =>
    texts.slice(i * BATCH, (i + 1) * BATCH),
  );
  const done = new Map<number, Float32Array[]>();
  const waiting = batches.entries();
  const work = async () => {
    for (const [i, batch] of waiting) done.set(i, await embed(batch));
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, batches.length) }, work));
  return batches.flatMap((_, i) => done.get(i) ?? []);
}
