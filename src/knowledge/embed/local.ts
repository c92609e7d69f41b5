import { z } from "zod";
import { BotError, messageOf } from "../../core/errors.ts";
import { unit, type Embedder } from "./embedder.ts";

/** Neural vectors from ONNX files on this machine, through transformers.js where it is installed. */
export interface LocalChoice {
  readonly kind: "local";
  /** The folder that holds the models' folders. */
  readonly folder: string;
  /** The model's folder below it. */
  readonly model: string;
}

const PACKAGE = "@huggingface/transformers";
const BATCH = 16;

const library = z.object({
  // the library's own object: a copy of it would change nothing
  env: z.custom<object>((value) => typeof value === "object" && value !== null),
  pipeline: z.custom<(task: string, model: string, options: object) => Promise<unknown>>(
    (value) => typeof value === "function",
  ),
});

const tensor = z.object({ tolist: z.custom<() => unknown>((value) => typeof value === "function") });
const rows = z.array(z.array(z.number()));

/** How the ids of a local model's vectors begin. */
export const localPrefix = ({ model }: LocalChoice): string => `local-${model}-`;

/** Opens a local model; never fetches anything. Throws `config.invalid` when the package or the files are missing. */
export async function openLocal(
  { folder, model }: LocalChoice,
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Embedder> {
  const found = await load(PACKAGE).catch((error: unknown) => {
    throw missing(`${PACKAGE} is not installed`, `npm install ${PACKAGE}, or unset the local model`, error);
  });
  const { env, pipeline } = library.parse(found);
  Object.assign(env, { allowRemoteModels: false, localModelPath: folder });
  const made = await pipeline("feature-extraction", model, { dtype: "q8" }).catch((error: unknown) => {
    const where = `${folder}/${model}`;
    throw missing(
      `there is no usable model in ${where}: ${messageOf(error)}`,
      `put its ONNX files there`,
      error,
    );
  });
  const extract = z
    .custom<(texts: readonly string[], options: object) => Promise<unknown>>(
      (value) => typeof value === "function",
    )
    .parse(made);
  const run = async (texts: readonly string[]) => {
    const made = tensor.parse(await extract(texts, { pooling: "cls", normalize: true }));
    return rows.parse(made.tolist()).map((row) => unit(Float32Array.from(row)));
  };
  const [probe] = await run(["帮办"]);
  const dims = probe?.length ?? 0;
  return {
    id: `${localPrefix({ kind: "local", folder, model })}${dims}`,
    dims,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += BATCH)
        vectors.push(...(await run(texts.slice(at, at + BATCH))));
      return vectors;
    },
    async embedQuestion(question) {
      const [vector = new Float32Array(dims)] = await run([question]);
      return vector;
    },
  };
}

const missing = (message: string, remedy: string, cause: unknown): BotError =>
  new BotError("config.invalid", message, {
    forUser: {
      zh: `本地语义模型不能用：${message}`,
      en: `The local embedding model cannot be used: ${message}`,
    },
    field: "EMBEDDINGS_LOCAL_MODEL",
    remedy,
    cause,
  });
