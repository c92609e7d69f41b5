import { afterEach, describe, expect, it } from "vitest";
import { sizeOf } from "../../src/adapters/measure.ts";
import type { Adapter, Delivery, Receive } from "../../src/core/adapter.ts";
import type { IncomingMessage } from "../../src/core/message.ts";
import { say, type Reply } from "../../src/core/reply.ts";

/** What became of an event, as the platform saw it. */
export type Outcome = "taken" | "refused" | "ignored";

/** One platform with a person in front of it; `Event` is whatever that platform would send. */
export interface AdapterFixture<Event = unknown> {
  readonly adapter: Adapter;
  /** What the platform sends when a person says this to the bot; each call is a new event. */
  speak(text: string): Event;
  /** What the platform sends for the bot's own words, where it sends any. */
  echo?(text: string): Event;
  /** Brings an event, or brings the very same one again. Resolves with the platform's view of it. */
  deliver(event: Event): Promise<Outcome>;
  /** The pieces people have seen, oldest first; waits until there are at least so many. */
  shown(atLeast: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

const HOSTILE: Readonly<Record<string, string>> = {
  "control characters": "a\u0000b\u0007c\u001b[31md\u007f\r\ne",
  "turned directions": "价格 \u202e001\u202c 元 \u2067שלום\u2069",
  "lone surrogates": "x\ud83dy\udc00z",
  "joined emoji": "👨‍👩‍👧‍👦🏳️‍🌈".repeat(400),
  "marks that never close": `**[${"*_`~[](".repeat(300)}\n\`\`\`js\n| a | b |\n|--|`,
  "calls and scripts": "@所有人 <!channel> <@U1> <script>alert(1)</script> [x](javascript:alert(1))",
  "ten thousand lines": "一行\n".repeat(10_000),
};

// what any platform lets a person type at once
const TYPED_CHARS = 1_500;

/** Promises that every adapter keeps. A new platform adds one call, not one suite. */
export function adapterContract<Event>(name: string, open: () => Promise<AdapterFixture<Event>>): void {
  describe(`${name}: what every adapter promises`, () => {
    let stage: Stage<Event> | undefined;
    const begin = async (receive?: Receive): Promise<Stage<Event>> => {
      stage = await setStage(await open(), receive);
      return stage;
    };
    afterEach(async () => {
      await stage?.fixture.adapter.stop();
      await stage?.fixture.close();
      stage = undefined;
    });
    incoming(begin);
    outgoing(begin);
  });
}

interface Stage<Event> {
  readonly fixture: AdapterFixture<Event>;
  readonly received: IncomingMessage[];
  /** Has a person ask, and gives the message as the bot got it. */
  ask(text: string): Promise<IncomingMessage>;
  answer(message: IncomingMessage, reply: Reply): Promise<readonly Delivery[]>;
}

type Begin<Event> = (receive?: Receive) => Promise<Stage<Event>>;

async function setStage<Event>(fixture: AdapterFixture<Event>, receive?: Receive): Promise<Stage<Event>> {
  const received: IncomingMessage[] = [];
  const ids = new Set<string>();
  const store: Receive = async (message) => {
    received.push(message);
    if (ids.has(message.id)) return "duplicate";
    ids.add(message.id);
    return "stored";
  };
  await fixture.adapter.start(receive ?? store);
  return {
    fixture,
    received,
    async ask(text) {
      expect(await fixture.deliver(fixture.speak(text))).toBe("taken");
      const message = received.at(-1);
      if (!message) throw new Error("nothing was received");
      return message;
    },
    async answer(message, reply) {
      const pieces = fixture.adapter.render(reply, message);
      const deliveries = pieces.map((piece, index) => ({
        ...piece,
        key: `${message.id}/${index + 1}`,
        message,
        isDoubtful: false,
      }));
      for (const delivery of deliveries) await fixture.adapter.send(delivery);
      return deliveries;
    },
  };
}

function incoming<Event>(begin: Begin<Event>): void {
  it("takes a question only once it is stored", async () => {
    const stored = Promise.withResolvers<"stored">();
    const asked = Promise.withResolvers<void>();
    const { fixture } = await begin((message) => {
      if (message.text !== "慢的") return Promise.resolve("stored");
      asked.resolve();
      return stored.promise;
    });
    let outcome: Outcome | undefined;
    const delivered = fixture.deliver(fixture.speak("慢的")).then((seen) => (outcome = seen));
    await asked.promise;
    // the whole way there and back of another event: time enough for a hasty yes
    expect(await fixture.deliver(fixture.speak("快的"))).toBe("taken");
    expect(outcome).toBeUndefined();
    stored.resolve("stored");
    expect(await delivered).toBe("taken");
  });

  it("tells the platform when a question could not be stored", async () => {
    const { fixture } = await begin(() => Promise.reject(new Error("disk full")));
    expect(await fixture.deliver(fixture.speak("办证要什么"))).toBe("refused");
  });

  it("gives the same event the same id, and another event another one", async () => {
    const { fixture, received } = await begin();
    const event = fixture.speak("第一个问题");
    await fixture.deliver(event);
    await fixture.deliver(event);
    await fixture.deliver(fixture.speak("第二个问题"));
    const [first, again, second] = received.length === 2 ? [received[0], received[0], received[1]] : received;
    expect(again?.id).toBe(first?.id);
    expect(second?.id).not.toBe(first?.id);
  });

  it("makes a message that is plain data and says who spoke to whom", async () => {
    const { fixture, ask } = await begin();
    const message = await ask("医保怎么报销");
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
    expect(message).toMatchObject({ platform: fixture.adapter.name, kind: "text", text: "医保怎么报销" });
    expect(message.mentions.self || !message.conversation.isGroup).toBe(true);
    expect(message.author).toMatchObject({ isBot: false, isSelf: false });
    expect(message.author.id).not.toBe("");
    expect(message.conversation.key).toContain(`${message.platform}:${message.account}:`);
  });

  it("does not take its own words for a question", async () => {
    const { fixture, received } = await begin();
    if (!fixture.echo) return;
    await fixture.deliver(fixture.echo("我是机器人说的话"));
    expect(received.filter((message) => !message.author.isSelf)).toEqual([]);
  });

  it("takes hostile words as words", async () => {
    const { ask } = await begin();
    for (const text of Object.values(HOSTILE)) {
      const message = await ask(`问${text}`.slice(0, TYPED_CHARS).toWellFormed());
      expect(JSON.parse(JSON.stringify(message))).toEqual(message);
      expect(message.text.isWellFormed()).toBe(true);
      expect(message.text).not.toContain("\u0000");
    }
  });

  it("takes nothing after it was stopped, and can be stopped twice", async () => {
    const { fixture, received } = await begin();
    await fixture.adapter.stop();
    await fixture.adapter.stop();
    expect(await fixture.deliver(fixture.speak("还在吗"))).not.toBe("taken");
    expect(received).toEqual([]);
  });
}

function outgoing<Event>(begin: Begin<Event>): void {
  it("shows a short reply whole, in one piece", async () => {
    const { fixture, ask, answer } = await begin();
    await answer(await ask("几点上班"), say("周一至周五 9:00 到 17:00。"));
    expect(await fixture.shown(1)).toEqual([expect.stringContaining("周一至周五 9:00 到 17:00。")]);
  });

  it("cuts a long reply into pieces within its limits that hold all of it", async () => {
    const { fixture, ask, answer } = await begin();
    const { limits } = fixture.adapter;
    const text = sentencesWithin(limits);
    const sent = await answer(await ask("请详细说"), say(text));
    for (const { text } of sent) expect(sizeOf(text, limits.unit)).toBeLessThanOrEqual(limits.maxPiece);
    const shown = await fixture.shown(sent.length);
    for (const piece of shown) expect(sizeOf(piece, limits.unit)).toBeLessThanOrEqual(limits.maxPiece);
    expect(spoken(shown.join("\n"))).toContain(spoken(text));
  });

  it("never sends more pieces than the platform takes", async () => {
    const { fixture, ask, answer } = await begin();
    const { limits } = fixture.adapter;
    const sent = await answer(await ask("全部"), say("很长的一句话。\n".repeat(20_000)));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(limits.maxPieces);
    for (const { text } of sent) expect(sizeOf(text, limits.unit)).toBeLessThanOrEqual(limits.maxPiece);
  });

  it("shows the same piece once, however often it is sent", async () => {
    const { fixture, ask, answer } = await begin();
    const [piece] = await answer(await ask("第一问"), say("第一答。"));
    if (!piece) throw new Error("no piece was made");
    await fixture.adapter.send(piece);
    await fixture.adapter.send({ ...piece, isDoubtful: true });
    await answer(await ask("第二问"), say("第二答。"));
    const shown = await fixture.shown(2);
    expect(shown.filter((text) => text.includes("第一答。"))).toHaveLength(1);
    expect(shown.at(-1)).toContain("第二答。");
  });

  it("still brings out answers after it was stopped", async () => {
    const { fixture, ask, answer } = await begin();
    const message = await ask("最后一问");
    await fixture.adapter.stop();
    await answer(message, say("最后一答。"));
    expect(await fixture.shown(1)).toEqual([expect.stringContaining("最后一答。")]);
  });

  it("brings out a reply with everything in it, and hostile words, without failing", async () => {
    const { fixture, ask, answer } = await begin();
    let pieces = (await answer(await ask("都给我"), EVERYTHING)).length;
    for (const text of Object.values(HOSTILE)) pieces += (await answer(await ask("再来"), say(text))).length;
    expect(pieces).toBeGreaterThan(Object.keys(HOSTILE).length);
    expect(await fixture.shown(pieces)).toHaveLength(pieces);
  });
}

const EVERYTHING: Reply = say("**请拨打 120。**\n\n| 科室 | 位置 |\n|--|--|\n| 急诊 | 1 层 |\n\n见[1]。", {
  citations: [{ title: "指南", source: "https://example.gov.cn/a", article: "第三条", quote: "原文" }],
  asks: ["您在哪个城市？"],
  actions: [{ label: "转人工", text: "转人工" }],
  files: [{ name: "笔录.docx", fileId: "f-1", mime: "application/octet-stream" }],
  escalation: { category: "stroke", contacts: ["120"] },
  handover: { to: "12345", reason: "人工核实" },
  notices: ["本内容由 AI 生成"],
});

/** A text that needs several pieces where the platform has a limit, and fits into the number it takes. */
function sentencesWithin({ maxPiece, maxPieces, unit }: Adapter["limits"]): string {
  const sizeOfSentence = sizeOf("第 0000 句话，写得不长。", unit);
  const pieces = Number.isFinite(maxPieces) ? Math.max(1, Math.min(maxPieces, 3)) : 3;
  // leave a third free for marks around the pieces and breaks between sentences
  const room = Number.isFinite(maxPiece) ? maxPiece * pieces * 0.66 : 60_000;
  const count = Math.floor(room / sizeOfSentence);
  return Array.from({ length: count }, (_, at) => `第 ${String(at).padStart(4, "0")} 句话，写得不长。`).join(
    "",
  );
}

/** Only letters and digits, so that marks and breaks do not count. */
const spoken = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
