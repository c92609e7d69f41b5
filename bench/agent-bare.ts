import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { ChatDeepSeek } from "@langchain/deepseek";
import { createAgent } from "langchain";
import { PACK } from "./agent-ours.ts";
import { INPUT, QUESTION, SEARCH, turnOf } from "./agent-question.ts";

/** createAgent with the same tool and prompt and nothing else, built once, as most bots call it. */
export const bareAgent =
  (way: "stream" | "invoke") =>
  async (url: string): Promise<() => Promise<void>> => {
    const { principal, language, today, known, signal } = turnOf(QUESTION);
    const context = { principal, agent: PACK.id, language, today, known, signal };
    const search = tool(async (input) => (await SEARCH.run(input, context)).text, {
      name: SEARCH.name,
      description: SEARCH.description,
      schema: INPUT,
    });
    const model = new ChatDeepSeek({
      model: "deepseek-flash",
      apiKey: "bench",
      configuration: { baseURL: url },
    });
    const agent = createAgent({ model, tools: [search], systemPrompt: new SystemMessage(PACK.guide) });
    const messages = [new HumanMessage(QUESTION)];
    return async () => {
      if (way === "invoke") {
        const { messages: all } = await agent.invoke({ messages });
        if (all.at(-1)?.text === "") throw new Error("no answer");
        return;
      }
      let text = "";
      for await (const [chunk] of await agent.stream({ messages }, { streamMode: "messages" }))
        text += chunk.text;
      if (text === "") throw new Error("no answer");
    };
  };
