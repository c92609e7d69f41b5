import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BotError } from "../../src/core/errors.ts";
import type { IncomingMessage } from "../../src/core/message.ts";
import type { Role } from "../../src/core/principal.ts";
import type { Next, OnProgress, Turn } from "../../src/core/turn.ts";
import { pipeline } from "../../src/pipeline/handle.ts";
import type { PipelineOptions } from "../../src/pipeline/index.ts";
import type { Candidate } from "../../src/pipeline/route.ts";
import type { Store } from "../../src/store/port.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { answer, groupMessage, message } from "../samples.ts";

const WINDOW: Candidate = {
  id: "window",
  name: { zh: "办事窗口", en: "Window" },
  purpose: { zh: "办事", en: "matters" },
  rooms: [],
  keywords: ["出生证", "birth certificate"],
};
const HOSPITAL: Candidate = {
  ...WINDOW,
  id: "hospital",
  name: { zh: "导诊", en: "Nurse" },
  keywords: ["挂号", "科室"],
};
const OFFICERS: Candidate = { ...WINDOW, id: "officers", keywords: ["笔录"] };
const AUDIENCE: Readonly<Record<string, readonly Role[]>> = {
  window: ["citizen", "officer"],
  hospital: ["citizen"],
  officers: ["officer"],
};

let dir: string;
let store: Store;
let clock: number;
let failures: unknown[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "bangban-pipeline-"));
  store = openSqliteStore(dir);
  clock = 0;
  failures = [];
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true });
});

const echo: Next = async ({ text, agent }) => answer(`re: ${text}`, { agent });

/** The pipeline with its real steps over a real store; `ask` returns what a person would read. */
function open(
  last: Next = echo,
  packs: readonly Candidate[] = [WINDOW],
  more: Partial<PipelineOptions> = {},
) {
  const handle = pipeline(
    {
      onUnknownFailure: (error) => failures.push(error),
      users: { "test:officer": ["officer"], "test:bot:auditor": ["auditor"], "test:blocked": ["none"] },
      rooms: {
        "test:officers-room": { allow: ["officer"], agents: ["officers"] },
        "test:citizens-room": { allow: ["citizen"], agents: [] },
      },
      defaultRole: "citizen",
      rate: { burst: 100, everyMs: 1_000 },
      now: () => clock,
      memory: store.memory,
      auditLog: store.audit,
      agentsFor: ({ principal }) =>
        packs.filter(({ id }) => AUDIENCE[id]?.some((role) => principal.effectiveRoles.includes(role))),
      status: async () => ({ zh: "未接入大模型", en: "without a model" }),
      fit: async () => new Map(),
      today: () => "2026-11-23",
      ...more,
    },
    last,
  );
  const send = (incoming: IncomingMessage, progress: OnProgress = () => undefined) =>
    handle(incoming, { signal: new AbortController().signal, progress });
  const ask = async (incoming: IncomingMessage | string) =>
    (await send(typeof incoming === "string" ? message(incoming) : incoming))?.text;
  return { handle, send, ask };
}

describe("whom the bot answers", () => {
  it("answers a direct question", async () => {
    expect(await open().ask("孩子的出生证怎么办")).toBe("re: 孩子的出生证怎么办");
  });

  it("answers in a group only when it is mentioned", async () => {
    const { ask } = open();
    expect(await ask(groupMessage("今天吃什么", false))).toBeUndefined();
    expect(await ask(groupMessage("出生证怎么办", true))).toBe("re: 出生证怎么办");
  });

  it("stays silent for itself, for other bots and for what is no question", async () => {
    const { ask } = open();
    expect(await ask(message("echo", { author: { id: "b", isBot: false, isSelf: true } }))).toBeUndefined();
    expect(await ask(message("beep", { author: { id: "b", isBot: true, isSelf: false } }))).toBeUndefined();
    expect(await ask(message("", { kind: "open" }))).toBeUndefined();
  });

  it("says what to do with an empty message and with one that is too long", async () => {
    const { ask } = open();
    expect(await ask("  ")).toContain("请直接写下您的问题");
    expect(await ask("长".repeat(20_001))).toContain("一次最多 20000 字");
  });
});

