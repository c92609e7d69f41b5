import { existsSync, readFileSync } from "node:fs";
import { parse as parseEnvFile } from "dotenv";
import { z } from "zod";
import { BotError } from "./core/errors.ts";
import { readInstitution, type Institution } from "./institution.ts";

const setting = (env: string, group: string, note: string) => ({ env, group, note });
const text = () => z.string().trim().min(1);
const url = () => z.url({ protocol: /^(https?|wss?)$/, error: "must be an address like https://host/path" });
const port = () => z.coerce.number({ error: "must be a number" }).int().min(0).max(65_535);

/** Every setting of the bot: its variable, its group in .env.example, its meaning, its default. */
export const settingsSchema = z.strictObject({
  dataDir: text()
    .default("./data")
    .meta(setting("BANGBAN_DATA", "Bangban", "folder for everything it keeps")),
  institutionFile: text()
    .optional()
    .meta(setting("BANGBAN_CONFIG", "Bangban", "YAML file with tenant, roles, rooms, agents")),
  knowledgeDir: text()
    .optional()
    .meta(setting("BANGBAN_KNOWLEDGE", "Bangban", "folder of the agents' packs; unset: the ones that ship")),
  logLevel: z
    .enum(["debug", "info", "warn", "error", "silent"])
    .default("info")
    .meta(setting("LOG_LEVEL", "Bangban", "debug, info, warn, error or silent")),
  webPort: port()
    .default(8080)
    .meta(setting("WEB_PORT", "Web page", "port of the page; 0 takes a free one")),
  webHost: text()
    .default("127.0.0.1")
    .meta(setting("WEB_HOST", "Web page", "address to listen on; keep the default behind a reverse proxy")),
  webOrigins: text()
    .optional()
    .meta(setting("WEB_ORIGINS", "Web page", "host names people use, comma-separated, when not 127.0.0.1")),
  slackBotToken: text()
    .optional()
    .meta(setting("SLACK_BOT_TOKEN", "Slack", "Bot User OAuth Token, xoxb-…; unset: no Slack")),
  slackAppToken: text()
    .optional()
    .meta(setting("SLACK_APP_TOKEN", "Slack", "App-Level Token, xapp-…: Socket Mode, no open port needed")),
  slackSigningSecret: text()
    .optional()
    .meta(setting("SLACK_SIGNING_SECRET", "Slack", "needed for HTTP, used when there is no app token")),
  slackPort: port()
    .default(3000)
    .meta(setting("SLACK_PORT", "Slack", "port for Slack's requests over HTTP, on WEB_HOST")),
  slackApiUrl: url()
    .optional()
    .meta(setting("SLACK_API_URL", "Slack", "another address of Slack's Web API; unset: Slack's own")),
  deepseekKey: text()
    .optional()
    .meta(
      setting("DEEPSEEK_API_KEY", "Model", "key of the DeepSeek platform; a server of your own needs none"),
    ),
  deepseekUrl: url()
    .optional()
    .meta(setting("DEEPSEEK_BASE_URL", "Model", "DeepSeek's API, or vLLM, SGLang, Ollama, a cloud")),
  deepseekModel: text()
    .default("deepseek-flash")
    .meta(setting("DEEPSEEK_MODEL", "Model", "model id as the endpoint names it")),
  deepseekThinking: z
    .enum(["enabled", "disabled"])
    .default("disabled")
    .meta(setting("DEEPSEEK_THINKING", "Model", "enabled or disabled; enabled is slower and deeper")),
  fallbackUrl: url()
    .optional()
    .meta(setting("FALLBACK_BASE_URL", "Model", "second endpoint, used while the first one fails")),
  fallbackKey: text()
    .optional()
    .meta(setting("FALLBACK_API_KEY", "Model", "its key")),
  fallbackModel: text()
    .optional()
    .meta(setting("FALLBACK_MODEL", "Model", "its model id")),
  embeddingsUrl: url()
    .optional()
    .meta(
      setting("EMBEDDINGS_BASE_URL", "Search", "an OpenAI-compatible endpoint; unset: the built-in embedder"),
    ),
  embeddingsKey: text()
    .optional()
    .meta(setting("EMBEDDINGS_API_KEY", "Search", "its key")),
  embeddingsModel: text()
    .optional()
    .meta(setting("EMBEDDINGS_MODEL", "Search", "its model id; changing it indexes everything anew")),
  embeddingsFolder: text()
    .optional()
    .meta(setting("EMBEDDINGS_LOCAL_FOLDER", "Search", "folder with ONNX files, instead of an endpoint")),
  rerankUrl: url()
    .optional()
    .meta(setting("RERANK_BASE_URL", "Search", "an endpoint that reads the best hits again; unset: none")),
  rerankKey: text()
    .optional()
    .meta(setting("RERANK_API_KEY", "Search", "its key")),
  rerankModel: text()
    .optional()
    .meta(setting("RERANK_MODEL", "Search", "its model id")),
});

