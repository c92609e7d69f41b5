import { describe, expect, it } from "vitest";
import { compose, numberOf } from "../../src/documents/compose/compose.ts";
import { plainOf } from "../../src/documents/compose/plain.ts";
import { tenantSchema } from "../../src/documents/tenant.ts";
import { changed, composed, factsOf, plain, tenant, TODAY, typeOf } from "./examples.ts";

describe("a document", () => {
  it("says times, dates, photos and officers as officers write them", () => {
    const text = plain("inspection-record");
    expect(text).toContain("检查时间：2026年9月1日10时20分至10时55分");
    expect(text).toContain("检查人员：检查员甲（执法证号12030117）、检查员乙（执法证号12030142）");
    expect(text).toContain("照片12张（编号P01至P12）");
    expect(text).toContain("是否申请检查人员回避：不申请回避。");
    expect(plain("inspection-record", changed("inspection-record", { photos: 3 }))).toContain(
      "照片3张（编号未提供）",
    );
  });

  it("numbers penalties and writes fines in digits and capitals", () => {
    expect(plain("penalty-decision")).toContain("3.罚款人民币50000元（大写：伍万元整）。");
    const one = changed("penalty-decision", { penalties: [{ kind: "罚款", amount: 200.5 }] });
    expect(plain("penalty-decision", one)).toContain("罚款人民币200.50元（大写：贰佰元伍角）。");
  });

  it("calls a fact that evidence stands for by its name", () => {
    const evidence = [{ id: "1", name: "检查笔录1份", proves: ["violation_facts", "当事人的身份"] }];
    const text = plain("penalty-decision", changed("penalty-decision", { evidence }));
    expect(text).toContain("检查笔录1份，证明违法事实、当事人的身份。");
  });

  it("keeps the capitals an officer wrote, right or wrong", () => {
    const facts = changed("penalty-decision", {
      penalties: [{ kind: "罚款", amount: 3000, capitals: "叁佰元整" }],
    });
    expect(plain("penalty-decision", facts)).toContain("罚款人民币3000元（大写：叁佰元整）");
  });

  it("is the same whenever it is made from the same facts", () => {
    expect(JSON.stringify(composed("final-report"))).toBe(JSON.stringify(composed("final-report")));
  });

  it("says 未提供 for every gap and lists what the law asks for", () => {
    const { missing } = composed("penalty-decision", {});
    expect(missing).toEqual(expect.arrayContaining(["party", "violation_facts", "evidence", "decided_on"]));
    const facts = changed("penalty-decision", {
      filed_on: null,
      party: { kind: "unit", name: "某商店" },
      officers: [{ name: "检查员甲", certificate: "12030117" }, { name: "检查员乙" }],
    });
    const text = plain("penalty-decision", facts);
    expect(text).toContain("本机关于未提供对当事人");
    expect(text).toContain("统一社会信用代码：未提供");
    expect(text).toContain("检查员乙（执法证号未提供）");
    expect(composed("penalty-decision", facts).missing).toEqual(
      expect.arrayContaining([
        "filed_on",
        "party.credit_code",
        "party.representative",
        "officers.certificate",
      ]),
    );
  });

  it("invents nothing: without facts it holds no number, name or date", () => {
    for (const id of ["inspection-record", "spot-penalty", "meeting-minutes"]) {
      const text = plainOf(compose(typeOf(id), {}, { tenant: tenantSchema.parse({}), today: TODAY }));
      expect(text).not.toMatch(/\d/);
      expect(text).toContain("未提供");
    }
  });

  it("leaves out a piece whose value was not told, and the line with it", () => {
    const facts = changed("final-report", { goods_value: null, illegal_gains: null, discretion_level: null });
    const text = plain("final-report", facts);
    expect(text).not.toContain("货值金额");
    expect(text).not.toContain("裁量");
    expect(text).toContain("**六、处理意见**");
  });

  it("tells where each paragraph comes from and which may be polished", () => {
    const seen = composed("inspection-record").blocks.find(
      (block) => block.kind === "paragraph" && block.section === "seen",
    );
    expect(seen).toMatchObject({ isNarrative: true, facts: ["observations"] });
  });

  it("puts the list of goods on an annex named below the text", () => {
    const { blocks } = composed("evidence-preservation");
    expect(blocks).toContainEqual({ kind: "attachments", names: ["先行登记保存证据物品清单"] });
    expect(plain("evidence-preservation")).toContain("| 1 | 鲜到家原味酸奶 | 200克/盒 | 20260801 | 6盒 |");
  });

  it("drops 涉嫌 from the decision on, and asks for it before", () => {
    const cause = { case_cause: "销售超过保质期的食品案" };
    expect(plain("case-filing", changed("case-filing", cause))).toContain("涉嫌销售超过保质期的食品案");
    const suspected = changed("penalty-decision", { case_cause: "涉嫌销售超过保质期的食品案" });
    expect(plain("penalty-decision", suspected)).not.toContain("涉嫌");
  });
});

describe("the party", () => {
  it.each([
    [
      { kind: "person", name: "路人子", id_number: "990104199211084525", address: "柳巷1号" },
      "住址：柳巷1号",
    ],
    [{ kind: "sole_trader", name: "小店", operator: "店主丑" }, "经营者：店主丑"],
    [{ kind: "unit", name: "公司", representative: "负责人寅" }, "法定代表人（负责人）：负责人寅"],
  ])("is described by its kind: %o", (party, line) => {
    const text = plain("penalty-decision", changed("penalty-decision", { party }));
    expect(text).toContain(`当事人：${party.name}`);
    expect(text).toContain(line);
    expect(text.includes("统一社会信用代码")).toBe(party.kind !== "person");
  });
});

