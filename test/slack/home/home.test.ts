import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSettings, type SettingsStore } from "../../../src/adapters/slack/home/settings.ts";
import type { HomeAgent, HomeData, HomeFor } from "../../../src/adapters/slack/home/source.ts";
import type { OnProgress } from "../../../src/core/turn.ts";
import { OFFICE, type StageOptions } from "../../adapters/slack/stage.ts";
import { listOf } from "../../fakes/slack-blocks.ts";
import { viewFault } from "../../fakes/slack-view-faults.ts";
import { clicks } from "../../fakes/slack-views.ts";
import type { Json } from "../../fakes/slack-state.ts";
import { openForms, type FormStage } from "../forms/stage.ts";

const AGENT: HomeAgent = {
  id: "citizen-services",
  name: { zh: "办事", en: "Services" },
  purpose: { zh: "办事指南", en: "How to get things done" },
};
const EMPTY: HomeData = {
  title: { zh: "云溪区帮办", en: "Yunxi clerk" },
  mode: { zh: "未接入大模型", en: "without a model" },
  agents: [AGENT],
  drafts: [],
  deadlines: [],
  mayDraft: false,
};
const DRAFT = { title: "2026-0147 鲜到家超市", detail: "现场检查笔录（草稿）", text: "/report 2026-0147" };

let folder = "";
let settings: SettingsStore;
let stage: FormStage | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bangban-home-"));
  settings = openSettings(join(folder, "slack-settings.json"));
});
afterEach(async () => {
  await stage?.close();
  stage = undefined;
  rmSync(folder, { recursive: true });
});

const begin = async (homeFor: HomeFor, more: StageOptions = {}): Promise<FormStage> => {
  stage = await openForms({ homeFor, settings, ...more });
  return stage;
};
const pagesOf = ({ slack }: FormStage, user: string): readonly Json[] =>
  slack.workspace.views.filter((view) => view["type"] === "home" && view["user_id"] === user);
const shown = async (open: FormStage, count: number, user = "U0ANNA"): Promise<string> => {
  await open.slack.until(() => pagesOf(open, user).length >= count);
  return JSON.stringify(pagesOf(open, user).at(-1));
};

describe("the home page", () => {
  it("shows a person what the bot does, their drafts and deadlines, and their settings", async () => {
    const open = await begin(async () => ({
      ...EMPTY,
      mayDraft: true,
      drafts: [DRAFT],
      deadlines: [
        { title: "2026-0147", due: "2026-11-26", daysLeft: 2, reason: "行政处罚法第四十五条" },
        { title: "2026-0101", due: null, daysLeft: null, reason: "缺 2028 年放假安排" },
      ],
    }));
    await open.start();
    await open.hands.openHome();
    const page = await shown(open, 1);
    for (const words of [
      "云溪区帮办",
      "办事指南",
      "现场检查笔录（草稿）",
      "⚠ 2026-11-26（还有 2 天）",
      "算不出日期",
    ])
      expect(page).toContain(words);
  });

  it("shows people who draft nothing no drafts and no way to them", async () => {
    const open = await begin(async () => EMPTY);
    await open.start();
    await open.hands.openHome();
    expect(await shown(open, 1)).not.toContain("文书");
  });

  it("asks for what each person may see by who they are, guests as guests", async () => {
    const asked: unknown[] = [];
    const open = await begin(async (person) => {
      asked.push(person);
      return EMPTY;
    });
    await open.start();
    const guest = open.person("U0GUEST", { isGuest: true });
    await clicks(open.slack, open.line, guest.id).openHome();
    await shown(open, 1, guest.id);
    expect(asked).toEqual([
      { account: "T0WORK", userId: "U0GUEST", channelId: "D0GUEST", isDirect: true, externalTenant: "guest" },
    ]);
    expect(pagesOf(open, "U0ANNA")).toEqual([]);
  });

  it("opens a draft in the person's own talk with the bot, once for one press", async () => {
    const open = await begin(async () => ({ ...EMPTY, mayDraft: true, drafts: [DRAFT] }));
    await open.start();
    await open.hands.openHome();
    await shown(open, 1);
    await open.hands.press("home_open:0");
    expect(open.received).toEqual([
      expect.objectContaining({
        kind: "action",
        text: "/report 2026-0147",
        conversation: { key: "slack:T0WORK:D0ANNA", id: "D0ANNA", isGroup: false },
      }),
    ]);
  });

  it("begins a document by a form", async () => {
    const open = await begin(async () => ({ ...EMPTY, mayDraft: true }));
    await open.start();
    await open.hands.openHome();
    await shown(open, 1);
    await open.hands.press("home_draft");
    const chosen = await open.hands.sendOff(open.hands.top(), { "~which": "official-letter" });
    await open.hands.sendOff(chosen.next ?? {}, { document_date: "2026-11-24" });
    expect(open.received[0]).toMatchObject({ surface: "modal", conversation: { id: "D0ANNA" } });
  });

  it("is drawn anew after a turn of somebody who has opened it", async () => {
    let drafts = [DRAFT];
    const open = await begin(async () => ({ ...EMPTY, mayDraft: true, drafts }));
    const over: OnProgress[] = [];
    await open.start(async (_, onProgress) => {
      if (onProgress) over.push(onProgress);
      return "stored";
    });
    await open.anna.write("你好");
    over.at(-1)?.({ type: "done" });
    expect(pagesOf(open, "U0ANNA")).toEqual([]);
    await open.hands.openHome();
    await shown(open, 1);
    drafts = [{ ...DRAFT, detail: "现场检查笔录（已通过）" }];
    await open.anna.write("提交");
    over.at(-1)?.({ type: "done" });
    expect(await shown(open, 2)).toContain("已通过");
  });

  it("is acknowledged while the page is still being drawn, and a page that fails is told of", async () => {
    const open = await begin(() => Promise.reject(new Error("store is busy")));
    await open.start();
    const problem = open.nextProblem();
    expect((await open.hands.openHome()).status).toBe(200);
    expect(await problem).toContain("store is busy");
  });

  it("keeps within what Slack takes, however much there is", async () => {
    const many = Array.from({ length: 300 }, (_, at) => at);
    const open = await begin(async () => ({
      ...EMPTY,
      mayDraft: true,
      agents: many.map((at) => ({
        ...AGENT,
        id: `pack-${at}`,
        purpose: { zh: "办".repeat(400), en: "x".repeat(400) },
      })),
      drafts: many.map((at) => ({ ...DRAFT, title: `${at} ${"<!channel> 超市".repeat(200)}` })),
      deadlines: many.map((at) => ({ title: "案".repeat(900), due: "2026-11-26", daysLeft: at, reason: "" })),
    }));
    await open.start();
    await open.hands.openHome();
    expect(await shown(open, 1)).not.toContain("<!channel>");
    expect(viewFault(open.hands.home())).toBeNull();
  });
});

