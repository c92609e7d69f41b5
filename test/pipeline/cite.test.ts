import { describe, expect, it } from "vitest";
import { NOBODY } from "../../src/core/principal.ts";
import type { Turn } from "../../src/core/turn.ts";
import { citationsOf, lookUpWords } from "../../src/law-words.ts";
import { cite, type CiteOptions } from "../../src/pipeline/cite.ts";
import { pipeline } from "../../src/pipeline/handle.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { openStatuteStore } from "../../src/store/sqlite/statutes.ts";
import { ingestStatutes, openStatutes } from "../../src/statutes/index.ts";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { tempFolder } from "../commands/run.ts";
import { answer, message } from "../samples.ts";
import { ownLaws } from "../statutes/own-laws.ts";

const TODAY = "2026-11-23";
const desk = openStatutes();

const DESK = {
  id: "desk",
  name: { zh: "窗口", en: "Desk" },
  purpose: { zh: "办事", en: "matters" },
  rooms: [],
  keywords: [],
};

const turn: Turn = {
  message: message("x"),
  text: "x",
  language: "zh",
  today: TODAY,
  principal: NOBODY,
  agent: "desk",
  history: [],
  known: {},
  signal: new AbortController().signal,
  progress: () => undefined,
};

/** What a person reads when an agent says this, with the statuses that were counted. */
async function send(
  text: string,
  {
    mode = "model" as "model" | "offline",
    language = "zh" as "zh" | "en",
    ...more
  }: Partial<CiteOptions> & {
    readonly mode?: "model" | "offline";
    readonly language?: "zh" | "en";
  } = {},
) {
  const counted: string[] = [];
  const failures: unknown[] = [];
  const step = cite({
    checkCitations: (words, today, lang) => citationsOf(desk, words, lang, today),
    onCitation: (status) => counted.push(status),
    onUnknownFailure: (error) => failures.push(error),
    ...more,
  });
  const reply = await step({ ...turn, language }, async () => answer(text, { mode }));
  return { text: reply?.text, notices: reply?.notices, counted, failures };
}

describe("an answer that a model wrote", () => {
  it("passes unchanged where what it cites is right", async () => {
    const text =
      "依据《行政处罚法》第四十四条，作出决定之前应当告知当事人拟作出的行政处罚内容及事实、理由、依据。";
    expect(await send(text)).toEqual({ text, notices: [], counted: ["ok"], failures: [] });
  });

  it("has an article marked that is cited for the elements of a decision and does not speak of them", async () => {
    const text =
      "根据《行政处罚法》第四十四条的规定，行政处罚决定书应当载明当事人的姓名或者名称、地址，行政处罚的种类和依据。";
    const { text: sent, notices, counted } = await send(text);
    expect(sent).toContain("《行政处罚法》第四十四条（未核实：");
    expect(sent).toContain("第五十九条");
    expect(notices?.[0]).toContain("1 处法律引用没有通过核对");
    expect(counted).toEqual(["does_not_say_so"]);
  });

  it("has every invented article marked where it stands", async () => {
    const { text, counted } = await send("按《行政处罚法》第二百条，还有《劳动合同法》第三百条，可以拒绝。");
    expect(text).toMatch(/第二百条（未核实：[^）]+（[^）]*）[^）]*），还有《劳动合同法》第三百条（未核实：/);
    expect(text).toMatch(/可以拒绝。$/);
    expect(counted).toEqual(["no_article", "no_article"]);
  });

  it("has a national law marked that does not exist, and a local rule left alone", async () => {
    expect((await send("依据《中华人民共和国灯笼管理法》第三条，不得悬挂。")).text).toContain("（未核实：");
    const local = "依据《广州市市容环境卫生管理规定》第三条，不得悬挂。";
    expect(await send(local)).toMatchObject({ text: local, notices: [], counted: ["unknown_law"] });
  });

  it("tells an English reader in English", async () => {
    const { text, notices } = await send("See 《行政处罚法》第二百条.", { language: "en" });
    expect(text).toContain("第二百条 (unverified: ");
    expect(notices?.[0]).toContain("did not pass the check");
  });

  it("is counted by status where an operator looks", async () => {
    const metrics = createMetrics(() => ({ waiting: 0, running: 0 }));
    await send("按《行政处罚法》第二百条、第五十九条。", { onCitation: metrics.cited });
    const shown = await metrics.text();
    expect(shown).toContain('bangban_citations_total{status="no_article"} 1');
    expect(shown).toContain('bangban_citations_total{status="ok"} 1');
  });

  it("goes out as it is when the check itself fails, and the failure is told", async () => {
    const broken = new Error("no ledger");
    const checkCitations = () => {
      throw broken;
    };
    const sent = await send("见《行政处罚法》第二百条。", { checkCitations });
    expect(sent).toMatchObject({ text: "见《行政处罚法》第二百条。", failures: [broken] });
  });
});