describe("the remedies", () => {
  const of = (reconsideration: string) => tenantSchema.parse({ ...tenant, reconsideration });
  const decision = (where: string) => plain("penalty-decision", factsOf("penalty-decision"), of(where));

  it("name the government of the same level, the upper department, or both by the kind of agency", () => {
    expect(decision("local")).toContain("六十日内向云溪区人民政府申请行政复议，也可以");
    expect(decision("vertical")).toContain("六十日内向南江市市场监督管理局申请行政复议，也可以");
    expect(decision("either")).toContain("选择向云溪区人民政府或者南江市市场监督管理局申请");
    expect(decision("local")).toContain("六个月内直接向云溪区人民法院提起行政诉讼");
  });

  it("send a party punished on the spot to reconsideration first", () => {
    const text = plain("spot-penalty");
    expect(text).toContain("应当先自收到本决定书之日起六十日内向云溪区人民政府申请行政复议");
    expect(text).not.toContain("直接向");
  });

  it("count an organ the institution has not named as missing", () => {
    const bare = tenantSchema.parse({ ...tenant, government: undefined, court: undefined });
    const { missing } = composed("penalty-decision", factsOf("penalty-decision"), bare);
    expect(missing).toEqual(["tenant.government", "tenant.court"]);
    expect(plain("penalty-decision", factsOf("penalty-decision"), bare)).toContain("向未提供申请行政复议");
  });
});

describe("a public security case", () => {
  const person = { kind: "person", name: "路人卯", address: "柳巷2号", id_number: "990104199211084525" };

  it("asks for sex and date of birth, serves the victim and says nothing of publication", () => {
    const facts = changed("penalty-decision", {
      procedure: "police",
      party: person,
      victim: { name: "路人辰" },
      penalties: [
        { kind: "行政拘留", days: 5 },
        { kind: "罚款", amount: 500 },
      ],
    });
    expect(composed("penalty-decision", facts).missing).toEqual(["party.sex", "party.birth_date"]);
    const text = plain("penalty-decision", facts);
    const known = { ...person, sex: "男", birth_date: "1992-11-08" };
    const told = changed("penalty-decision", { procedure: "police", party: known, decided_on: "2026-11-07" });
    expect(plain("penalty-decision", told)).toContain(
      "出生日期：1992年11月8日\n\n年龄：33周岁\n\n居民身份证号码",
    );
    expect(text).toContain("1.行政拘留5日；");
    expect(text).toContain("同时送达被侵害人路人辰");
    expect(text).not.toContain("公开决定信息");
  });

  it("gives the rights of the law for such cases", () => {
    const facts = changed("penalty-notice", { procedure: "police", hearing_told: true });
    expect(plain("penalty-notice", facts)).toContain("《中华人民共和国治安管理处罚法》第一百一十七条");
    expect(plain("penalty-notice", facts)).not.toContain("第六十三条");
  });
});

describe("a hearing", () => {
  const without = (values: object) =>
    composed("penalty-notice", changed("penalty-notice", { hearing_told: null, ...values }));

  it("has to be told from the institution's own amount on", () => {
    expect(without({}).missing).toEqual(["hearing_told"]);
    const fine = { kind: "罚款", amount: 49_999 };
    const gains = { kind: "没收违法所得", amount: 5000 };
    expect(without({ proposed_penalties: [fine, gains] }).missing).toEqual([]);
  });

  it("has to be told for a revoked permit whatever the amount", () => {
    expect(without({ proposed_penalties: [{ kind: "吊销许可证件" }] }).missing).toEqual(["hearing_told"]);
  });
});

describe("official letters", () => {
  it("number their headings, leaving out those without text", () => {
    const facts = changed("official-report", { problems: null });
    const text = plain("official-report", facts);
    expect(text).toContain("**三、下一步打算**");
    expect(text).toContain("特此报告。");
  });

  it("show who signs off only where they go up", () => {
    expect(composed("official-request").signer).toBe("局长戊");
    expect(composed("official-notice").signer).toBeNull();
  });

  it("answer a letter by its name and number", () => {
    const facts = changed("official-letter", {
      reply_to: [{ name: "关于商请核查的函", number: "松市监函〔2026〕8号" }],
    });
    const text = plain("official-letter", facts);
    expect(text).toContain("《关于商请核查的函》（松市监函〔2026〕8号）收悉。");
    expect(text).toContain("特此函复。");
  });

  it("give minutes responsible bodies and dates, and no seal", () => {
    const { blocks } = composed("meeting-minutes");
    expect(plain("meeting-minutes")).toContain(
      "方案印发各所。责任单位：执法一科；完成时限：2026年11月27日前。",
    );
    expect(blocks.find(({ kind }) => kind === "seal")).toMatchObject({ isSealed: false });
  });
});

describe("the number of a document", () => {
  it("follows the type's pattern, year in full, no zeros before", () => {
    const year = 2026;
    expect(numberOf(typeOf("penalty-decision"), { tenant, year, serial: 7 })).toBe("云市监罚决〔2026〕7号");
    expect(numberOf(typeOf("inspection-record"), { tenant, year, serial: 7 })).toBeNull();
    const nameless = tenantSchema.parse({});
    expect(numberOf(typeOf("penalty-decision"), { tenant: nameless, year, serial: 7 })).toBeNull();
  });

  it("is the one given when it is issued, else the one among the facts", () => {
    const type = typeOf("penalty-decision");
    const facts = changed("penalty-decision", { document_number: null });
    expect(compose(type, facts, { tenant, today: TODAY }).number).toBe("云市监罚决〔2026〕128号");
    expect(compose(type, facts, { tenant, today: TODAY, number: "云市监罚决〔2026〕9号" }).number).toBe(
      "云市监罚决〔2026〕9号",
    );
  });
});
