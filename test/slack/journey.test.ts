import { afterEach, describe, expect, it } from "vitest";
import { unzip } from "../../src/files/zip.ts";
import { CASES, HALL, openSlackOffice, type SlackOffice } from "./office.ts";

let office: SlackOffice;
afterEach(() => office.close());

const FACTS =
  "今天上午10点20到10点55，我和检查员乙去云溪区青石路18号的鲜到家超市查的，老板负责人丙在场。" +
  "冷柜里有6盒过期酸奶，生产批号20261001，保质期21天，价签9块9。拍了12张照片，老板认，让他下架了。";
const REST = [
  "检查员甲、检查员乙，执法证号12030117、12030142",
  "统一社会信用代码：92330108MA2GXK3T4L，经营者：负责人丙，住所：云溪区青石路18号",
  "出示了执法证件，告知了权利义务，当事人不申请回避",
];
const BOT = "<@U0BOT>";

const has = (method: string): boolean => office.slack.calls.some((call) => call.method === method);

describe.each(["http", "socket"])("a citizen in Slack over %s", (transport) => {
  it("asks by name, sees the answer grow in the thread with its sources, thumbs it up and asks on", async () => {
    office = await openSlackOffice({ transport, hasModel: true });
    const anna = office.person("U0ANNA");
    const question = () => anna.write(`${BOT} 孩子的出生医学证明怎么办？`, { channel: HALL });
    const [answer] = await office.after(question);
    expect(has("chat.startStream")).toBe(true);
    const root = answer?.threadTs ?? "";
    expect(office.slack.workspace.messages.find(({ ts }) => ts === root)?.user).toBe("U0ANNA");
    expect(answer?.shown).toContain("来源：");
    expect(answer?.shown).toContain("人工智能生成");
    if (!answer) throw new Error("no answer");
    await anna.feedback(answer, "up");
    // no name needed in a thread it serves
    const [next] = await office.after(() => anna.write("要带什么材料？", { channel: HALL, thread: root }));
    expect(next?.threadTs).toBe(root);
    expect(office.problems).toEqual([]);
  });
});

describe("officers in Slack", () => {
  it("write a record together in a thread; it comes as .docx, and goes out on another person's yes", async () => {
    office = await openSlackOffice();
    const [jia, wu] = [office.person("U0JIA"), office.person("U0WU")];
    const [begun] = await office.after(() => jia.write(`${BOT} 帮我写一份现场检查笔录`, { channel: CASES }));
    const thread = begun?.threadTs ?? "";
    expect(begun?.shown).toContain("案件 2026-0001");
    for (const words of [FACTS, ...REST]) {
      await office.after(() => jia.write(words, { channel: CASES, thread }));
    }
    const table = office.told().at(-1);
    expect(table?.shown).toContain("鲜到家超市");
    if (!table) throw new Error("no table");
    const [, docx] = await office.after(() => jia.press(table, "要 Word 文件"), 2);
    expect(docx).toMatchObject({ channel: CASES, threadTs: thread });
    const file = office.slack.workspace.files.get(docx?.files[0]?.id ?? "");
    expect(file?.name).toMatch(/\.docx$/u);
    const parts = await unzip(file?.bytes ?? new Uint8Array());
    expect(new TextDecoder().decode(parts.get("word/document.xml"))).toContain("鲜到家超市");

    await office.after(() => jia.press(table, "提交审核"));
    expect(office.told().at(-1)?.shown).toContain("已提交：现场检查笔录");
    const [own] = await office.after(() => jia.write("通过", { channel: CASES, thread }));
    expect(own?.shown).not.toContain("批准：");
    await office.restart();
    await office.after(() => wu.write(`${BOT} 通过`, { channel: CASES, thread }));
    await office.after(() => wu.write("通过", { channel: CASES, thread }));
    expect(office.told().at(-1)?.shown).toContain("批准：现场检查笔录");
    const [, final] = await office.after(() => jia.write(`${BOT} 签发`, { channel: CASES, thread }), 2);
    expect(final?.files[0]?.name).toMatch(/\.docx$/u);
    expect(office.problems).toEqual([]);
  });

  it("ask by slash command in a channel, see the answer alone, and share it once", async () => {
    office = await openSlackOffice();
    const jia = office.person("U0JIA");
    const { ephemerals } = office.slack.workspace;
    await jia.slash("/lookup", "行政处罚法 59", CASES);
    await office.slack.until(() => ephemerals.length === 1);
    expect(ephemerals[0]).toMatchObject({ user: "U0JIA", channel: CASES, via: "response_url" });
    const aside = { channel: CASES, blocks: ephemerals[0]?.blocks ?? [] };
    const [shared] = await office.after(() => jia.press(aside, "分享到频道"));
    expect(shared?.shown).toContain("第五十九条");
    await jia.press(aside, "分享到频道");
    const [later] = await office.after(() => jia.write(`${BOT} /status`, { channel: CASES }));
    expect(later?.shown).not.toContain("第五十九条");
    expect(office.told().filter(({ shown }) => shown.includes("由提问的人分享"))).toHaveLength(1);
  });
});