describe("failures", () => {
  it("speaks the failure's own words in the person's language", async () => {
    const { ask } = open(async () => {
      throw new BotError("model.busy", "429 from host", {
        forUser: { zh: "模型忙", en: "The model is busy." },
      });
    });
    expect(await ask("怎么办")).toBe("模型忙");
    expect(await ask("what now?")).toBe("The model is busy.");
    expect(failures).toEqual([]);
  });

  it("never shows a failure that nobody foresaw, and logs it", async () => {
    const { ask } = open(async () => {
      throw new Error("ENOENT /etc/secret");
    });
    expect(await ask("怎么办")).toContain("请稍后再试");
    expect(failures).toHaveLength(1);
  });
});

describe("fair share", () => {
  it("answers the burst, asks the person to wait, and answers again later; others are not touched", async () => {
    const { ask } = open(echo, [WINDOW], { rate: { burst: 2, everyMs: 1_000 } });
    expect(await ask("q one")).toBe("re: q one");
    expect(await ask("q two")).toBe("re: q two");
    expect(await ask("q three")).toBe("You have reached the limit. Please try again in 1 s.");
    expect(await ask(message("q other", { user: "u2" }))).toBe("re: q other");
    clock += 1_000;
    expect(await ask("q four")).toBe("re: q four");
  });
});

describe("personal data", () => {
  const ID = "11010519491231002X";

  it("is hidden from all that lies below and comes back in a direct chat", async () => {
    const seen: Turn[] = [];
    const { send } = open(async (turn) => (seen.push(turn), answer(`您的号码是 ${turn.text}`)));
    const reply = await send(message(`我的身份证 ${ID}`));
    expect(seen[0]?.text).not.toContain(ID);
    expect(reply?.text).toContain(ID);
    expect(reply?.masked).toBe(1);
    expect(reply?.notices.join()).toContain("已隐去您消息里的 1 处个人信息");
    expect(JSON.stringify(await store.memory.exchanges("test:bot:r1"))).not.toContain(ID);
    expect(JSON.stringify(await store.audit.rows(0, 10))).not.toContain(ID);
  });

  it("is starred in a group, with the advice to write privately", async () => {
    const { send } = open();
    const reply = await send(groupMessage(`身份证 ${ID} 能办吗`));
    expect(reply?.text).not.toContain(ID);
    expect(reply?.notices.join()).toContain("私聊");
  });

  it("comes back in streamed text too, wherever the token is cut", async () => {
    const { send } = open(async (turn) => {
      for (const char of turn.text) turn.progress({ type: "text", delta: char });
      return answer(turn.text);
    });
    let streamed = "";
    await send(message(`电话 13812345678 对吗`), (event) => {
      if (event.type === "text") streamed += event.delta;
    });
    expect(streamed).toBe("电话 13812345678 对吗");
  });

  it("has the same token in the next turn, after a restart of the program", async () => {
    const texts: string[] = [];
    const last: Next = async (turn) => (texts.push(turn.text), answer("好"));
    await open(last).ask("13812345678 是我的");
    await open(last).ask("还是 13812345678");
    expect(texts[1]?.replace("还是 ", "")).toBe(texts[0]?.replace(" 是我的", ""));
  });
});

describe("emergencies", () => {
  it("are answered by rule, before any agent, and recorded", async () => {
    let asked = 0;
    const { send } = open(async () => ((asked += 1), answer("慢慢说")));
    const reply = await send(message("我爸突然嘴歪，话说不利索，右手没劲"));
    expect(reply?.text).toContain("120");
    expect(reply?.escalation?.contacts).toContain("120");
    expect(asked).toBe(0);
    expect((await store.audit.rows(0, 1))[0]?.body).toContain("escalation");
  });
});

