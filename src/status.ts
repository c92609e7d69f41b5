import type { EndpointState } from "./agent/options.ts";
import type { AgentRunner } from "./agent/runner.ts";
import type { Words } from "./core/language.ts";
import type { Knowledge } from "./knowledge/open.ts";

/** How the bot works right now, for a person who asks. */
export async function statusOf(knowledge: Knowledge, agent: AgentRunner): Promise<Words> {
  const { packs, passages } = await knowledge.stats();
  const model = modelWords(agent.endpoints());
  return {
    zh: `${model.zh}\n知识库：${packs} 个窗口，${passages} 段。`,
    en: `${model.en}\nKnowledge: ${packs} agents, ${passages} passages.`,
  };
}

function modelWords(endpoints: readonly EndpointState[]): Words {
  const working = endpoints.find(({ ok }) => ok);
  if (working) return { zh: `大模型：${working.model}`, en: `Model: ${working.model}` };
  if (endpoints.length === 0) {
    return {
      zh: "未接入大模型，回答由知识库原文整理。",
      en: "No model: answers are quoted from the sources.",
    };
  }
  return {
    zh: "大模型暂时连不上，回答由知识库原文整理。",
    en: "The model cannot be reached: answers are quoted from the sources.",
  };
}
