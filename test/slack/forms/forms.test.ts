import { afterEach, describe, expect, it } from "vitest";
import { extractFacts } from "../../../src/documents/extract/index.ts";
import { institutionSchema } from "../../../src/institution.ts";
import { OFFICE } from "../../adapters/slack/stage.ts";
import { listOf } from "../../fakes/slack-blocks.ts";
import { openForms, TYPES, type FormStage } from "./stage.ts";

let stage: FormStage | undefined;
const begin = async (...options: Parameters<typeof openForms>): Promise<FormStage> => {
  stage = await openForms(...options);
  await stage.start();
  return stage;
};
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const at = (moment: string): number => Date.parse(`${moment}+08:00`) / 1_000;
const TEN_TWENTY = at("2026-11-23T10:20");
const TEN_FIFTYFIVE = at("2026-11-23T10:55");

for (const transport of ["http", "socket"] as const) {
  describe(`a report form over ${transport}`, () => {
    it("opens for a bare /report, and what is filled in becomes one message to the desk", async () => {
      const { anna, hands, received } = await begin({ transport });
      await anna.slash("/report", "");
      expect(received).toEqual([]);
      const chosen = await hands.sendOff(hands.top(), { "~which": "inspection-record" });
      if (chosen.next === undefined) throw new Error("no form was shown");
      const sent = await hands.sendOff(chosen.next, {
        inspection_time: TEN_TWENTY,
        "inspection_time~to": TEN_FIFTYFIVE,
        inspection_place: "云溪区青石路18号",
        party: "鲜到家超市",
        credentials_shown: "yes",
      });
      expect(sent).toMatchObject({ errors: {}, isClosed: true });
      expect(received).toHaveLength(1);
      expect(received[0]).toMatchObject({
        kind: "command",
        surface: "modal",
        command: { name: "report" },
        conversation: { id: "D0ANNA", isGroup: false },
        author: { id: "U0ANNA" },
      });
      expect(received[0]?.command?.args.split("\n")).toEqual([
        "inspection-record",
        "检查时间：2026年11月23日10:20至10:55",
        "检查地点：云溪区青石路18号",
        "当事人：鲜到家超市",
        expect.stringContaining("：是"),
      ]);
    });
  });
}

describe("the ways to a form", () => {
  it("opens at once for /report with the name of a document", async () => {
    const { anna, hands, received } = await begin();
    await anna.slash("/report", "现场检查笔录");
    expect(hands.top()).toMatchObject({ callback_id: "report_form", title: { text: "现场检查笔录" } });
    expect(received).toEqual([]);
  });

  it("leaves /report with facts behind the name to the desk", async () => {
    const { anna, slack, received } = await begin();
    await anna.slash("/report", "现场检查笔录 今天上午10点20在青石路18号");
    expect(slack.workspace.views).toEqual([]);
    expect(received).toHaveLength(1);
  });

  it("takes a message's words along from its shortcut, and drafts in that message's thread", async () => {
    const { anna, hands, received, slack } = await begin();
    const said = await anna.write("青石路18号 冷柜有6盒过期酸奶", { channel: OFFICE });
    await anna.shortcut("draft_from_message", said);
    const chosen = await hands.sendOff(hands.top(), { "~which": "inspection-record" });
    await hands.sendOff(chosen.next ?? {}, {});
    expect(received[0]?.text).toBe("inspection-record\n青石路18号 冷柜有6盒过期酸奶");
    expect(received[0]?.conversation).toEqual({
      key: `slack:T0WORK:${OFFICE}:${said.ts}`,
      id: OFFICE,
      threadId: said.ts,
      isGroup: true,
    });
    expect(slack.saidIn(OFFICE)).toEqual([]);
  });

  it("says so when a message is too long to go into the form whole", async () => {
    const { anna, hands } = await begin();
    const said = await anna.write("检查情况很多。".repeat(900), { channel: OFFICE });
    await anna.shortcut("draft_from_message", said);
    expect(JSON.stringify(hands.top())).toContain("原消息太长");
  });

  it("answers 'explain this' as a question", async () => {
    const { anna, received } = await begin();
    const said = await anna.write("行政处罚法第五十九条", { channel: OFFICE });
    await anna.shortcut("explain_message", said);
    expect(received).toEqual([
      expect.objectContaining({ command: expect.objectContaining({ name: "ask", args: said.text }) }),
    ]);
  });

  it("opens no form for somebody from another organisation: their words get the desk's answer", async () => {
    const { slack, person, received } = await begin();
    const guest = person("U0GUEST", { isGuest: true });
    await guest.slash("/report", "");
    expect(slack.workspace.views).toEqual([]);
    expect(received).toEqual([
      expect.objectContaining({ author: expect.objectContaining({ externalTenant: "guest" }) }),
    ]);
  });
});

