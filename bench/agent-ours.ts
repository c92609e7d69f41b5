import { readFileSync } from "node:fs";
import type { AgentPack } from "../src/agent/options.ts";
import { createAgentRunner } from "../src/agent/runner.ts";
import { QUESTION, SEARCH, turnOf } from "./agent-question.ts";

const GUIDE = new URL("../knowledge/citizen-services/guide.md", import.meta.url);

/** The pack that ships, with its real prompt. */
export const PACK: AgentPack = {
  id: "citizen-services",
  name: { zh: "政务服务窗口", en: "Citizen services" },
  guide: readFileSync(GUIDE, "utf8"),
  tools: ["search_knowledge"],
  contacts: [
    { name: { zh: "政务服务便民热线", en: "Government service hotline" }, number: "12345", for: [] },
  ],
};

/** Our agent at this address. */
export const runnerAt = (url: string) =>
  createAgentRunner({
    packs: new Map([[PACK.id, PACK]]),
    tools: [SEARCH],
    endpoints: [{ name: "main", kind: "deepseek", baseUrl: url, apiKey: "bench", model: "deepseek-flash" }],
  });

/** One question to our agent; throws unless the model answered it. */
export async function ourAgent(url: string): Promise<() => Promise<void>> {
  const runner = runnerAt(url);
  await runner.warm();
  return async () => {
    const reply = await runner.answer(turnOf(QUESTION));
    if (reply.mode !== "model" || reply.citations.length === 0) throw new Error(`no answer: ${reply.text}`);
  };
}
