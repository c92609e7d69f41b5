import { describe, expect, it } from "vitest";
import { extractFacts } from "../../../src/documents/extract/index.ts";
import type { Facts } from "../../../src/documents/facts/fact.ts";
import { fieldsOf, read, talkOf, TENANT, TODAY, valuesOf } from "./desk.ts";

const CODE = "91990104MA2XQ71A0T";
const FIRM = "云溪鲜到家超市有限公司";

/** One message after these facts were known and these questions asked. */
function answered(type: string, before: string, text: string, asked: readonly string[]) {
  const known: Facts = read(type, [before]).facts;
  const messages = talkOf([text]).map((one) => ({ ...one, asked }));
  return extractFacts(messages, { fields: fieldsOf(type), tenant: TENANT, today: TODAY, known });
}

const OF_FIRM = ["party.address", "party.credit_code", "party.representative"];
const WHOLE = {
  kind: "unit",
  name: FIRM,
  credit_code: CODE,
  address: "云溪区青石路18号",
  representative: "丙",
};

describe("answers to questions for parts", () => {
  it.each([
    `① 云溪区青石路18号 ② ${CODE} ③ 丙`,
    `1、云溪区青石路18号 2、代码是${CODE} 3、法定代表人丙`,
    `③ 丙\n① 住所：云溪区青石路18号\n② ${CODE}`,
    `云溪区青石路18号，${CODE}，丙`,
    `当事人的住址（住所）：云溪区青石路18号\n当事人的统一社会信用代码：${CODE}\n当事人的法定代表人（负责人）：丙`,
  ])("fill the firm that is known: %s", (text) => {
    expect(valuesOf(answered("inspection-record", `当事人：${FIRM}`, text, OF_FIRM))).toEqual({
      party: WHOLE,
    });
  });

  it("let the talk behind the last number be free talk", () => {
    const told = answered(
      "inspection-record",
      `当事人：${FIRM}`,
      `① 云溪区青石路18号 ② ${CODE} ③ 丙。冷柜里摆着6盒酸奶，没申请回避`,
      OF_FIRM,
    );
    expect(valuesOf(told)).toMatchObject({
      party: WHOLE,
      observations: "冷柜里摆着6盒酸奶",
      recusal: { yes: false },
    });
  });

  it("give certificates, quantities and what evidence proves to those that lack them, in their order", () => {
    const officers = answered("inspection-record", "执法人员：李雷、检查员乙", "12030188", [
      "officers.certificate",
    ]);
    expect(valuesOf(officers).officers).toEqual([
      { name: "李雷", certificate: "12030188" },
      { name: "检查员乙", certificate: "12030142" },
    ]);
    const goods = answered("evidence-preservation", "物品清单：酸奶、火腿肠", "6盒、12根", [
      "goods.quantity",
    ]);
    expect(valuesOf(goods).goods).toEqual([
      { name: "酸奶", quantity: 6, unit: "盒" },
      { name: "火腿肠", quantity: 12, unit: "根" },
    ]);
    const evidence = answered(
      "final-report",
      "证据1：现场检查笔录1份\n证据2：现场照片12张",
      "① 证明现场情况；证明陈列位置",
      ["evidence.proves"],
    );
    expect(valuesOf(evidence)).toEqual({
      evidence: [
        { id: "1", name: "现场检查笔录1份", proves: ["现场情况"] },
        { id: "2", name: "现场照片12张", proves: ["陈列位置"] },
      ],
    });
  });

  it("are refused with a wrong check digit, and 不知道 is no answer", () => {
    const wrong = answered("inspection-record", `当事人：${FIRM}`, "② 91990104MA2XQ71A0A", OF_FIRM);
    expect([valuesOf(wrong), wrong.rejected.map(({ name }) => name)]).toEqual([{}, ["party"]]);
    const none = answered("inspection-record", `当事人：${FIRM}`, "① 不知道 ③ 不清楚", OF_FIRM);
    expect(valuesOf(none)).toEqual({});
  });

  it.each(["谢谢啊", "马上到", "安全", "好的", "12", "文书", "明白了", "高兴", "没有"])(
    "are not taken from %s",
    (text) => {
      expect(valuesOf(answered("inspection-record", `当事人：${FIRM}`, text, OF_FIRM))).toEqual({});
    },
  );
});

describe("an address behind its label", () => {
  it.each(["住所", "住址", "经营场所", "经营地址"])(
    "%s is the party's where there is a place too",
    (label) => {
      const known = read("inspection-record", [`当事人：${FIRM}，地点：柳巷3号`]).facts;
      const told = read("inspection-record", [`${label}：云溪区青石路18号`], known);
      expect(told.contradictions).toEqual([]);
      expect(valuesOf(told)).toEqual({ party: { kind: "unit", name: FIRM, address: "云溪区青石路18号" } });
    },
  );

  it("is not lost behind a code in the same line", () => {
    const text = `当事人${FIRM}。统一社会信用代码：${CODE}，法定代表人丙，住所云溪区青石路18号。出示了执法证件`;
    expect(valuesOf(read("inspection-record", [text]))).toMatchObject({
      party: WHOLE,
      credentials_shown: { yes: true },
    });
  });
});

describe("words that are about the talk", () => {
  const WORDS =
    "你写错了|怎么又弄错了|当事人的xyz：abc|谢谢啊辛苦了|12|提交|不是这样的|稍等一下|我等下再发|照片晚点给你|我再补充一点|能不能快点|文书发给我|这个系统真难用";
  it.each(WORDS.split("|"))("%s are no fact of any document", (text) => {
    const types = ["inspection-record", "penalty-decision", "correction-order", "evidence-preservation"];
    for (const type of types) expect([type, valuesOf(read(type, [text]))]).toEqual([type, {}]);
  });
});
