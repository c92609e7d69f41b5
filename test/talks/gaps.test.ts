import { afterEach, expect, it } from "vitest";
import { openSqliteGaps } from "../../src/store/sqlite/gaps.ts";
import { openBot } from "./bot.ts";

let bot: Awaited<ReturnType<typeof openBot>>;
afterEach(() => bot.close());

it("a question that nothing answers is kept without personal data; one that is answered, or asks for a person, is not", async () => {
  bot = await openBot();
  await bot.say("金鱼死了怎么办？13800138000");
  await bot.say("金鱼死了怎么办 13800138000");
  await bot.say("补领结婚证要带什么");
  await bot.say("我要找人工");
  const gaps = openSqliteGaps(bot.data);
  const kept = await gaps.list();
  await gaps.end();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ count: 2, agent: "citizen-services" });
  expect(kept[0]?.question).toContain("金鱼");
  expect(kept[0]?.question).not.toContain("13800138000");
});

it("/search shows passages with their sources, and only those the person may read", async () => {
  bot = await openBot();
  const { reply } = await bot.say("/search 听证期限");
  expect(reply.citations.map(({ title }) => title)).not.toContain("什么时候要告知听证");
  const officer = await openBot({ as: ["officer"] });
  const { reply: shown } = await officer.say("/search 听证期限");
  await officer.close();
  expect(shown.citations.map(({ title }) => title)).toContain("什么时候要告知听证");
  expect(shown.text).toContain("5个工作日");
});