describe("the whole way of a message", () => {
  const openWay = () => {
    const store = openSqliteStore(tempFolder());
    const handle = pipeline(
      {
        onUnknownFailure: () => undefined,
        users: {},
        rooms: {},
        defaultRole: "citizen",
        rate: { burst: 10, everyMs: 1 },
        now: () => 0,
        memory: store.memory,
        auditLog: store.audit,
        agentsFor: () => [DESK],
        status: async () => DESK.name,
        fit: async () => new Map(),
        today: () => TODAY,
        checkCitations: (words, today, lang) => citationsOf(desk, words, lang, today),
        lookUp: (words, lang, today) => lookUpWords(desk, words, lang, today),
      },
      async () => answer("见《行政处罚法》第二百条。", { mode: "model" }),
    );
    const say = (text: string) => handle(message(text), { signal: turn.signal, progress: () => undefined });
    return { store, say };
  };

  it("marks an invented article in what is sent and in what is remembered", async () => {
    const { store, say } = openWay();
    const sent = await say("罚款依据哪一条");
    expect(sent?.text).toContain("第二百条（未核实：");
    expect((await store.memory.exchanges("test:bot:r1")).at(-1)?.answer).toBe(sent?.text);
    await store.close();
  });

  it("answers /lookup without an agent, and says how to use it", async () => {
    const { store, say } = openWay();
    expect(await say("/lookup 行政处罚法 59")).toMatchObject({ agent: "", mode: "rule" });
    expect((await say("/lookup 行政处罚法 59"))?.text).toContain(
      "《中华人民共和国行政处罚法》第五十九条 · 有效",
    );
    expect((await say("/lookup"))?.text).toContain("/lookup 行政处罚法 59");
    expect((await say("/lookup 灯笼管理法 2"))?.text).toContain("没有找到“灯笼管理法”");
    await store.close();
  });
});

describe("a quotation from a checked source", () => {
  it("is counted and not touched", async () => {
    const text = "《行政处罚法》第二百条、第四十四条";
    expect(await send(text, { mode: "offline" })).toMatchObject({
      text,
      notices: [],
      counted: ["no_article", "ok"],
    });
  });
});

describe("/lookup", () => {
  const store = openStatuteStore(`${tempFolder()}/statutes.db`);
  ingestStatutes(ownLaws(), store, { today: TODAY, collection: "own" });
  const own = openStatutes(store);

  it.each(["行政处罚法 59", "行政处罚法第五十九条", "《中华人民共和国行政处罚法》第59条"])(
    "finds the article behind %s, and says that its words are not here",
    (words) => {
      const said = lookUpWords(desk, words, "zh", TODAY);
      expect(said).toContain("《中华人民共和国行政处罚法》第五十九条 · 有效");
      expect(said).toContain("2021-07-15 起施行");
      expect(said).toContain("--as statutes");
    },
  );

  it("shows the text, both editions and what changed", () => {
    const said = lookUpWords(own, "灯笼管理法 2", "zh", TODAY);
    expect(said).toContain("（三）冰灯笼。");
    expect(said).toContain("2019-05-01 起施行，2024-09-01 起失效");
    expect(said).toMatch(/与上一文本相比.*灯笼分为以下［-两-］［\+三\+］类/s);
  });

  it("does not compare an article with another that bore its number", () => {
    const said = lookUpWords(own, "灯笼管理法 3", "zh", TODAY);
    expect(said).toContain("灯芯高度不得超过两寸");
    expect(said).toContain("条号可能已经变动");
    expect(said).not.toContain("［-");
  });

  it("shows a law without an article, by its editions", () => {
    expect(lookUpWords(own, "灯笼管理法", "en", TODAY)).toContain("in force from 2024-09-01");
  });

  it("says in one sentence where a law was looked for", () => {
    expect(lookUpWords(desk, "灯笼管理法 2", "zh", TODAY)).toMatch(/没有找到“灯笼管理法”。查的是LawRefBook/);
  });
});
