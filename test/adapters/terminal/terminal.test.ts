import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createTerminalAdapter } from "../../../src/adapters/terminal/adapter.ts";
import type { TerminalOptions } from "../../../src/adapters/terminal/options.ts";
import { createReveal } from "../../../src/adapters/terminal/reveal.ts";
import { BotError } from "../../../src/core/errors.ts";
import type { IncomingMessage } from "../../../src/core/message.ts";
import { say, type Reply } from "../../../src/core/reply.ts";
import type { OnProgress } from "../../../src/core/turn.ts";

type Script = (message: IncomingMessage, progress: OnProgress) => Promise<Reply | null> | Reply | null;

/** A terminal with a bot behind it that answers by a script. */
async function open(
  script: Script,
  { isTTY = false, ...more }: { isTTY?: boolean } & Partial<TerminalOptions> = {},
) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY });
  let text = "";
  const waiting: { readonly words: string; readonly resolve: () => void }[] = [];
  output.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    for (const one of waiting) if (text.includes(one.words)) one.resolve();
  });
  const received: IncomingMessage[] = [];
  const terminal = createTerminalAdapter({
    input,
    output,
    session: "s",
    color: false,
    now: () => 0,
    ...more,
  });
  const answer = async (message: IncomingMessage, progress: OnProgress): Promise<void> => {
    const reply = await script(message, progress);
    if (reply) {
      const [piece] = terminal.render(reply, message);
      if (piece) await terminal.send({ ...piece, key: `${message.id}/1`, message, isDoubtful: false });
    }
    progress({ type: "done" });
  };
  await terminal.start(async (message, progress = () => undefined) => {
    received.push(message);
    if (message.text === "坏") {
      throw new BotError("data.unwritable", "x", { forUser: { zh: "磁盘满了。", en: "Disk full." } });
    }
    void answer(message, progress);
    return "stored";
  });
  return {
    terminal,
    received,
    type: (line: string) => void input.write(line),
    end: () => void input.end(),
    text: () => text,
    /** Resolves once these words are on the screen. */
    seen: (words: string) =>
      new Promise<void>((resolve) => {
        if (text.includes(words)) resolve();
        else waiting.push({ words, resolve });
      }),
  };
}

describe("a pipe into the terminal", () => {
  it("answers a question a line, in order, and ends when all is answered", async () => {
    const { terminal, type, end, text } = await open(async (message) => {
      // the first takes longest: the others wait for it
      const turns = message.text === "一" ? 3 : 1;
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return say(`答${message.text}`, { citations: [{ title: "指南", source: "指南" }] });
    });
    type("一\n\n二\n三");
    end();
    await terminal.left;
    const sources = "\n\n来源：\n[1] 指南\n\n";
    expect(text()).toBe(`答一${sources}答二${sources}答三${sources}`);
  });

  it("goes on after a question that was rightly left unanswered, and after one that was not stored", async () => {
    const { terminal, type, end, text } = await open((message) => (message.text === "静" ? null : say("好")));
    type("静\n坏\n问\n");
    end();
    await terminal.left;
    expect(text()).toBe("磁盘满了。\n好\n\n");
  });

  it("ends at /quit", async () => {
    const { terminal, type, received } = await open(() => say("好"));
    type("一\n/quit\n二\n");
    await terminal.left;
    expect(received.map(({ text }) => text)).toEqual(["一"]);
  });
});

describe("a person at the terminal", () => {
  it("sees the words as they come, then the sources, and nothing twice", async () => {
    const go = Promise.withResolvers<void>();
    const screen = await open(
      async (_, progress) => {
        progress({ type: "working", words: "正在整理" });
        progress({ type: "text", delta: "由**医院**签发。一般" });
        await go.promise;
        progress({ type: "text", delta: "出院前办。" });
        return say("由**医院**签发。一般出院前办。", { notices: ["由 AI 整理"] });
      },
      { isTTY: true },
    );
    screen.type("问\r");
    await screen.seen("由医院签发。");
    expect(screen.text()).toContain("正在整理\r\u001b[2K");
    expect(screen.text()).not.toContain("一般");
    go.resolve();
    await screen.seen("（由 AI 整理）");
    expect(screen.text()).toContain("由医院签发。一般出院前办。\n\n（由 AI 整理）\n");
    expect(screen.text().split("由医院签发").length).toBe(2);
  });

  it("picks a choice by its number", async () => {
    const screen = await open(
      (message) => say(`听到：${message.text}`, { actions: [{ label: "转人工", text: "请转人工" }] }),
      {
        isTTY: true,
      },
    );
    screen.type("问\r");
    await screen.seen("1) 转人工");
    screen.type("1\r");
    await screen.seen("听到：请转人工");
    screen.type("9\r");
    await screen.seen("听到：9");
  });

  it("stops the answer with Ctrl-C, and leaves with another", async () => {
    const stopped = Promise.withResolvers<void>();
    const screen = await open(
      async (message, progress) => {
        if (message.kind === "stop") stopped.resolve();
        else progress({ type: "working", words: "正在整理" });
        await stopped.promise;
        return null;
      },
      { isTTY: true },
    );
    screen.type("慢\r");
    await screen.seen("正在整理");
    screen.type("\u0003");
    await screen.seen("已停止。");
    expect(screen.received.at(-1)).toMatchObject({ kind: "stop", targetMessageId: screen.received[0]?.id });
    await stopped.promise;
    screen.type("\u0003");
    await screen.terminal.left;
  });

  it("is reminded of a question that an earlier run left", async () => {
    const screen = await open(() => null, { isTTY: true });
    const message = { ...(await messageOf("旧问题")), id: "terminal-old-1" };
    const [piece] = screen.terminal.render(say("迟到的回答"), message);
    if (!piece) throw new Error("no piece");
    await screen.terminal.send({ ...piece, key: "old/1", message, isDoubtful: true });
    expect(screen.text()).toContain("您先前问：旧问题\n迟到的回答\n");
  });

  it("is shown where a file lies, and no escape sequence of an answer's", async () => {
    const file = { name: "笔录.docx", fileId: "f-1", mime: "" };
    const screen = await open(() => say("看\u001b[2J这里", { files: [file] }), {
      fileWords: ({ name, fileId }) => `${name} → data/files/${fileId}`,
    });
    screen.type("问\n");
    await screen.seen("文件：笔录.docx → data/files/f-1");
    expect(screen.text()).not.toContain("\u001b");
  });
});

async function messageOf(line: string): Promise<IncomingMessage> {
  const screen = await open(() => null);
  await screen.terminal.hear({ session: "s", user: "u", conversation: "c", number: 1, line, atMs: 0 });
  const [message] = screen.received;
  if (!message) throw new Error("nothing was received");
  return message;
}

describe("words that come while they are written", () => {
  it.each([
    ["whole sentences", "先去医院。再去派出所。最后", "先去医院。再去派出所。"],
    ["no half stress", "请带**身份证。原件**来。", "请带身份证。原件来。"],
    ["no table before it is whole", "看：\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n", "看："],
  ])("show %s", (_, source, shown) => {
    const reveal = createReveal();
    const said = [...source].map((sign) => reveal.more(sign)).join("");
    expect(said.trimEnd()).toBe(shown);
  });

  it("are followed by the rest of the answer, or by the whole of another one", () => {
    const reveal = createReveal();
    reveal.more("一句。半");
    expect(reveal.rest("一句。半句。")).toBe("半句。");
    expect(reveal.rest("别的话。")).toBe("\n\n别的话。");
  });
});
