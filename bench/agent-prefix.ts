import type { Exchange } from "../src/core/turn.ts";
import { type FakeDeepSeek, startFakeDeepSeek } from "../test/fakes/deepseek-server.ts";
import { sharedPrefix as sharedWith, tokensOf } from "../test/fakes/deepseek-wire.ts";
import { runnerAt } from "./agent-ours.ts";
import { QUESTION, turnOf } from "./agent-question.ts";

const TURNS = 10;

/** The share of a ten-turn talk's prompt, one look-up a turn, that begins like an earlier request of the talk. */
export async function sharedPrefix(): Promise<readonly object[]> {
  const fake = await startFakeDeepSeek();
  const runner = runnerAt(fake.url);
  const history: Exchange[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const question = `${turn + 1} ${QUESTION}`;
    const { text } = await runner.answer(turnOf(question, [...history]));
    history.push({ question, answer: text });
  }
  await fake.close();
  return [
    { counted: "tools and messages", ...shareOf(fake.requests.map(({ prompt }) => prompt)) },
    { counted: "messages alone", ...shareOf(fake.requests.map((request) => messagesOf(request))) },
  ];
}

const messagesOf = ({ body }: FakeDeepSeek["requests"][number]): string =>
  body.messages.map((message) => JSON.stringify(message)).join("\n");

function shareOf(prompts: readonly string[]): object {
  const shared = prompts.map((prompt, place) =>
    tokensOf(prompt.slice(0, sharedWith(prompt, prompts.slice(0, place)))),
  );
  const total = prompts.map(tokensOf);
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  return {
    requests: prompts.length,
    "prompt tokens": sum(total),
    shared: sum(shared),
    "share %": ((100 * sum(shared)) / sum(total)).toFixed(1),
  };
}
