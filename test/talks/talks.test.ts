import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "../../src/store/chain.ts";
import { auditKey } from "../../src/store/sqlite/store.ts";
import { openBot } from "./bot.ts";

type Bot = Awaited<ReturnType<typeof openBot>>;

describe("a citizen, no model", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await openBot();
  });
  afterAll(() => bot.close());

  it("gets the conclusion first, then what to bring, with the source and the day it was checked", async () => {
    const { reply } = await bot.say("娃在区妇幼生的，出生证咋办呀");
    expect(reply.text).toMatch(/^孩子在哪家医院出生，就由哪家医院开出生医学证明/);
    expect(reply.text).toContain("1. 父母双方的有效身份证件原件");
    expect(reply.citations[0]).toMatchObject({
      source: "《中华人民共和国母婴保健法》第二十三条",
      checkedOn: "2026-11-23",
      region: "全国",
    });
    expect(reply.notices.join()).toContain("未接入大模型");
  });

  it("is asked for the city before any local figure, and gets no figure with it", async () => {
    const { reply } = await bot.say("办居住证的窗口几点下班", "local");
    expect(reply.asks.join()).toContain("城市");
    expect(reply.text).not.toMatch(/\d{1,2}[:：]\d{2}/);
    const { reply: then } = await bot.say("济南", "local");
    expect(then.asks).toEqual([]);
    expect(then.text).toContain("12345");
    expect(then.text).not.toMatch(/\d{1,2}[:：]\d{2}/);
  });

  it("gets sums done by code, with every step", async () => {
    const { reply } = await bot.say(
      "我月薪2万，五险一金每月交3000，有一个孩子在上学，全年要交多少个税",
      "tax",
    );
    expect(reply.tools).toMatchObject([{ name: "calculate_tax", ok: true }]);
    // 240,000 - 60,000 - 36,000 - 24,000 = 120,000; 120,000 × 10 % - 2,520 = 9,480
    expect(reply.text.replaceAll(",", "")).toContain("9480");
    expect(reply.citations.map(({ source }) => source).join()).toContain("个人所得税法");
  });

  it("is told that nothing reliable is known, and who knows", async () => {
    const { reply } = await bot.say("火星上的房产证怎么过户", "mars");
    expect(reply.citations).toEqual([]);
    expect(reply.handover?.to).toMatch(/\d{5}/);
  });

  it("is answered in English from the English card", async () => {
    const { reply } = await bot.say("How do I register a marriage?", "en");
    expect(reply.text).toMatch(/ID card/i);
    expect(reply.notices.join()).toContain("without a model");
  });

  it("is sent to 120 at once, before anything else", async () => {
    const { reply } = await bot.say("我爸突然嘴歪，话说不利索，右手没劲", "urgent");
    expect(reply.text).toMatch(/^\*{0,2}请立即拨打 ?120/);
    expect(reply.escalation?.contacts).toContain("120");
    expect(reply.tools).toEqual([]);
  });

  it("finds a person when it asks for one", async () => {
    const { reply } = await bot.say("转人工", "human");
    expect(reply.handover?.to).toContain("12345");
  });

  it("keeps its number to itself", async () => {
    const { reply } = await bot.say("我身份证号 11010519491231002X，居住证怎么办", "id");
    expect(reply.masked).toBe(1);
    const kept = JSON.stringify([
      await bot.app.store.memory.exchanges("test:bot:id"),
      await bot.app.store.audit.rows(0, 1_000),
    ]);
    expect(kept).not.toContain("11010519491231002X");
  });
});

describe("a citizen, with a model", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await openBot({ hasModel: true });
  });
  afterAll(() => bot.close());

  it("sees the answer stream, with its source and the label of the machine", async () => {
    bot.model.behave("ok");
    const { reply, streamed } = await bot.say("孩子的出生医学证明怎么办", "stream");
    expect(reply).toMatchObject({ mode: "model", model: "deepseek-flash", agent: "citizen-services" });
    expect(reply.text).toMatch(/\[1\]/);
    expect(streamed.trim()).toBe(reply.text.trim());
    expect(reply.citations[0]?.source).toContain("母婴保健法");
    expect(reply.notices.join()).toContain("人工智能生成");
  });

  it("never sends the model a raw number", async () => {
    bot.model.behave("ok");
    const { reply } = await bot.say("我的手机13812345678，居住证怎么办", "phone");
    expect(reply.masked).toBe(1);
    expect(JSON.stringify(bot.model.requests)).not.toContain("13812345678");
    expect(JSON.stringify(bot.model.requests)).toContain("⟦手机_1⟧");
  });

  it("is not told what a hostile model makes up, nor given its links and mentions", async () => {
    bot.model.behave("evil");
    const { reply, streamed } = await bot.say("居住证怎么办", "evil");
    for (const lie of [
      "98765",
      "400-123-4567",
      "evil.example",
      "不存在的管理办法",
      "@所有人",
      "<!channel>",
    ]) {
      expect(reply.text + streamed).not.toContain(lie);
    }
    expect(reply.text).toContain("居住证");
  });

  it("reads one plain sentence when the account is empty, and what the sources say; the operator one alert", async () => {
    bot.model.behave("error-402");
    const { reply } = await bot.say("孩子的出生医学证明怎么办", "402");
    expect(reply.text).toMatch(/^模型账户余额不足/);
    expect(reply.text).toContain("孩子在哪家医院出生");
    expect(reply).toMatchObject({ mode: "offline", failure: "model.balance" });
    await bot.say("居住证怎么办", "402");
    expect(bot.alerts.filter((kind) => kind.includes("balance"))).toHaveLength(1);
    // the question is kept, with what was answered from the sources
    expect(await bot.app.store.memory.exchanges("test:bot:402")).toHaveLength(2);
  });

  it("leaves a record whose every link holds", async () => {
    const verdict = await verifyChain(bot.app.store.audit, auditKey(bot.data));
    expect(verdict.ok).toBe(true);
    expect(verdict.records).toBeGreaterThan(3);
  });
});
