import { afterEach, describe, expect, it } from "vitest";
import { createAnnouncer } from "../../../src/adapters/slack/etiquette/announce.ts";
import { quietUntil } from "../../../src/adapters/slack/etiquette/rooms.ts";
import type { Clock } from "../../../src/adapters/slack/options.ts";
import { say } from "../../../src/core/reply.ts";
import { OFFICE, openStage, type SlackStage } from "../../adapters/slack/stage.ts";

let stage: SlackStage | undefined;
const begin = async (...options: Parameters<typeof openStage>): Promise<SlackStage> => {
  stage = await openStage(...options);
  await stage.start();
  return stage;
};
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

/** Has the bot answer the message it received last. */
const answer = async ({ adapter, received }: SlackStage, reply = say("好的。")): Promise<void> => {
  const message = received.at(-1);
  if (message === undefined) throw new Error("nothing was received");
  for (const [index, piece] of adapter.render(reply, message).entries())
    await adapter.send({ ...piece, key: `${message.id}/${index + 1}`, message, isDoubtful: false });
};

describe("a thread the bot serves", () => {
  it("needs no name for the next question, until people talk to each other, and again once it is named", async () => {
    const open = await begin();
    const { slack, received } = open;
    const [anna, boris] = [open.person("U0ANNA"), open.person("U0BORIS")];
    const named = `<@${slack.workspace.botUser}>`;
    const root = await anna.write(`${named} 营业执照怎么办`, { channel: OFFICE });
    await answer(open);
    const here = { channel: OFFICE, thread: root.ts };
    await anna.write("要多久", here);
    await answer(open);
    expect(received.map(({ text }) => text)).toEqual(["营业执照怎么办", "要多久"]);
    await anna.write(`<@${boris.id}> 你上次办了多久`, here);
    await boris.write("三天", here);
    await anna.write("谢谢", here);
    expect(received).toHaveLength(2);
    await boris.write(`${named} 要带什么`, here);
    expect(received.at(-1)?.text).toBe("要带什么");
  });

  it("is none where nobody asked it anything", async () => {
    const open = await begin();
    const root = await open.person("U0ANNA").write("中午吃什么", { channel: OFFICE });
    await open.person("U0BORIS").write("面条", { channel: OFFICE, thread: root.ts });
    expect(open.received).toEqual([]);
  });
});

describe("what is for one person's eyes", () => {
  it("goes to the person who asked, and the channel reads only that it did", async () => {
    const open = await begin();
    const { slack } = open;
    const asked = `<@${slack.workspace.botUser}> 我的案件`;
    const root = await open.person("U0ANNA").write(asked, { channel: OFFICE });
    await answer(open, say("身份证号 330106199001011237", { isPrivate: true }));
    expect(slack.saidIn("D0ANNA")).toEqual([expect.stringContaining("330106199001011237")]);
    expect(slack.saidIn(OFFICE, root.ts)).toEqual([expect.stringContaining("只给提问的人看")]);
    expect(slack.saidIn(OFFICE).join()).not.toContain("3301061990");
  });
});

describe("people from outside", () => {
  it.each([
    ["a guest", { isGuest: true }, "guest"],
    ["somebody of another workspace", { teamId: "T0OTHER" }, "T0OTHER"],
  ])("%s is known as one", async (_, who, tenant) => {
    const open = await begin();
    await open.person("U0OUT", who).write("你好");
    expect(open.received[0]?.author).toMatchObject({ externalTenant: tenant });
  });

  it("somebody Slack tells nothing about counts as one", async () => {
    const open = await begin();
    open.slack.fail("users.info", { kind: "error", error: "user_not_found" });
    await open.person("U0ANNA").write("你好");
    expect(open.received[0]?.author.externalTenant).toBe("unknown");
  });

  it("our own people are not", async () => {
    const open = await begin();
    await open.person("U0ANNA").write("你好");
    expect(open.received[0]?.author.externalTenant).toBeUndefined();
  });
});

describe("other bots", () => {
  it("get no answer, so that two of them never talk for ever", async () => {
    const open = await begin();
    const { slack, line } = open;
    const { enveloped } = await import("../../fakes/slack-people.ts");
    const ts = slack.workspace.ts();
    const text = `<@${slack.workspace.botUser}> 你好`;
    const event = {
      type: "app_mention",
      channel: OFFICE,
      user: "U0ROBOT",
      bot_id: "B0ROBOT",
      text,
      ts,
      event_ts: ts,
    };
    await line.event(enveloped(slack.workspace, event, "Ev0ROBOT"));
    expect(open.received).toEqual([]);
  });
});

const NIGHT = { from: "22:00", to: "07:00" };
const at = (time: string): number => Date.parse(`2026-11-${time}:00+08:00`);

describe("quiet hours", () => {
  it.each([
    ["23T21:59", null],
    ["23T22:00", "24T07:00"],
    ["23T23:30", "24T07:00"],
    ["24T06:59", "24T07:00"],
    ["24T07:00", null],
    ["24T12:00", null],
  ])("over midnight: at %s they end at %s", (now, end) => {
    expect(quietUntil(NIGHT, at(now))).toBe(end === null ? null : at(end));
  });

  it("within a day end on that day", () => {
    expect(quietUntil({ from: "12:00", to: "14:00" }, at("24T13:10"))).toBe(at("24T14:00"));
    expect(quietUntil({ from: "12:00", to: "14:00" }, at("24T14:00"))).toBeNull();
  });

  it("hold what nobody asked for, and let answers through", async () => {
    const later: { ms: number; run: () => void }[] = [];
    let nowMs = at("23T23:00");
    const clock: Clock = {
      now: () => nowMs,
      after(ms, run) {
        later.push({ ms, run });
        return () => undefined;
      },
    };
    const said: unknown[] = [];
    const announce = createAnnouncer({
      call: async (method, args) => {
        said.push([method, args["channel"], args["text"]]);
        return {};
      },
      pace: { turn: async () => undefined },
      clock,
      rooms: (channel) => (channel === OFFICE ? { quiet: NIGHT } : undefined),
      onProblem: (what, error) => said.push([what, error]),
    });
    const reminder = { text: "<!channel> 案件 2026-0147 明天到期" };
    expect(await announce({ ...reminder, channel: OFFICE })).toEqual({
      isSaid: false,
      untilMs: at("24T07:00"),
    });
    expect(said).toEqual([]);
    expect(await announce({ ...reminder, channel: "C0DUTY" })).toEqual({ isSaid: true });
    nowMs = at("24T07:00");
    expect(later.map(({ ms }) => ms)).toEqual([8 * 60 * 60_000]);
    later[0]?.run();
    await Promise.resolve();
    await Promise.resolve();
    expect(said).toEqual([
      ["chat.postMessage", "C0DUTY", "＜!channel> 案件 2026-0147 明天到期"],
      ["chat.postMessage", OFFICE, "＜!channel> 案件 2026-0147 明天到期"],
    ]);
  });

  it("do not touch an answer", async () => {
    const now = new Date();
    const hour = (hours: number): string =>
      new Date(now.getTime() + (8 + hours) * 3_600_000).toISOString().slice(11, 16);
    const open = await begin({ rooms: () => ({ quiet: { from: hour(-1), to: hour(1) } }) });
    await open.person("U0ANNA").write(`<@${open.slack.workspace.botUser}> 几点上班`, { channel: OFFICE });
    await answer(open, say("九点。"));
    expect(open.slack.saidIn(OFFICE)).toEqual([expect.stringContaining("九点。")]);
  });
});
