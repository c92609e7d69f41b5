import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, type App } from "../../src/app.ts";
import { readSettings } from "../../src/config.ts";
import type { Reply } from "../../src/core/reply.ts";
import { NO_LOG } from "../../src/telemetry/log.ts";
import { tempFolder } from "../commands/run.ts";
import { message } from "../samples.ts";

const INSTITUTION = `
tenant:
  name: 云溪区市场监督管理局
  region: 云溪区
  code: 云市监
  government: 云溪区人民政府
  court: 云溪区人民法院
  officers:
    - { name: 检查员甲, certificate: "12030117", user: "test:jia" }
    - { name: 检查员乙, certificate: "12030142" }
`;

let app: App;
beforeAll(async () => {
  const data = tempFolder();
  const institution = join(data, "institution.yaml");
  writeFileSync(institution, INSTITUTION);
  const settings = readSettings({ dataDir: data }, { BANGBAN_CONFIG: institution }, "no-such-file");
  app = await openApp(settings, { log: NO_LOG, today: "2026-11-24" });
});
afterAll(() => app.close());

/** One officer in a room of their own. */
function officerIn(room: string) {
  const handle = app.handleAs(["officer"]);
  return async (text: string): Promise<Reply> => {
    const way = { signal: new AbortController().signal, progress: () => undefined };
    const reply = await handle(message(text, { room, user: "jia", receivedAtMs: 0 }), way);
    if (reply === null) throw new Error(`no answer to "${text}"`);
    return reply;
  };
}

const valueIn = ({ draft }: Reply, name: string): string | undefined =>
  draft?.facts.find((fact) => fact.name === name)?.value;
const sourceIn = ({ draft }: Reply, name: string): string | undefined =>
  draft?.facts.find((fact) => fact.name === name)?.source;

const CODE = "91990104MA2XQ71A0T";
const VISIT =
  "今天上午10点20到10点55，我和检查员乙在柳巷3号查的，当事人云溪鲜到家超市有限公司，现场负责人李明。" +
  "冷柜里有6盒酸奶，批号20261001。";

describe("an officer at the drafting desk", () => {
  it("answers three questions for parts by number, and what stands behind the last one is heard too", async () => {
    const say = officerIn("parts");
    await say("/report 现场检查笔录");
    await say(VISIT);
    const asked = await say("证件都出示了");
    const parts = asked.asks?.map((ask) => ask.replace(/是什么？$/u, ""));
    expect(parts).toEqual([
      "当事人的住址（住所）",
      "当事人的统一社会信用代码",
      "当事人的法定代表人（负责人）",
    ]);
    const reply = await say(`① 云溪区青石路18号 ② ${CODE} ③ 丙。权利义务也告知了，没申请回避`);
    expect(valueIn(reply, "party")).toBe(`云溪鲜到家超市有限公司，丙，${CODE}，云溪区青石路18号`);
    expect(valueIn(reply, "inspection_place")).toBe("柳巷3号");
    expect(valueIn(reply, "rights_told")).toBe("权利义务也告知了");
    expect(valueIn(reply, "recusal")).toBe("没申请回避");
    expect(valueIn(reply, "site_person")).toBe("李明");
    expect(reply.text).not.toContain("没有采用");
  });

  it("answers without numbers, one thing at a time", async () => {
    const say = officerIn("single");
    await say("/report 现场检查笔录");
    await say(VISIT);
    await say("云溪区青石路18号");
    await say(CODE);
    const reply = await say("丙");
    expect(valueIn(reply, "party")).toBe(`云溪鲜到家超市有限公司，丙，${CODE}，云溪区青石路18号`);
    expect(valueIn(reply, "inspection_place")).toBe("柳巷3号");
    expect(valueIn(reply, "observations")).toBe("冷柜里有6盒酸奶，批号20261001。");
  });

  it("writes the firm's data in one line, and nothing of it is lost behind the code", async () => {
    const say = officerIn("line");
    await say("/report 现场检查笔录");
    await say(VISIT);
    const reply = await say(
      `统一社会信用代码：${CODE}，法定代表人丙，住所云溪区青石路18号。出示了执法证件，告知了权利义务`,
    );
    expect(valueIn(reply, "party")).toBe(`云溪鲜到家超市有限公司，丙，${CODE}，云溪区青石路18号`);
    expect(valueIn(reply, "inspection_place")).toBe("柳巷3号");
    expect(reply.draft?.missing).not.toContain("credentials_shown");
    expect(reply.draft?.missing.filter((name) => name.startsWith("party."))).toEqual([]);
  });

  it("sees that the certificates come from the roster", async () => {
    const say = officerIn("roster");
    await say("/report 现场检查笔录");
    const reply = await say(`${VISIT}检查员乙记录。`);
    expect(valueIn(reply, "officers")).toBe("检查员甲（执法证号12030117）、检查员乙（执法证号12030142）");
    expect(sourceIn(reply, "officers")).toBe("消息 1、人员名册");
    expect(valueIn(reply, "recorder")).toBe("检查员乙");
  });

  it("may greet, thank, complain and number without any of it getting into the document", async () => {
    const say = officerIn("small-talk");
    await say("/report 行政处罚决定书");
    const begun = await say("当事人：云溪鲜到家超市有限公司");
    for (const words of [
      "谢谢啊",
      "马上到",
      "单位",
      "你写错了",
      "怎么又弄错了",
      "12",
      "当事人的备用名：鲜家",
      "不是这样的",
    ]) {
      const { draft } = await say(words);
      expect([words, draft?.facts ?? begun.draft?.facts]).toEqual([words, begun.draft?.facts]);
    }
    const reply = await say("2026年9月1日检查时当事人冷柜内陈列待售过期酸奶6盒。");
    expect(valueIn(reply, "violation_facts")).toBe("2026年9月1日检查时当事人冷柜内陈列待售过期酸奶6盒。");
  });

  it("pastes a list and a person as the bot printed them, and is asked for what they lack", async () => {
    const say = officerIn("paste");
    await say("/report 先行登记保存证据通知书");
    await say("物品清单：鲜到家原味酸奶（200克/盒，批号20260801）6盒、火腿肠");
    const person =
      "负责人丙，男，1985年3月12日出生，居民身份证号码990104198503123018，云溪鲜到家超市有限公司法定代表人，" +
      "住云溪区柳巷6号，电话13900000117";
    const reply = await say(`现场负责人：${person}`);
    expect(valueIn(reply, "goods")).toBe("鲜到家原味酸奶（200克/盒，批号20260801）6盒、火腿肠");
    expect(valueIn(reply, "site_person")).toBe(person);
    expect(valueIn(reply, "preserve_reason")).toBeUndefined();
    expect(reply.draft?.missing).toContain("goods.quantity");
    const reason = await say("怕他们转移，随时可能卖掉");
    expect(valueIn(reason, "preserve_reason")).toBe("怕他们转移，随时可能卖掉");
  });
});