export type Settings = Readonly<z.output<typeof settingsSchema>> & { readonly institution: Institution };
type Key = keyof typeof settingsSchema.shape;
type Meta = ReturnType<typeof setting>;

/** Name, group and note of every setting, in the schema's order: what .env.example is printed from. */
export function settingsTable(): readonly (Meta & { readonly key: Key; readonly fallback: string })[] {
  return keys().map((key) => ({ ...metaOf(key), key, fallback: String(defaultOf(key) ?? "") }));
}

// a library of ours would send every turn to a third party if one of these were set
const TRACING = [
  "LANGSMITH_TRACING",
  "LANGSMITH_TRACING_V2",
  "LANGSMITH_GATEWAY",
  "LANGCHAIN_TRACING",
  "LANGCHAIN_TRACING_V2",
  "LANGCHAIN_VERBOSE",
];

/** Takes out of this process's environment what would trace turns; call before anything else is loaded. */
export function forgetTracing(): void {
  for (const name of TRACING) delete process.env[name];
}

/**
 * Reads the environment, then `.env` beneath it, then the institution's file; command line options win.
 * Throws one `config.invalid` that names every fault by its variable.
 */
export function readSettings(
  overrides: Readonly<Record<string, string | undefined>> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
  envFile = ".env",
): Settings {
  const fromFile = existsSync(envFile) ? parseEnvFile(readFileSync(envFile)) : {};
  const raw: Record<string, string> = {};
  for (const key of keys()) {
    const value = overrides[key] ?? environment[metaOf(key).env] ?? fromFile[metaOf(key).env];
    // an empty line in .env means: not set
    if (value !== undefined && value.trim() !== "") raw[key] = value;
  }
  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) throw invalid(parsed.error);
  return { ...parsed.data, institution: readInstitution(parsed.data.institutionFile) };
}

const keys = (): readonly Key[] => Object.keys(settingsSchema.shape).filter(isKey);
const isKey = (name: string): name is Key => name in settingsSchema.shape;

function metaOf(key: Key): Meta {
  const meta = settingsSchema.shape[key].meta();
  return setting(String(meta?.["env"]), String(meta?.["group"]), String(meta?.["note"]));
}

function defaultOf(key: Key): unknown {
  const parsed = settingsSchema.shape[key].safeParse(undefined);
  return parsed.success ? parsed.data : undefined;
}

function invalid(error: z.ZodError): BotError {
  const faults = error.issues.map((issue) => {
    const key = String(issue.path[0] ?? "");
    return `${isKey(key) ? metaOf(key).env : key}: ${issue.message}`;
  });
  const first = String(error.issues[0]?.path[0] ?? "");
  return new BotError("config.invalid", `wrong settings: ${faults.join("; ")}`, {
    forUser: {
      zh: `设置有误：${faults.join("；")}。请改正环境变量或 .env 后重新启动。`,
      en: `Wrong settings: ${faults.join("; ")}. Mend the environment or .env and start again.`,
    },
    file: ".env",
    ...(isKey(first) ? { field: metaOf(first).env } : {}),
    remedy: "mend the named variables in the environment or in .env; .env.example shows each one",
  });
}
