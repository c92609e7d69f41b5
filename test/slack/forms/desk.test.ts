import { afterEach, describe, expect, it } from "vitest";
import { CASES, HALL, openSlackOffice, type SlackOffice } from "../office.ts";

let office: SlackOffice;
afterEach(() => office.close());

const at = (moment: string): number => Date.parse(`${moment}+08:00`) / 1_000;
const ID = "11010119900307803X";
const INSPECTION = {
  inspection_time: at("2026-11-24T10:20"),
  "inspection_time~to": at("2026-11-24T10:55"),
  inspection_place: "云溪区青石路18号",
  party: "鲜到家超市",
  "party.credit_code": "92330108MA2GXK3T4L",
  "party.address": "云溪区青石路18号",
  "party.operator": "负责人丙",
  site_person: "负责人丙",
  officers: "检查员甲 12030117\n检查员乙 12030142",
  credentials_shown: "yes",
  rights_told: "yes",
  recusal: "no",
  observations: "冷柜内有酸奶6盒，生产批号20261001，保质期21天，标价9.9元/盒。",
  photos: "12",
  party_opinion: "看过，属实。",
};

describe("an officer who fills a form in", () => {
  it("from a message reads the table in that message's thread, has the .docx there, and another one approves", async () => {
    office = await openSlackOffice();
    const [jia, wu, hands] = [office.person("U0JIA"), office.person("U0WU"), office.hands("U0JIA")];
    const tip = await jia.write("群众举报：青石路18号鲜到家超市卖过期酸奶", { channel: CASES });
    const thread = { channel: CASES, thread: tip.ts };
    await jia.shortcut("draft_from_message", tip);
    const chosen = await hands.sendOff(hands.top(), { "~which": "inspection-record" });
    const [table] = await office.after(() =>
      hands.sendOff(chosen.next ?? {}, { ...INSPECTION, "~told": "" }),
    );
    expect(table).toMatchObject({ channel: CASES, threadTs: tip.ts });
    expect(table?.shown).toContain("案件 2026-0001");
    for (const words of ["2026年11月24日10时20分至10时55分", "鲜到家超市", "检查员乙", "酸奶6盒", "12张"])
      expect(table?.shown).toContain(words);
    expect(table?.shown).not.toContain("未提供**");
    // the thread is served from now on
    const [, docx] = await office.after(() => jia.write("文书", thread), 2);
    expect(docx).toMatchObject({ channel: CASES, threadTs: tip.ts });
    expect(docx?.files[0]?.name).toMatch(/^现场检查笔录.*\.docx$/u);
    await office.after(() => jia.write("提交", thread));
    await office.after(() => wu.write("<@U0BOT> 通过", thread));
    const [approved] = await office.after(() => wu.write("<@U0BOT> 通过", thread));
    expect(approved?.shown).toContain("批准：现场检查笔录");
    expect(office.problems).toEqual([]);
  });

  it("sees ID numbers starred where others read along, and whole in the direct message", async () => {
    office = await openSlackOffice();
    const [jia, hands] = [office.person("U0JIA"), office.hands("U0JIA")];
    const filled = { interviewee: "王某", "interviewee.id_number": ID };
    await jia.slash("/report", "interview-record", CASES);
    const [direct] = await office.after(() => hands.sendOff(hands.top(), filled));
    expect(direct?.channel).toBe("D0JIA");
    expect(direct?.shown).toContain(ID);
    await jia.slash("/report", "interview-record", CASES);
    const send = () => hands.sendOff(hands.top(), { ...filled, "~where": "thread" });
    const [root, inRoom] = await office.after(send, 2);
    expect(root?.shown).toContain("起草《询问笔录》");
    expect(inRoom).toMatchObject({ channel: CASES, threadTs: root?.ts });
    expect(inRoom?.shown).toContain("王某");
    expect(inRoom?.shown).not.toContain(ID);
  });

  it("finds the draft on the home page, and opens it from there", async () => {
    office = await openSlackOffice();
    const [jia, hands] = [office.person("U0JIA"), office.hands("U0JIA")];
    const pages = () => office.slack.workspace.views.filter(({ type }) => type === "home");
    await hands.openHome();
    await office.slack.until(() => pages().length === 1);
    expect(JSON.stringify(hands.home())).toContain("还没有文书");
    await office.after(() => jia.write("帮我写一份现场检查笔录"));
    await office.slack.until(() => JSON.stringify(pages().at(-1)).includes("2026-0001"));
    const [opened] = await office.after(() => hands.press("home_open:0"));
    expect(opened).toMatchObject({ channel: "D0JIA" });
    expect(opened?.shown).toContain("现场检查笔录");
  });
});

describe("somebody who chose who answers them", () => {
  it("is answered by that agent in their own talk, and in no room", async () => {
    office = await openSlackOffice();
    const [jia, hands] = [office.person("U0JIA"), office.hands("U0JIA")];
    await hands.openHome();
    const answeredBy = async (channel?: string): Promise<string | undefined> => {
      const words = `${channel === undefined ? "" : "<@U0BOT> "}罚款怎么缴`;
      const said = await jia.write(words, channel === undefined ? {} : { channel });
      const key = `slack:T0WORK:${said.channel}${channel === undefined ? "" : `:${said.ts}`}`;
      const id = `${said.channel}:${said.ts}`;
      const talk = () => office.app().store.inbox.talk(key, 50);
      await office.slack.until(() => office.told().some(({ threadTs }) => threadTs === said.ts));
      return (await talk()).find((line) => line.kind === "reply" && line.id.startsWith(id))?.reply?.agent;
    };
    for (const agent of ["law-enforcement", "citizen-services"]) {
      await office.slack.until(() => office.slack.workspace.views.length > 0);
      await hands.press("home_agent", agent);
      expect(await answeredBy()).toBe(agent);
    }
    await hands.press("home_agent", "law-enforcement");
    expect(await answeredBy(HALL)).toBe("citizen-services");
  });
});

describe("somebody who may not draft", () => {
  it("gets no form from /report and the name of a document, and is told why", async () => {
    office = await openSlackOffice();
    await office.person("U0ANNA").slash("/report", "现场检查笔录", HALL);
    const { ephemerals, views } = office.slack.workspace;
    await office.slack.until(() => ephemerals.length === 1);
    expect(views).toEqual([]);
    expect(ephemerals[0]?.shown).toContain("权限");
  });

  it("has no drafts on the home page, whatever drafts there are", async () => {
    office = await openSlackOffice();
    await office.after(() => office.person("U0JIA").write("帮我写一份现场检查笔录"));
    office.person("U0ANNA");
    const anna = office.hands("U0ANNA");
    await anna.openHome();
    await office.slack.until(() => office.slack.workspace.views.length > 0);
    expect(JSON.stringify(anna.home())).not.toMatch(/2026-0001|文书/u);
  });

  it("cannot have a form taken that was sent off all the same", async () => {
    office = await openSlackOffice();
    const [jia, hands] = [office.person("U0JIA"), office.hands("U0JIA")];
    office.person("U0ANNA");
    await jia.slash("/report", "inspection-record");
    const forged = office.hands("U0ANNA").sendOff(hands.top(), INSPECTION);
    const [told] = await office.after(() => forged);
    expect(told?.channel).toBe("D0ANNA");
    expect(told?.shown).toContain("权限");
    expect(await office.app().store.cases.list({ limit: 5 })).toEqual([]);
  });
});
