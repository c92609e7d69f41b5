import { afterEach, describe, expect, it } from "vitest";
import { unzip } from "../../src/files/zip.ts";
import { verifyChain } from "../../src/store/chain.ts";
import { auditKey } from "../../src/store/sqlite/store.ts";
import { openOffice, type Office } from "./office.ts";

let office: Office;
afterEach(() => office.close());

const FACTS =
  "今天上午10点20到10点55，我和检查员乙去云溪区青石路18号的鲜到家超市查的，老板负责人丙在场。" +
  "冷柜里有6盒过期酸奶，生产批号20261001，保质期21天，价签9块9。拍了12张照片，老板认，让他下架了。";
const REST = [
  "检查员甲、检查员乙，执法证号12030117、12030142",
  "统一社会信用代码：92330108MA2GXK3T4L，经营者：负责人丙，住所：云溪区青石路18号",
  "出示了执法证件，告知了权利义务，当事人不申请回避",
];

async function inspected(): Promise<void> {
  await office.say("jia", "/report 现场检查笔录");
  await office.say("jia", FACTS);
  for (const words of REST) await office.say("jia", words);
}

describe("an officer who has a record written", () => {
  it("sees the kinds, begins one, and is asked for three things at most", async () => {
    office = await openOffice();
    const menu = await office.say("jia", "/report");
    expect(menu.text).toContain("1. 现场检查笔录");
    const begun = await office.say("jia", "1");
    expect(begun.text).toMatch(/现场检查笔录.*案件 2026-0001/u);
    expect(begun.asks).toHaveLength(3);
    expect(begun.text).toContain("①");
  });

  it("reads each fact with where it comes from, what is missing, and nothing that was not said", async () => {
    office = await openOffice();
    await office.say("jia", "帮我写一份现场检查笔录");
    const { text, draft } = await office.say("jia", FACTS);
    expect(text).toContain("| 检查时间 | 2026年11月24日10时20分至10时55分 | 消息 1 |");
    expect(text).toContain("12张（编号未提供）");
    expect(text).toContain("| 告知权利义务 | **未提供** | – |");
    expect(draft?.missing).toContain("credentials_shown");
    expect(draft?.findings.map(({ rule }) => rule)).toContain("F11");
  });

  it("corrects by plain words, and sees only what changed", async () => {
    office = await openOffice();
    await office.say("jia", "/report 现场检查笔录");
    await office.say("jia", FACTS);
    const { text } = await office.say("jia", "检查时间改成10点40到11点");
    expect(text).toContain("10时20分至10时55分 → 2026年11月24日10时40分至11时00分");
    expect(text).not.toContain("| 检查地点 |");
    const { text: versions } = await office.say("jia", "版本");
    expect(versions).toContain(
      "检查时间：2026年11月24日10时20分至10时55分 → 2026年11月24日10时40分至11时00分",
    );
  });

  it("may write the correction as a command, and is told how when it is not whole", async () => {
    office = await openOffice();
    await office.say("jia", "/report 现场检查笔录");
    await office.say("jia", FACTS);
    expect((await office.say("jia", "改 检查时间 10点40到11点")).text).toContain(
      "→ 2026年11月24日10时40分至11时00分",
    );
    expect((await office.say("jia", "改")).text).toContain("改成什么");
  });

  it("is told when two statements differ, and the first one stands until it is corrected", async () => {
    office = await openOffice();
    await office.say("jia", "/report 现场检查笔录");
    await office.say("jia", FACTS);
    const { text, draft } = await office.say("jia", "检查时间：今天上午9点到9点半");
    expect(text).toContain("前后不一致");
    expect(draft?.facts.find(({ name }) => name === "inspection_time")?.value).toContain("10时20分");
  });

  it("is told that a number has a wrong check digit; the number is not taken and not mended", async () => {
    office = await openOffice();
    await office.say("jia", "/report 现场检查笔录");
    await office.say("jia", FACTS);
    const { text, draft } = await office.say("jia", "统一社会信用代码：92330108MA2GXK3T4A");
    expect(text).toMatch(/没有采用“92330108MA2GXK3T4A”：.*校验/u);
    expect(JSON.stringify(draft?.facts)).not.toContain("92330108MA2GXK3T4");
  });

  it("may ask something else meanwhile, and is answered by the agents", async () => {
    office = await openOffice();
    await office.say("jia", "/report 现场检查笔录");
    const reply = await office.say("jia", "补领结婚证要带什么？");
    expect(reply.draft).toBeUndefined();
    expect(reply.agent).not.toBe("");
  });
});

