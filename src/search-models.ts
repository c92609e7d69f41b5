import type { Settings } from "./config.ts";
import { BotError } from "./core/errors.ts";
import type { KnowledgeOptions } from "./knowledge/open.ts";

type Models = Pick<KnowledgeOptions, "embedder" | "reranker">;

/** The models that searching uses, as configured; the built-in embedder needs none. Throws `config.invalid`. */
export function searchModelsOf(settings: Settings): Models {
  const { embeddingsUrl, embeddingsKey, embeddingsModel, embeddingsFolder } = settings;
  const { rerankUrl, rerankKey, rerankModel } = settings;
  const models: { -readonly [Name in keyof Models]: Models[Name] } = {};
  if (embeddingsUrl !== undefined) {
    const model = named(embeddingsModel, "EMBEDDINGS_MODEL", "EMBEDDINGS_BASE_URL");
    models.embedder = { kind: "endpoint", baseUrl: embeddingsUrl, apiKey: embeddingsKey, model };
  } else if (embeddingsFolder !== undefined) {
    const model = named(embeddingsModel, "EMBEDDINGS_MODEL", "EMBEDDINGS_LOCAL_FOLDER");
    models.embedder = { kind: "local", folder: embeddingsFolder, model };
  }
  if (rerankUrl !== undefined) {
    const model = named(rerankModel, "RERANK_MODEL", "RERANK_BASE_URL");
    models.reranker = { baseUrl: rerankUrl, apiKey: rerankKey, model };
  }
  return models;
}

/** Vectors of different models cannot be compared, so a model is never guessed. */
function named(model: string | undefined, field: string, because: string): string {
  if (model !== undefined) return model;
  throw new BotError("config.invalid", `${because} is set and ${field} is not`, {
    forUser: { zh: `设置了 ${because}，还要写明 ${field}。`, en: `${because} is set; name ${field} too.` },
    file: ".env",
    field,
    remedy: `set ${field} to the model id as the endpoint names it, or unset ${because}`,
  });
}
