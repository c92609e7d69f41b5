import { describe, expect, it } from "vitest";

interface Turn {
  readonly key: string;
  readonly id: string | null;
  readonly text: string;
  readonly state: string;
}

interface Talk {
  readonly turns: readonly Turn[];
  readonly running: readonly Turn[];
  ask(text: string): Turn;
  taken(key: string, id: string): void;
  mark(turn: Turn, state: string): void;
  hear(said: { readonly kind: "question" | "reply"; readonly event: object }): void;
  recall(past: readonly { kind: "question" | "reply"; event: object }[], running: readonly string[]): void;
  progress(event: object): void;
  replyTo(turn: Turn): { readonly text: string } | undefined;
  liveOf(turn: Turn): { readonly partial: string };
}

// the part of the page that knows what was said needs no browser
const script = new URL("../../src/web/talk.js", import.meta.url).href;
const { Talk }: { Talk: new (onChange: (turn: Turn, isFinished: boolean) => void) => Talk } = await import(
  script
);

const open = (): Talk => new Talk(() => undefined);
const question = (id: string, text: string, key?: string) => ({
  kind: "question" as const,
  event: { id, text, atMs: Date.now(), ...(key && { key }) },
});
const reply = (id: string, text: string) => ({
  kind: "reply" as const,
  event: { id, atMs: 1, reply: { text } },
});
const seen = (talk: Talk) => talk.turns.map((turn) => [turn.text, talk.replyTo(turn)?.text]);

describe("what the page knows of a talk", () => {
  it("is the same whichever comes first: the word that a question was taken, the question, the answer", () => {
    const steps = {
      taken: (talk: Talk, key: string) => talk.taken(key, "m1"),
      question: (talk: Talk, key: string) => talk.hear(question("m1", "问", key)),
      reply: (talk: Talk) => talk.hear(reply("m1", "答")),
    };
    const orders = [
      "taken question reply",
      "question reply taken",
      "reply question taken",
      "reply taken question",
    ];
    for (const order of orders) {
      const talk = open();
      const { key } = talk.ask("问");
      for (const step of order.split(" ")) if (step in steps) steps[stepName(step)](talk, key);
      expect(seen(talk)).toEqual([["问", "答"]]);
      expect(talk.running).toEqual([]);
    }
  });

  it("takes nothing twice when the past is told again", () => {
    const talk = open();
    const past = [question("m1", "一"), reply("m1", "答一"), question("m2", "二")];
    talk.recall(past, ["m2"]);
    talk.recall(past, ["m2"]);
    talk.hear(reply("m2", "答二"));
    talk.hear(reply("m2", "答二"));
    expect(seen(talk)).toEqual([
      ["一", "答一"],
      ["二", "答二"],
    ]);
  });

  it("knows its own question again when only the word of its arrival was lost", () => {
    const talk = open();
    talk.mark(talk.ask("问"), "failed");
    talk.recall([question("m1", "问"), reply("m1", "答")], []);
    expect(seen(talk)).toEqual([["问", "答"]]);
  });

  it("puts streamed words where they belong, even when they are told again", () => {
    const talk = open();
    talk.taken(talk.ask("问").key, "m1");
    const words = [
      { at: 0, delta: "甲乙" },
      { at: 2, delta: "丙" },
      { at: 0, delta: "甲乙丙" },
      { at: 3, delta: "丁" },
    ];
    for (const part of words) talk.progress({ messageId: "m1", type: "text", ...part });
    expect(talk.turns.map((turn) => talk.liveOf(turn).partial)).toEqual(["甲乙丙丁"]);
  });

  it("waits for no answer that will not come", () => {
    const talk = open();
    talk.taken(talk.ask("静").key, "m1");
    talk.progress({ messageId: "m1", type: "done" });
    expect(talk.turns[0]?.state).toBe("silent");
    talk.recall([{ kind: "question", event: { id: "m0", text: "旧", atMs: 0 } }, question("m2", "新")], []);
    expect(talk.running.map(({ text }) => text)).toEqual(["新"]);
  });
});

const stepName = (step: string): "taken" | "question" | "reply" =>
  step === "taken" || step === "question" ? step : "reply";