describe("a document on its way", () => {
  it("goes out only after another person's yes, with a restart in between, and the record tells it", async () => {
    office = await openOffice();
    await inspected();
    expect((await office.say("jia", "提交")).text).toContain("已提交：现场检查笔录");
    expect((await office.say("jia", "通过")).failure).toBe("access.denied");
    await office.restart();
    expect((await office.say("wu", "通过 2026-0001")).text).toContain("10 分钟内再回复一次");
    await office.restart();
    expect((await office.say("wu", "通过 2026-0001")).text).toContain("批准：现场检查笔录");
    const issued = await office.say("jia", "签发");
    expect(issued.text).toContain("已签发：现场检查笔录");
    const [file] = issued.files;
    const kept = await office.app().files.open(file?.fileId ?? "");
    const parts = await unzip(kept?.body ?? new Uint8Array());
    expect(new TextDecoder().decode(parts.get("word/document.xml"))).toContain("鲜到家超市");
    expect(new TextDecoder().decode(parts.get("docProps/custom.xml"))).toContain("AIGC");
    const rows = await office.app().store.audit.rows(0, 1_000);
    expect(await verifyChain(office.app().store.audit, auditKey(office.data))).toMatchObject({ ok: true });
    const kinds = rows.map(({ kind }) => kind);
    for (const step of ["submitted", "approved", "issued"]) expect(kinds.join(" ")).toContain(step);
    // ids and hashes only: no name of a person or a shop stands in the record
    expect(JSON.stringify(rows)).not.toMatch(/鲜到家|负责人丙|92330108/u);
  });

  it("is finalised by a person, and only then loses the label; a change brings it back", async () => {
    office = await openOffice();
    await inspected();
    const labelled = async (fileId = "") => {
      const kept = await office.app().files.open(fileId);
      const parts = await unzip(kept?.body ?? new Uint8Array());
      const custom = parts.get("docProps/custom.xml");
      return custom !== undefined && new TextDecoder().decode(custom).includes("AIGC");
    };
    expect(await labelled((await office.say("jia", "文书")).files[0]?.fileId)).toBe(true);
    expect(await labelled((await office.say("jia", "人工定稿")).files[0]?.fileId)).toBe(false);
    await office.say("jia", "检查时间改成10点40到11点");
    expect(await labelled((await office.say("jia", "文书")).files[0]?.fileId)).toBe(true);
  });

  it("is the one that waits, though another was begun since", async () => {
    office = await openOffice();
    await inspected();
    await office.say("jia", "提交");
    await office.say("jia", "/report 立案审批表");
    const { text } = await office.say("wu", "通过 2026-0001", "elsewhere");
    expect(text).toContain("请确认批准 **现场检查笔录**");
    expect((await office.say("jia", "事实 2026-0001")).text).toContain("立案审批表");
  });

  it("comes back with a reason, and without one it does not", async () => {
    office = await openOffice();
    await inspected();
    await office.say("jia", "提交");
    expect((await office.say("ding", "退回 2026-0001")).failure).toBe("input.invalid");
    expect((await office.say("ding", "退回 2026-0001 照片没有编号")).text).toContain(
      "退回了现场检查笔录：照片没有编号",
    );
    expect((await office.say("jia", "检查时间改成10点40到11点")).draft?.state).toBe("draft");
  });
});

describe("who may draft", () => {
  it("refuses a citizen's command in one sentence", async () => {
    office = await openOffice();
    const { failure, text } = await office.say("shimin", "/report 现场检查笔录");
    expect(failure).toBe("access.denied");
    expect(text).toContain("只对执法人员开放");
  });

  it("answers a citizen's plain words as before", async () => {
    office = await openOffice();
    const { draft } = await office.say("shimin", "帮我写一份现场检查笔录");
    expect(draft).toBeUndefined();
  });

  it("shows nobody a case of another room and another person", async () => {
    office = await openOffice();
    await office.say("jia", "/report 现场检查笔录");
    const reply = await office.say("shimin", "全文 2026-0001", "elsewhere");
    expect(reply.text).not.toContain("检查");
  });

  it("names the kinds that come near an unknown one", async () => {
    office = await openOffice();
    const { text, failure } = await office.say("jia", "/report 罚单大全");
    expect(failure ?? text).toMatch(/input\.invalid|哪一种/u);
  });
});