describe("rights", () => {
  it("gives an officer's desk to officers only", async () => {
    const { ask } = open(echo, [OFFICERS]);
    expect(await ask(message("写笔录", { user: "officer" }))).toBe("re: 写笔录");
    expect(await ask(message("写笔录", { user: "somebody" }))).toContain("没有对您开放");
    expect(await ask(message("写笔录", { user: "blocked" }))).toContain("没有对您开放");
  });

  it("goes by ids and never by names", async () => {
    const { ask } = open(echo, [OFFICERS]);
    const posing = { id: "citizen7", name: "officer", isBot: false, isSelf: false };
    expect(await ask(message("写笔录", { author: posing }))).toContain("没有对您开放");
  });

  it("gives an officer in the citizens' room the citizens' answer", async () => {
    const { ask } = open(echo, [OFFICERS]);
    const inRoom = (room: string) => groupMessage("写笔录", true, { room, user: "officer" });
    expect(await ask(inRoom("officers-room"))).toBe("re: 写笔录");
    expect(await ask(inRoom("citizens-room"))).toContain("没有对您开放");
    expect(await ask(inRoom("a room nobody configured"))).toContain("没有对您开放");
  });

  it("treats a guest of another tenant as a citizen, whatever the roster says", async () => {
    const { ask } = open(echo, [OFFICERS]);
    const guest = { id: "officer", isBot: false, isSelf: false, externalTenant: "T2" };
    expect(await ask(message("写笔录", { author: guest }))).toContain("没有对您开放");
  });
});

describe("commands", () => {
  it("are answered without the agent, by slash or by word, in both languages", async () => {
    const { ask } = open(async () => answer("agent"));
    expect(await ask("帮助")).toContain("/forget");
    expect(await ask("/help")).toContain("直接写下");
    expect(await ask(message("help"))).toContain("Just write");
    expect(await ask("/状态")).toBe("未接入大模型");
    expect(await ask("/agents")).toContain("办事窗口");
    expect(await ask("/dance now please")).toContain("There is no command /dance");
  });

  it("lets /ask through as a question, and a platform's own slash command too", async () => {
    const { ask } = open();
    expect(await ask("/ask 怎么缴税")).toBe("re: 怎么缴税");
    expect(
      await ask(message("", { kind: "command", text: "x", command: { name: "ask", args: "怎么缴税" } })),
    ).toBe("re: 怎么缴税");
  });

  it("forgets a conversation on demand", async () => {
    const histories: number[] = [];
    const { ask } = open(async (turn) => (histories.push(turn.history.length), answer("好")));
    await ask("第一问");
    await ask("第二问");
    expect(await ask("忘记我")).toContain("删除了 2 轮问答");
    await ask("第三问");
    expect(histories).toEqual([0, 1, 0]);
  });
});

describe("memory", () => {
  it("brings what was said before in this conversation, and nothing from others", async () => {
    const histories: string[][] = [];
    const last: Next = async (turn) => {
      histories.push(turn.history.map(({ question }) => question));
      return answer("好");
    };
    const { ask } = open(last);
    await ask(message("甲的问题", { room: "a" }));
    await ask(message("乙的问题", { room: "b" }));
    await ask(message("甲又问", { room: "a" }));
    expect(histories).toEqual([[], [], ["甲的问题"]]);
  });

  it("keeps no failed turn", async () => {
    let round = 0;
    const histories: number[] = [];
    const { ask } = open(async (turn) => {
      histories.push(turn.history.length);
      if ((round += 1) === 1) throw new Error("x");
      return answer("好");
    });
    await ask("一");
    await ask("二");
    expect(histories).toEqual([0, 0]);
  });

  it("lets the older half go when it grows past its share", async () => {
    const histories: number[] = [];
    const last: Next = async (turn) => (histories.push(turn.history.length), answer("字".repeat(100)));
    const { ask } = open(last, [WINDOW], { memoryTokens: 300 });
    for (let round = 0; round < 8; round += 1) await ask(`第${round}问`);
    expect(histories).toEqual([0, 1, 2, 3, 4, 2, 3, 4]);
  });
});