describe("settings on the home page", () => {
  it("change the page's language at once, and that of every answer from then on", async () => {
    const open = await begin(async () => EMPTY);
    await open.start();
    await open.hands.openHome();
    expect(await shown(open, 1)).toContain("我能做什么");
    await open.hands.press("home_language", "en");
    expect(await shown(open, 2)).toContain("What I can do");
    await open.anna.write("几点上班");
    expect(open.received[0]).toMatchObject({ locale: "en" });
    await open.hands.press("home_language", "none");
    expect(await shown(open, 3)).toContain("我能做什么");
  });

  it("outlive a restart, each without touching the other", async () => {
    const open = await begin(async () => EMPTY);
    await open.start();
    await open.hands.openHome();
    await shown(open, 1);
    await open.hands.press("home_agent", "citizen-services");
    await open.hands.press("home_language", "en");
    const again = openSettings(join(folder, "slack-settings.json"));
    expect(again.read("U0ANNA")).toEqual({ agent: "citizen-services", language: "en" });
    expect(again.read("U0BORIS")).toEqual({});
    expect(readFileSync(join(folder, "slack-settings.json"), "utf8")).not.toContain("U0BORIS");
  });

  it("are empty, and said to be broken, where their file is torn", () => {
    const file = join(folder, "torn.json");
    writeFileSync(file, '{"U0ANNA": {"lang');
    const problems: unknown[] = [];
    const torn = openSettings(file, (error) => problems.push(error));
    expect(torn.read("U0ANNA")).toEqual({});
    expect(problems).toHaveLength(1);
    torn.keep("U0ANNA", { language: "zh" });
    expect(openSettings(file).read("U0ANNA")).toEqual({ language: "zh" });
  });
});

describe("the language of a page nobody has written to", () => {
  it("is what Slack is set to for its reader", async () => {
    const open = await begin(async () => EMPTY);
    await open.start();
    const eve = open.person("U0EVE", { locale: "en-GB" });
    await clicks(open.slack, open.line, eve.id).openHome();
    expect(await shown(open, 1, eve.id)).toContain("What I can do");
  });

  it("of a room is the room's own for every answer in it, unless a person chose theirs", async () => {
    const open = await begin(async () => EMPTY, {
      rooms: (channel) => (channel === OFFICE ? { language: "en" } : undefined),
    });
    await open.start();
    await open.anna.write(`<@${open.slack.workspace.botUser}> 几点上班`, { channel: OFFICE });
    expect(open.received[0]?.locale).toBe("en");
    settings.keep("U0ANNA", { language: "zh" });
    await open.anna.write(`<@${open.slack.workspace.botUser}> 几点下班`, { channel: OFFICE });
    expect(open.received[1]?.locale).toBe("zh");
    expect(listOf(open.slack.workspace.views)).toEqual([]);
  });
});