describe("where a document is drafted", () => {
  const fill = async ({ anna, hands }: FormStage, where: string) => {
    await anna.slash("/report", "inspection-record", OFFICE);
    return hands.sendOff(hands.top(), { "~where": where, inspection_place: "青石路18号" });
  };

  it("is the person's own talk with the bot unless they say otherwise", async () => {
    const open = await begin();
    await open.anna.slash("/report", "inspection-record", OFFICE);
    await open.hands.sendOff(open.hands.top(), { inspection_place: "青石路18号" });
    expect(open.received[0]?.conversation).toMatchObject({ id: "D0ANNA", isGroup: false });
    expect(open.slack.saidIn(OFFICE)).toEqual([]);
  });

  it("is never the talk of two other people in which the command was typed", async () => {
    const open = await begin();
    await open.anna.slash("/report", "inspection-record", "D0ANNABORIS");
    await open.hands.sendOff(open.hands.top(), { inspection_place: "青石路18号" });
    expect(open.received[0]?.conversation.id).toBe("D0ANNA");
  });

  it("is a thread of the channel below one line that says who drafts what", async () => {
    const open = await begin();
    expect(await fill(open, "thread")).toMatchObject({ isClosed: true });
    expect(open.slack.saidIn(OFFICE)).toEqual([expect.stringContaining("起草《现场检查笔录》")]);
    const root = open.slack.workspace.messages.find(({ channel }) => channel === OFFICE);
    expect(open.received[0]?.conversation).toMatchObject({ id: OFFICE, threadId: root?.ts, isGroup: true });
  });

  it("is one thread for one form, however often it is pressed and whatever failed in between", async () => {
    let isFull = true;
    stage = await openForms();
    const { anna, hands, slack } = stage;
    const ids: string[] = [];
    await stage.start(async ({ conversation: { threadId = "" } }) => {
      if (isFull) throw new Error("disk full");
      ids.push(threadId);
      return "stored";
    });
    await anna.slash("/report", "inspection-record", OFFICE);
    const send = () => hands.sendOff(hands.top(), { "~where": "thread", inspection_place: "青石路18号" });
    expect((await send()).isClosed).toBe(false);
    isFull = false;
    await Promise.all([send(), send()]);
    expect(slack.saidIn(OFFICE)).toHaveLength(1);
    expect(new Set(ids).size).toBe(1);
  });

  it("cannot be a channel the bot is not in, and the form says so", async () => {
    const open = await begin();
    await open.anna.slash("/report", "inspection-record", "C0OTHER");
    const sent = await open.hands.sendOff(open.hands.top(), { "~where": "thread" });
    expect(sent.errors["~where"]).toContain("不在这个频道");
    expect(open.received).toEqual([]);
  });
});

