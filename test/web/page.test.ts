import { describe, expect, it } from "vitest";
import { say, type Reply } from "../../src/core/reply.ts";
import { faintWords } from "./contrast.ts";
import { BROWSER, setStage } from "./stage.ts";

const ANSWER: Reply = say(
  "由**接生的医院**签发，免费[1]。\n\n1. 身份证[2]\n2. 登记表\n\n| 情形 | 多久 |\n|--|--|\n| 首次 | 当场 |",
  {
    mode: "model",
    model: "deepseek-flash",
    agent: "citizen-services",
    citations: [
      {
        title: "出生医学证明首次签发",
        source: "办事指南",
        region: "全国",
        checkedOn: "2026-11-01",
        quote: "不收取任何费用",
      },
      { title: "母婴保健法", source: "https://example.gov.cn/law", article: "第二十三条" },
    ],
    asks: ["您在哪个城市？"],
    actions: [{ label: "转人工", text: "请转人工" }],
    files: [{ name: "登记表.docx", fileId: "f-1", mime: "application/octet-stream" }],
    notices: ["本回答由 AI 整理"],
  },
);

describe.skipIf(BROWSER === null)("the page", () => {
  const stage = setStage();
  const focused = () =>
    stage.page.evaluate("document.activeElement?.textContent || document.activeElement?.id");

  it("says who answers and what for, and a suggested question is one press away", async () => {
    await stage.open(() => ANSWER);
    expect(await stage.page.locator("h1").textContent()).toBe("政务办事");
    expect(await stage.page.locator(".badge").textContent()).toBe("deepseek-flash");
    expect(await stage.page.locator(".suggestion").count()).toBe(3);
    await stage.page.locator(".suggestion").first().click();
    await stage.answers.first().waitFor();
    expect(await stage.page.locator(".question p").textContent()).toBe("新生儿出生证怎么办？");
    expect(await stage.page.locator("h1").isVisible()).toBe(false);
  });

  it("shows the words as they come and what is being looked up", async () => {
    const steps = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ];
    await stage.open(async (_, progress) => {
      progress({ type: "tool", name: "search_knowledge" });
      await steps[0]?.promise;
      progress({ type: "text", delta: "由**接生的" });
      await steps[1]?.promise;
      progress({ type: "text", delta: "医院**签发" });
      await steps[2]?.promise;
      return ANSWER;
    });
    await stage.ask("出生证");
    await stage.page.getByText("正在查知识库…").waitFor();
    steps[0]?.resolve();
    await stage.page.locator(".partial", { hasText: "由**接生的" }).waitFor();
    steps[1]?.resolve();
    await stage.page.locator(".partial strong", { hasText: "接生的医院" }).waitFor();
    expect(await stage.page.locator("#stop").isVisible()).toBe(true);
    steps[2]?.resolve();
    await stage.answers.first().waitFor();
    expect(await stage.page.locator(".partial").count()).toBe(0);
    expect(await stage.page.locator("#stop").isVisible()).toBe(false);
  });

  it("unfolds a source below the sentence it supports, and all of them below the answer", async () => {
    await stage.open(() => ANSWER);
    await stage.ask("出生证");
    const mark = stage.button("来源 1：出生医学证明首次签发");
    await mark.click();
    const note = stage.page.locator(".prose > p + .unfolded");
    expect(await note.textContent()).toContain("不收取任何费用");
    expect(await note.textContent()).toContain("2026-11-01 核对");
    expect(await mark.getAttribute("aria-expanded")).toBe("true");
    await mark.click();
    expect(await note.count()).toBe(0);
    await stage.button("来源 2：母婴保健法").click();
    expect(await stage.page.locator("li > .unfolded a").getAttribute("href")).toBe(
      "https://example.gov.cn/law",
    );
    await stage.page.locator(".sources summary").click();
    expect(await stage.page.locator(".sources .source").nth(1).textContent()).toContain("第二十三条");
  });

  it("shows questions back, choices, files and notices as what they are", async () => {
    await stage.open(() => ANSWER);
    await stage.ask("出生证");
    await stage.button("您在哪个城市？").click();
    expect(await stage.box.getAttribute("placeholder")).toBe("您在哪个城市？");
    expect(await focused()).toBe("question");
    const file = stage.page.getByRole("link", { name: "登记表.docx" });
    expect(await file.getAttribute("href")).toBe("/files/f-1");
    expect(await stage.page.locator(".notices").textContent()).toBe("本回答由 AI 整理");
    await stage.button("转人工").click();
    await stage.page.locator(".question p", { hasText: "请转人工" }).waitFor();
  });

  it("puts an emergency number where a thumb finds it", async () => {
    await stage.open(() =>
      say("请立即拨打 120。", {
        escalation: { category: "stroke", contacts: ["120", "医院急诊 010-5550123"] },
      }),
    );
    await stage.ask("嘴歪了");
    await stage.page.locator(".alarm").waitFor();
    const calls = await stage.page.locator(".alarm a").all();
    const links = await Promise.all(calls.map((call) => call.getAttribute("href")));
    expect(links).toEqual(["tel:120", "tel:0105550123"]);
  });

  it("keeps the talk over a reload, and starts a new one with a way back", async () => {
    await stage.open(() => ANSWER);
    await stage.ask("第一问");
    await stage.answers.first().waitFor();
    await stage.page.reload();
    await stage.answers.first().waitFor();
    expect(await stage.page.locator(".question p").allTextContents()).toEqual(["第一问"]);
    expect(await stage.page.locator(".sources").count()).toBe(1);
    await stage.button("新的谈话").click();
    await stage.page.locator("h1").waitFor();
    expect(await stage.page.locator(".turn").count()).toBe(0);
    await stage.button("回到上一段谈话").click();
    await stage.page.locator(".question p", { hasText: "第一问" }).waitFor();
  });

  it("shows an answer under way to somebody who reloads in the middle of it", async () => {
    const go = Promise.withResolvers<void>();
    await stage.open(async (_, progress) => {
      progress({ type: "text", delta: "已经写到这里" });
      await go.promise;
      return ANSWER;
    });
    await stage.ask("长问题");
    await stage.page.locator(".partial").waitFor();
    await stage.page.reload();
    await stage.page.locator(".partial", { hasText: "已经写到这里" }).waitFor();
    go.resolve();
    await stage.answers.first().waitFor();
    expect(await stage.page.locator(".turn").count()).toBe(1);
  });

  it("changes its language at once and remembers it; the answers stay", async () => {
    await stage.open(() => ANSWER);
    await stage.ask("出生证");
    await stage.page.locator(".sources summary", { hasText: "来源 2 条" }).waitFor();
    await stage.button("English").click();
    await stage.page.locator(".sources summary", { hasText: "2 sources" }).waitFor();
    expect(await stage.page.locator("html").getAttribute("lang")).toBe("en");
    expect(await stage.box.getAttribute("placeholder")).toBe("What do you need? Just ask");
    expect(await stage.answers.first().textContent()).toContain("接生的医院");
    await stage.page.reload();
    await stage.page.locator(".sources summary", { hasText: "2 sources" }).waitFor();
    expect(await stage.page.title()).toBe("Bangban");
  });

  it("can be used with the keyboard alone", async () => {
    await stage.open(() => ANSWER);
    expect(await focused()).toBe("question");
    await stage.page.keyboard.type("出生证");
    await stage.page.keyboard.press("Enter");
    await stage.answers.first().waitFor();
    const seen = new Set<unknown>();
    for (let press = 0; press < 25; press += 1) {
      await stage.page.keyboard.press("Tab");
      seen.add(
        await stage.page.evaluate(
          "document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent",
        ),
      );
      const outline = await stage.page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      const isBox =
        (await focused()) === "question" ||
        (await stage.page.evaluate("document.activeElement === document.body"));
      if (!isBox) expect(outline).not.toBe("none");
    }
    for (const name of [
      "跳到输入框",
      "新的谈话",
      "English",
      "来源 1：出生医学证明首次签发",
      "转人工",
      "来源 2 条",
      "复制",
    ]) {
      expect(seen).toContain(name);
    }
  });

  it("does not send while an input method is composing, nor on Shift+Enter", async () => {
    await stage.open();
    await stage.box.focus();
    const session = await stage.page.context().newCDPSession(stage.page);
    await session.send("Input.imeSetComposition", { text: "chu sheng", selectionStart: 9, selectionEnd: 9 });
    await stage.box.dispatchEvent("keydown", { key: "Enter", isComposing: true, cancelable: true });
    await session.send("Input.insertText", { text: "出生" });
    await stage.page.keyboard.press("Shift+Enter");
    await stage.page.keyboard.type("证");
    expect(await stage.box.inputValue()).toBe("出生\n证");
    expect(stage.bot.received).toEqual([]);
    await stage.page.keyboard.press("Enter");
    await stage.answers.first().waitFor();
    expect(stage.bot.received[0]?.text).toBe("出生\n证");
  });

  it("never lets what was written become part of the page", async () => {
    const attacks = [
      '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
      "[x](javascript:window.hit=1) <a href='javascript:window.hit=1'>y</a>",
      "![i](https://evil.example/leak.png)",
      "```html\n<script>window.hit=1</script>\n```",
      "| <svg onload=window.hit=1> | b |\n|--|--|\n| <iframe srcdoc='x'> | 2 |",
    ].join("\n\n");
    const reply = say(attacks, {
      citations: [
        { title: "<b onclick=window.hit=1>t</b>", source: "javascript:window.hit=1", quote: "<i>q</i>" },
      ],
      actions: [{ label: "<u>l</u>", text: "x" }],
      notices: ["<script>window.hit=1</script>"],
    });
    await stage.open((_, progress) => {
      progress({ type: "text", delta: attacks });
      return reply;
    });
    await stage.ask("<script>window.hit=1</script>");
    await stage.page.locator(".sources summary").click();
    const bad = "main :is(script, img, iframe, svg:not(.icon), b, i:not(.dots i), u, a[href^='javascript'])";
    expect(await stage.page.locator(bad).count()).toBe(0);
    expect(await stage.page.evaluate("window.hit")).toBeUndefined();
    expect(await stage.answers.first().textContent()).toContain("<img src=x");
  });

  it("fits a phone of 360 pixels, with a wide table and a word without end", async () => {
    const wide = `| ${"很长的列名 | ".repeat(8)}\n|${"--|".repeat(8)}\n| ${"内容 | ".repeat(8)}\n\n${"长".repeat(300)}${"x".repeat(300)}`;
    await stage.open(() => ({ ...ANSWER, text: `${ANSWER.text}\n\n${wide}` }), { width: 360 });
    expect(await stage.page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await stage.ask(`很长的问题${"y".repeat(200)}`);
    await stage.page.locator(".sources summary").click();
    expect(await stage.page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  it.each(["light", "dark"] as const)("can be read in the %s", async (colorScheme) => {
    await stage.open(() => ({ ...ANSWER, escalation: { category: "x", contacts: ["120"] } }), {
      colorScheme,
    });
    expect(await faintWords(stage.page)).toEqual([]);
    await stage.ask("出生证");
    await stage.page.locator(".sources summary").click();
    expect(await faintWords(stage.page)).toEqual([]);
    await stage.page.getByRole("button", { name: colorScheme === "dark" ? "换成浅色" : "换成深色" }).click();
    expect(await stage.page.locator("html").getAttribute("data-theme")).toBe(
      colorScheme === "dark" ? "light" : "dark",
    );
    expect(await faintWords(stage.page)).toEqual([]);
    await stage.page.reload();
    expect(await stage.page.locator("html").getAttribute("data-theme")).toBe(
      colorScheme === "dark" ? "light" : "dark",
    );
  });
});
