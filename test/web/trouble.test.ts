import { describe, expect, it } from "vitest";
import { say } from "../../src/core/reply.ts";
import { BROWSER, setStage } from "./stage.ts";

describe.skipIf(BROWSER === null)("the page in trouble", () => {
  const stage = setStage();

  it("keeps a question that could not be sent, and sends it once when asked again", async () => {
    await stage.open();
    await stage.page.route("**/api/messages", (route) => route.abort());
    await stage.ask("发不出去的问题");
    const retry = stage.button("再发一次");
    await retry.waitFor();
    expect(await stage.page.locator(".question p").textContent()).toBe("发不出去的问题");
    await stage.page.unroute("**/api/messages");
    await retry.click();
    await stage.answers.first().waitFor();
    expect(stage.bot.received.map(({ text }) => text)).toEqual(["发不出去的问题"]);
    expect(await stage.page.locator(".turn").count()).toBe(1);
  });

  it("shows one question where the bot had it but the answer to the sending was lost", async () => {
    await stage.open();
    await stage.page.route("**/api/messages", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await stage.ask("半路丢了");
    await stage.answers.first().waitFor();
    await stage.page.unroute("**/api/messages");
    expect(stage.bot.received).toHaveLength(1);
    // the page may hear of the answer before it hears that its sending broke off
    await expect.poll(() => stage.page.locator(".turn").count()).toBe(1);
    expect(await stage.button("再发一次").count()).toBe(0);
  });

  it("puts a refused question back into the box with the reason", async () => {
    await stage.open();
    const body = { error: { code: "rate.exceeded", message: "问得太快了，请 10 秒后再问。" } };
    await stage.page.route("**/api/messages", (route) => route.fulfill({ status: 429, json: body }));
    await stage.ask("第六问");
    await stage.page.locator("#fault", { hasText: "问得太快了" }).waitFor();
    expect(await stage.page.locator("#question").inputValue()).toBe("第六问");
    expect(await stage.page.locator(".turn").count()).toBe(0);
  });

  it("says how far above the limit a question is, and does not send it", async () => {
    await stage.open();
    await stage.page.locator("#question").fill("长".repeat(20_005));
    expect(await stage.page.locator("#fault").textContent()).toBe("还可以写 -5 字");
    expect(await stage.page.locator("#send").isDisabled()).toBe(true);
  });

  it("says that the connection is lost, and takes up the talk when the bot is back", async () => {
    await stage.open();
    await stage.ask("断线前");
    await stage.answers.first().waitFor();
    await stage.bot.close();
    await stage.page.locator("#connection", { hasText: "正在重新连接" }).waitFor();
    await stage.replaceBot(() => say("又在了"));
    // the browser's own word that it is on a network again: no waiting for the next try
    await stage.page.evaluate("dispatchEvent(new Event('online'))");
    await stage.page.locator("#connection").waitFor({ state: "hidden" });
    await stage.ask("断线后");
    await stage.answers.nth(1).waitFor();
    expect(await stage.answers.allTextContents()).toEqual(["re: 断线前", "又在了"]);
  });

  it("keeps two questions asked before the talk has begun in one talk", async () => {
    await stage.open();
    await stage.page.route("**/api/conversations", async (route) => {
      // both are on their way before the first word of the bot
      await stage.page.locator(".turn").nth(1).waitFor();
      await route.continue();
    });
    await stage.ask("一");
    await stage.ask("二");
    await stage.answers.nth(1).waitFor();
    expect(new Set(stage.bot.received.map(({ conversation }) => conversation.key)).size).toBe(1);
    expect(await stage.page.locator(".turn").count()).toBe(2);
  });

  it("tells a second question that the first is still being worked on", async () => {
    const go = Promise.withResolvers<void>();
    await stage.open(async (message, progress) => {
      if (message.text === "第二问") progress({ type: "queued", ahead: 1 });
      await go.promise;
      return say(`re: ${message.text}`);
    });
    await stage.ask("第一问");
    await stage.ask("第二问");
    await stage.page.getByText("还在处理上一条：前面还有 1 条").waitFor();
    go.resolve();
    await stage.answers.nth(1).waitFor();
    expect(await stage.answers.allTextContents()).toEqual(["re: 第一问", "re: 第二问"]);
  });

  it("stops an answer, and keeps what had come of it", async () => {
    await stage.open(async (_, progress, signal) => {
      progress({ type: "text", delta: "才写了一半" });
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return null;
    });
    await stage.ask("长问题");
    await stage.page.locator(".partial").waitFor();
    await stage.page.locator("#stop").click();
    await stage.page.getByText("已停止。").waitFor();
    await stage.page.locator("#stop").waitFor({ state: "hidden" });
    expect(stage.bot.received.at(-1)).toMatchObject({
      kind: "stop",
      targetMessageId: stage.bot.received[0]?.id,
    });
  });

  it("thanks for an opinion, copies an answer and gives the talk as a file", async () => {
    await stage.open();
    await stage.ask("问");
    await stage.button("有帮助").click();
    await stage.page.getByText("谢谢，已记下。").waitFor();
    expect(stage.bot.received.at(-1)).toMatchObject({ kind: "feedback", action: { value: "up" } });
    await stage.button("复制").click();
    await stage.page.getByText("已复制").waitFor();
    expect(await stage.page.evaluate("navigator.clipboard.readText()")).toBe("re: 问");
    const [file] = await Promise.all([
      stage.page.waitForEvent("download"),
      stage.button("下载这段谈话").click(),
    ]);
    expect(file.suggestedFilename()).toBe("bangban.md");
  });

  it("announces a finished answer once, not every word of it", async () => {
    const go = Promise.withResolvers<void>();
    await stage.open(async (_, progress) => {
      progress({ type: "text", delta: "一半" });
      await go.promise;
      return say("**写完了**");
    });
    await stage.ask("问");
    await stage.page.locator(".partial").waitFor();
    expect(await stage.page.locator("#announcer").textContent()).toBe("");
    go.resolve();
    await stage.answers.first().waitFor();
    expect(await stage.page.locator("#announcer").textContent()).toBe("写完了");
    expect(await stage.page.locator("#talk[aria-live], .answer[aria-live]").count()).toBe(0);
  });

  it("opens a talk of five hundred questions within two seconds", async () => {
    await stage.open();
    await stage.ask("最初的问题");
    await stage.answers.first().waitFor();
    const [first] = stage.bot.received;
    const lane = first?.conversation.key ?? "";
    const text = "由**医院**签发[1]。\n\n- 一\n- 二\n\n| a | b |\n|--|--|\n| 1 | 2 |\n".repeat(3);
    for (let n = 0; n < 500; n += 1) {
      const id = `${first?.id.slice(0, -4)}${String(n).padStart(4, "0")}`;
      stage.bot.remember({ lane, id, atMs: n, kind: "question", text: `问题 ${n}` });
      stage.bot.remember({ lane, id, atMs: n, kind: "reply", text, reply: say(text) });
    }
    const startedMs = performance.now();
    await stage.page.reload();
    await stage.answers.nth(500).waitFor({ state: "attached" });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    await stage.page.locator("#question").press("a");
    expect(await stage.page.locator("#question").inputValue()).toBe("a");
  });
});