describe("what goes wrong with a form", () => {
  it("says beside the field what is wrong, and keeps nothing until it is right", async () => {
    const { anna, hands, received } = await begin();
    await anna.slash("/report", "inspection-record");
    const form = hands.top();
    const wrong = {
      inspection_time: TEN_FIFTYFIVE,
      "inspection_time~to": TEN_TWENTY,
      party: "鲜到家超市",
      "party.credit_code": "91330100MA27X12340",
      "party.id_number": "330106199001011234",
    };
    const first = await hands.sendOff(form, wrong);
    expect(first.isClosed).toBe(false);
    expect(first.errors).toEqual({
      "inspection_time~to": expect.stringContaining("早于"),
      "party.credit_code": expect.stringContaining("统一社会信用代码"),
      "party.id_number": expect.stringContaining("身份证号"),
    });
    expect(received).toEqual([]);
    expect(await hands.sendOff(form, { party: "鲜到家超市" })).toMatchObject({ isClosed: true });
    expect(received).toHaveLength(1);
  });

  it("is one message however often it is sent off", async () => {
    const { anna, hands, received } = await begin();
    await anna.slash("/report", "inspection-record");
    await hands.sendOff(hands.top(), { party: "鲜到家超市" });
    await hands.sendOff(hands.top(), { party: "鲜到家超市" });
    expect(received).toHaveLength(1);
  });

  it("stays open with all that was written when it could not be stored", async () => {
    stage = await openForms();
    await stage.start(() => Promise.reject(new Error("disk full")));
    await stage.anna.slash("/report", "inspection-record");
    const sent = await stage.hands.sendOff(stage.hands.top(), { party: "鲜到家超市" });
    expect(sent).toMatchObject({ isClosed: false, errors: { "~told": expect.stringContaining("没有存下") } });
  });

  it("tells the person in one line when Slack no longer takes the click", async () => {
    const { anna, slack } = await begin();
    slack.fail("views.open", { kind: "error", error: "expired_trigger_id" });
    await anna.slash("/report", "", OFFICE);
    expect(slack.workspace.ephemerals.map(({ shown, user }) => ({ shown, user }))).toEqual([
      { user: "U0ANNA", shown: expect.stringContaining("请再点一次") },
    ]);
  });

  it("opens one form for a click that is delivered twice, and complains of nothing", async () => {
    const { line, slack, anna } = await begin();
    await anna.slash("/report", "", OFFICE);
    const [opened] = slack.calls.filter(({ method }) => method === "views.open");
    await line.command({
      command: "/report",
      text: "",
      user_id: anna.id,
      channel_id: OFFICE,
      trigger_id: String(opened?.args["trigger_id"]),
    });
    expect(slack.workspace.views).toHaveLength(1);
    expect(slack.workspace.ephemerals).toEqual([]);
  });

  it("says that a form from before an update is out of date", async () => {
    const { anna, hands, received } = await begin();
    await anna.slash("/report", "inspection-record");
    const sent = await hands.sendOff({ ...hands.top(), private_metadata: '{"v":0}' }, {});
    expect(JSON.stringify(sent.next)).toContain("这张表单是旧的");
    expect(received).toEqual([]);
  });

  it("takes hostile words as words", async () => {
    const { anna, hands, received } = await begin();
    const hostile = ["a\u0000b\u001b[31mc", "x\ud83dy", "<!channel> <@U0BOT>", "‮100‬", "👨‍👩‍👧".repeat(300)];
    for (const observations of hostile) {
      await anna.slash("/report", "inspection-record");
      await hands.sendOff(hands.top(), { inspection_place: observations.slice(0, 900), observations });
    }
    expect(received).toHaveLength(hostile.length);
    for (const message of received) {
      expect(JSON.parse(JSON.stringify(message))).toEqual(message);
      for (const control of ["\u0000", "\u001b"]) expect(message.text).not.toContain(control);
      expect(message.text.isWellFormed()).toBe(true);
    }
  });

  it("does not let a report that ends in a question mark pass for a question", async () => {
    const { anna, hands, received } = await begin();
    await anna.slash("/report", "interview-record");
    await hands.sendOff(hands.top(), { dialogue: "问：你是老板吗？\n答：是。\n问：知道过期了吗？" });
    expect(received[0]?.text).not.toMatch(/[?？吗呢]\s*$/u);
  });
});

describe("every document that ships", () => {
  it.each([...TYPES.keys()])("%s: its form is one that Slack shows", async (id) => {
    const { hands, person, slack, problems } = await begin();
    for (const [user, locale] of Object.entries({ U0ZHAO: "zh-CN", U0EVE: "en-US" })) {
      await person(user, { locale }).slash("/report", id);
    }
    expect(problems).toEqual([]);
    const titles = slack.workspace.views.map(({ title }) => title);
    expect(titles).toHaveLength(2);
    expect(titles[0]).not.toEqual(titles[1]);
    const inputs = listOf(hands.top()["blocks"]).filter(({ type }) => type === "input");
    expect(inputs.length).toBeGreaterThanOrEqual(TYPES.get(id)?.fields.length ?? 0);
  });

  it.each([...TYPES.values()])(
    "$id: the desk reads days, times, numbers and choices as they were picked",
    async (type) => {
      const { anna, hands, received } = await begin();
      await anna.slash("/report", type.id);
      const filled: Record<string, string | number> = {};
      const expected: Record<string, unknown> = {};
      for (const { name, kind, choices } of type.fields) {
        if (kind === "date") [filled[name], expected[name]] = ["2026-11-20", "2026-11-20"];
        if (kind === "moment") [filled[name], expected[name]] = [TEN_TWENTY, "2026-11-23T10:20"];
        if (kind === "money") [filled[name], expected[name]] = ["3000.5", 3000.5];
        if (kind === "photos")
          [filled[name], expected[name]] = ["12", expect.objectContaining({ count: 12 })];
        if (kind === "answer")
          [filled[name], expected[name]] = ["no", expect.objectContaining({ yes: false })];
        if (kind === "choice") [filled[name], expected[name]] = [choices[0] ?? "", choices[0]];
        if (kind === "span") {
          filled[name] = TEN_TWENTY;
          filled[`${name}~to`] = TEN_FIFTYFIVE;
          expected[name] = { from: "2026-11-23T10:20", to: "2026-11-23T10:55" };
        }
      }
      expect(await hands.sendOff(hands.top(), filled)).toMatchObject({ errors: {}, isClosed: true });
      const text = (received[0]?.text ?? "").slice(type.id.length + 1);
      const read = extractFacts([{ id: "1", ref: "消息 1", text }], {
        fields: type.fields,
        tenant: institutionSchema.parse({}).tenant,
        today: "2026-11-24",
        known: {},
      });
      expect(read.rejected).toEqual([]);
      const facts = Object.fromEntries(Object.entries(read.facts).map(([name, { value }]) => [name, value]));
      expect(facts).toMatchObject(expected);
    },
  );
});