describe("the city", () => {
  const places: (string | undefined)[] = [];
  const texts: string[] = [];
  const last: Next = async ({ known, text }) => {
    places.push(known.region);
    texts.push(text);
    return answer("您在哪个城市？");
  };
  beforeEach(() => {
    places.length = 0;
    texts.length = 0;
  });

  it("is taken from the question and kept for the talk", async () => {
    const { ask } = open(last);
    await ask("济南的居住证在哪办");
    await ask("要带什么");
    await ask("How about Hangzhou?");
    expect(places).toEqual(["济南", "济南", "杭州"]);
  });

  it("completes the question before when it comes alone", async () => {
    const { ask } = open(last);
    await ask("居住证在哪办");
    await ask("我在济南市");
    expect(texts[1]).toBe("居住证在哪办（我在济南市）");
  });

  it("is the institution's own when nobody names one", async () => {
    await open(last, [WINDOW], { homeRegion: "杭州" }).ask("居住证在哪办");
    expect(places).toEqual(["杭州"]);
  });
});

describe("which agent answers", () => {
  const agents: string[] = [];
  const last: Next = async ({ agent }) => (agents.push(agent), answer("好", { agent }));
  const both = [WINDOW, HOSPITAL];
  beforeEach(() => void (agents.length = 0));

  it("is the one whose words are in the question", async () => {
    const { ask } = open(last, both);
    await ask("出生证怎么办");
    await ask("挂号去哪个科室");
    expect(agents).toEqual(["window", "hospital"]);
  });

  it("is the one whose knowledge fits when no word decides", async () => {
    const fit = async () =>
      new Map([
        ["window", 0.2],
        ["hospital", 0.9],
      ]);
    await open(last, both, { fit }).ask("肚子不舒服");
    expect(agents).toEqual(["hospital"]);
  });

  it("is chosen by the model between equals, and by the person without one", async () => {
    await open(last, both, { tieBreak: async () => "hospital" }).ask("你好呀");
    expect(agents).toEqual(["hospital"]);
    const { send, ask } = open(last, both);
    const reply = await send(message("你好呀"));
    expect(reply?.text).toBe("您想问哪一个窗口？");
    expect(reply?.actions.map(({ text }) => text)).toEqual([
      "/agent window 你好呀",
      "/agent hospital 你好呀",
    ]);
    await ask(reply?.actions[0]?.text ?? "");
    expect(agents).toEqual(["hospital", "window"]);
  });

  it("is the room's own where the room has one", async () => {
    const { ask } = open(last, [WINDOW, { ...HOSPITAL, rooms: ["ward"] }]);
    await ask(groupMessage("出生证怎么办", true, { room: "ward" }));
    expect(agents).toEqual(["hospital"]);
  });
});

describe("the record", () => {
  it("has one chained line a turn, answered, refused or failed, and none for silence that was not a turn", async () => {
    const { ask } = open(async ({ text }) => {
      if (text === "boom") throw new Error("x");
      return answer("好", { citations: [{ title: "t", source: "母婴保健法", checkedOn: "2026-11-23" }] });
    });
    await ask("一");
    await ask("boom");
    await ask(groupMessage("not for us", false));
    const bodies = (await store.audit.rows(0, 10)).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toContain("母婴保健法");
    expect(bodies[1]).toContain('"outcome":"failed"');
  });
});

describe("labels", () => {
  it("mark what a model wrote, and only that", async () => {
    const { send } = open(async ({ text }) => answer("好", text === "m" ? { mode: "model" } : {}));
    expect((await send(message("m", { locale: "zh" })))?.notices.join()).toContain("人工智能生成");
    expect((await send(message("o", { locale: "zh" })))?.notices).toEqual([]);
  });
});
