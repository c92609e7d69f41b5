import { afterEach, describe, expect, it } from "vitest";
import { findFences } from "../../../src/adapters/spans.ts";
import type { IncomingMessage } from "../../../src/core/message.ts";
import { say } from "../../../src/core/reply.ts";
import { isJson } from "../../fakes/slack-blocks.ts";
import type { Json } from "../../fakes/slack-state.ts";
import { reply } from "./hand.ts";
import { NASTY } from "./nasty.ts";
import { OFFICE, openStage, type SlackStage } from "./stage.ts";

let stage: SlackStage;
afterEach(() => stage.close());

const CALLS = /<[!@#]|@(?:channel|here|everyone|all|所有人)(?![\p{L}\p{N}_])/iu;
// far more than any of them needs; a careless expression takes minutes over "hostile regular expression"
const MAX_MS = 2_000;

const markdownIn = (blocks: readonly Json[]): readonly string[] =>
  blocks.filter(isJson).flatMap(({ type, text }) => (type === "markdown" ? [String(text)] : []));

describe("nasty words", () => {
  it("come in as words: stored, well formed, whole", async () => {
    stage = await openStage();
    await stage.start();
    const anna = stage.person("U0ANNA");
    for (const [name, text] of Object.entries(NASTY)) {
      const before = performance.now();
      // a person's angle brackets arrive escaped; Slack's own marks do not
      for (const typed of [
        text,
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      ]) {
        await anna.write(typed);
        const message = stage.received.at(-1);
        expect(message?.id, name).toContain(stage.slack.workspace.messages.at(-1)?.ts);
        expect(JSON.parse(JSON.stringify(message)), name).toEqual(message);
        expect(message?.text.isWellFormed(), name).toBe(true);
        expect(message?.text, name).not.toContain("\u0000");
      }
      expect(performance.now() - before, name).toBeLessThan(MAX_MS);
    }
    expect(stage.problems).toEqual([]);
  });

  it.each(["rule", "model"] as const)(
    "go out in a reply by %s: shown, within limits, calling nobody",
    async (mode) => {
      stage = await openStage();
      await stage.start();
      await stage.person("U0ANNA").write("<@U0BOT> 说", { channel: OFFICE });
      const [message] = stage.received;
      if (!message) throw new Error("nothing came in");
      for (const [name, text] of Object.entries(NASTY)) {
        const before = performance.now();
        await say1(message, name, text, mode);
        expect(performance.now() - before, name).toBeLessThan(MAX_MS);
      }
    },
  );
});

async function say1(
  message: IncomingMessage,
  name: string,
  text: string,
  mode: "rule" | "model",
): Promise<void> {
  const { messages } = stage.slack.workspace;
  const before = messages.length;
  await reply(stage, { ...message, id: `${message.id}-${mode}-${name}` }, say(text, { mode, agent: "x" }));
  const said = messages.slice(before);
  expect(said.length, name).toBeGreaterThan(0);
  for (const { shown, blocks, text: fallback } of said) {
    expect(shown.length, name).toBeLessThanOrEqual(12_000);
    expect(shown.trim(), name).not.toBe("");
    expect(shown.isWellFormed(), name).toBe(true);
    expect(CALLS.test(`${shown} ${fallback}`), `${name}: ${CALLS.exec(`${shown} ${fallback}`)?.[0]}`).toBe(
      false,
    );
    for (const markdown of markdownIn(blocks)) expect(openFences(markdown), name).toBe(0);
    if (mode === "model") expect(shown, name).not.toMatch(/\]\(https?:/u);
    expect(shown, name).not.toMatch(/\]\((?:javascript|data|file|slack):/iu);
  }
}

/** Blocks of code that are not closed where the piece ends. */
const openFences = (markdown: string): number =>
  findFences(`${markdown}\n`).filter(({ bodyEnd }) => bodyEnd > markdown.length).length;
