import { describe, expect, it } from "vitest";
import { factOf } from "../../../src/documents/facts/fact.ts";
import { approvedBy, drafted, openOffice } from "./office.ts";
import { block, date, says, text, 乙, 审, 市民, 批, 甲, 局长 } from "./people.ts";

const refusal = (code: string, zh: string | RegExp) =>
  expect.objectContaining({
    code,
    detail: expect.objectContaining({ forUser: { zh: expect.stringMatching(zh), en: expect.any(String) } }),
  });

describe("a document on its way", () => {
  it("goes from draft over review and approval to its number, service and the closed case", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office);
    expect(where).toEqual({ caseId: "2026-0001", document: "d1" });
    await cases.submit({ ...where, by: 甲, needsReview: true });
    await expect(cases.askApproval({ ...where, by: 批 })).rejects.toEqual(
      refusal("case.state", "须先经法制审核通过"),
    );
    await cases.review({ ...where, by: 审, comment: "事实清楚" });
    await cases.askApproval({ ...where, by: 批 });
    await cases.approve({ ...where, by: 批 });
    const issued = await cases.issue({ ...where, by: 甲 });
    expect(issued.number).toBe("云市监罚决〔2026〕1号");
    expect(issued.file.documents[0]?.issued?.text).toContain("云市监罚决〔2026〕1号");
    const served = await cases.serve({ ...where, by: 甲, on: "2026-11-25", method: "直接送达" });
    expect(served.started.map(({ kind, due }) => [kind, due])).toEqual([["fine-payment", "2026-12-10"]]);
    const closed = await cases.close({ caseId: where.caseId, by: 甲, reason: "罚款缴清" });
    expect([closed.state, closed.documents[0]?.state]).toEqual(["closed", "closed"]);
    await expect(cases.setFacts({ ...where, by: 甲, set: { case_cause: text("别的") } })).rejects.toEqual(
      refusal("case.state", "已经结案"),
    );
  });

  it("goes back to its author with a comment, and up again as the next version", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office);
    await cases.submit({ ...where, by: 甲 });
    await expect(cases.return({ ...where, by: 审, comment: "  " })).rejects.toEqual(
      refusal("input.invalid", "写明理由"),
    );
    const back = await cases.return({ ...where, by: 审, comment: "裁量理由太短" });
    expect(back.documents[0]).toMatchObject({
      state: "draft",
      returns: [{ version: 1, comment: "裁量理由太短" }],
    });
    const next = await cases.compose({
      ...where,
      by: 甲,
      composed: says("罚款 2000 元。", "理由：初次违法。"),
      findings: [],
      factsRevision: 0,
    });
    expect(next.documents[0]?.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect((await cases.submit({ ...where, by: 甲 })).documents[0]?.state).toBe("legal_review");
  });

  it("cannot be submitted before there is a text, nor after facts changed behind the text", async () => {
    const { cases } = openOffice();
    const { file, document } = await cases.begin({ type: "penalty-decision", by: 甲, conversation: "c" });
    const where = { caseId: file.id, document, by: 甲 };
    await expect(cases.submit(where)).rejects.toEqual(refusal("case.state", "还没有成稿"));
    await cases.compose({ ...where, composed: says("一"), findings: [], factsRevision: 0 });
    await cases.setFacts({ ...where, set: { case_cause: text("涉嫌销售过期食品案") } });
    await expect(cases.submit(where)).rejects.toEqual(refusal("case.moved", "草稿 1 之后事实又有改动"));
    // a text made from the old facts is not kept either
    await expect(
      cases.compose({ ...where, composed: says("二"), findings: [], factsRevision: 0 }),
    ).rejects.toEqual(refusal("case.moved", "没有保存"));
    await cases.compose({ ...where, composed: says("二"), findings: [], factsRevision: 1 });
    await expect(cases.submit(where)).resolves.toMatchObject({ documents: [{ state: "legal_review" }] });
  });

  it("keeps no second version of the same words, so that looking at it disturbs nothing", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office);
    await cases.submit({ ...where, by: 甲 });
    const seen = await cases.compose({
      ...where,
      by: 审,
      composed: says("罚款 2000 元。"),
      findings: [],
      factsRevision: 0,
    });
    expect(seen.documents[0]).toMatchObject({ state: "legal_review", versions: [{ version: 1 }] });
  });
});

describe("facts of a case", () => {
  it("are shared by its documents, each with its source; a document's own stay with it", async () => {
    const { cases } = openOffice();
    const { file } = await cases.begin({ type: "inspection-record", by: 甲, conversation: "c" });
    const first = { caseId: file.id, document: "d1", by: 甲 };
    await cases.setFacts({
      ...first,
      set: { case_cause: text("涉嫌销售过期食品案"), inspection_place: text("青石路18号") },
    });
    const next = await cases.begin({ type: "penalty-decision", by: 甲, conversation: "c", caseId: file.id });
    expect(next.document).toBe("d2");
    expect(next.file.facts["case_cause"]?.sources).toEqual([{ kind: "message", ref: "消息 2", words: "…" }]);
    expect(next.file.facts["inspection_place"]).toBeUndefined();
    expect(next.file.documents.map(({ own }) => Object.keys(own))).toEqual([["inspection_place"], []]);
    expect((await cases.list({ by: 甲 })).map(({ title }) => title)).toEqual(["涉嫌销售过期食品案"]);
    const gone = await cases.setFacts({ ...first, withdraw: ["inspection_place", "unknown"] });
    expect(gone.documents[0]?.own).toEqual({});
  });

  it("void an approval when they change, but not when they stay equal or only record the course", async () => {
    const office = openOffice();
    const { cases } = office;
    const { caseId, document } = await approvedBy(office, 批);
    const where = { caseId, document, by: 甲 };
    const state = async () => (await cases.read(caseId, 甲)).documents[0]?.state;
    await cases.setFacts({
      ...where,
      set: { needs_legal_review: factOf("answer", { yes: false }, { kind: "document", ref: "法制审核" }) },
    });
    expect(await state()).toBe("approved");
    await cases.setFacts({ ...where, set: { not_in_this_document: text("x") } });
    expect(await state()).toBe("approved");
    await cases.setFacts({ ...where, set: { case_cause: text("涉嫌案") } });
    expect(await state()).toBe("draft");
    await expect(cases.issue(where)).rejects.toEqual(refusal("case.state", "草稿"));
  });
});

describe("four eyes", () => {
  it("let nobody review or approve what he drafted, changed or submitted", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office, 局长);
    await cases.submit({ ...where, by: 甲 });
    await expect(cases.askApproval({ ...where, by: 局长 })).rejects.toEqual(
      refusal("access.denied", "您参与了《行政处罚决定书》的起草"),
    );
    const other = await drafted(office, 甲);
    await cases.setFacts({ ...other, by: 局长, set: { case_cause: text("涉嫌案") } });
    await cases.compose({ ...other, by: 甲, composed: says("新"), findings: [], factsRevision: 1 });
    await cases.submit({ ...other, by: 甲 });
    await expect(cases.approve({ ...other, by: 局长 })).rejects.toEqual(refusal("access.denied", "起草"));
    await cases.askApproval({ ...other, by: 批 });
    await expect(cases.approve({ ...other, by: 批 })).resolves.toMatchObject({
      documents: [{ state: "approved" }],
    });
  });

  it("see through a second account of the same person", async () => {
    const office = openOffice({ nameOf: ({ userId }) => (userId.startsWith("甲") ? "检查员甲" : userId) });
    const where = await drafted(office, 甲);
    await office.cases.submit({ ...where, by: 甲 });
    const phone = { ...批, platform: "phone", userId: "甲手机" };
    await expect(office.cases.askApproval({ ...where, by: phone })).rejects.toEqual(
      refusal("access.denied", "起草"),
    );
  });

  it("need the role in this room: an officer cannot approve, a reviewer cannot, a citizen sees nothing", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office);
    await cases.submit({ ...where, by: 甲 });
    await expect(cases.askApproval({ ...where, by: 审 })).rejects.toEqual(refusal("access.denied", "批准人"));
    await expect(cases.review({ ...where, by: 批 })).rejects.toEqual(refusal("access.denied", "审核人"));
    await expect(cases.read(where.caseId, 市民)).rejects.toEqual(refusal("case.unknown", "没有找到"));
    const here = { ...批, effectiveRoles: ["officer" as const] };
    await expect(cases.askApproval({ ...where, by: here })).rejects.toEqual(
      refusal("access.denied", "批准人"),
    );
  });
});

describe("an approval", () => {
  it("counts within ten minutes of the question, for the version that was shown", async () => {
    const office = openOffice();
    const { cases, wait } = office;
    const where = await drafted(office);
    await cases.submit({ ...where, by: 甲 });
    await expect(cases.approve({ ...where, by: 批 })).rejects.toEqual(refusal("case.moved", "再确认批准"));
    await cases.askApproval({ ...where, by: 批 });
    // somebody else's question does not serve
    await expect(cases.approve({ ...where, by: 局长 })).rejects.toEqual(refusal("case.moved", "请先查看"));
    wait(10 * 60_000 + 1);
    await expect(cases.approve({ ...where, by: 批 })).rejects.toEqual(refusal("case.moved", "超过十分钟"));
    await cases.askApproval({ ...where, by: 批 });
    await cases.return({ ...where, by: 甲, comment: "我再改改" });
    await cases.compose({ ...where, by: 甲, composed: says("改过"), findings: [], factsRevision: 0 });
    await cases.submit({ ...where, by: 甲 });
    await expect(cases.approve({ ...where, by: 批 })).rejects.toEqual(refusal("case.moved", "请先查看"));
  });

  it("is given by one of two who say yes at once; the other reads by whom", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office);
    await cases.submit({ ...where, by: 甲 });
    for (const by of [批, 局长]) await cases.askApproval({ ...where, by });
    const both = await Promise.allSettled([批, 局长].map((by) => cases.approve({ ...where, by })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((each) => each.status === "rejected");
    expect(lost?.reason).toEqual(
      refusal("case.state", /草稿 1 已由 (批|局长) 于 2026-11-24 10:20 批准，不必再批/),
    );
    const events = await office.store.cases.events(where.caseId);
    expect(events.filter(({ kind }) => kind === "approved")).toHaveLength(1);
  });

  it("lapses after the time an institution sets", async () => {
    const office = openOffice({ approvalLastsMs: 60_000 });
    const where = await approvedBy(office, 批);
    office.wait(60_001);
    await expect(office.cases.issue({ ...where, by: 甲 })).rejects.toEqual(
      refusal("case.moved", "批准已经失效"),
    );
  });

  it("covers the number and nothing else that differs when it is issued", async () => {
    const office = openOffice();
    const { cases, store } = office;
    const where = await approvedBy(office, 批);
    const sneak = () => says("罚款 20 元。");
    await expect(cases.issue({ ...where, by: 甲, finish: sneak })).rejects.toEqual(
      refusal("case.moved", "与批准的一稿不同"),
    );
    // nothing was used up by the refusal
    const series = { tenant: "云溪区市场监督管理局", pattern: "云市监罚决〔{year}〕{serial}号", year: 2026 };
    expect(await store.cases.lastNumber(series)).toBe(0);
    const written = await cases.issue({
      ...where,
      by: 甲,
      finish: (approved, number) => ({
        ...approved,
        number,
        blocks: [...approved.blocks, { kind: "note", text: `（${number}）` }],
      }),
    });
    expect(written.number).toBe("云市监罚决〔2026〕1号");
  });
});

describe("a blocking finding", () => {
  it("stops submitting until an approver answers for it by name, with a reason", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office, 甲, [block("C06"), { ...block("C30"), severity: "warn" }]);
    await expect(cases.submit({ ...where, by: 甲 })).rejects.toEqual(refusal("case.state", "C06"));
    const given = { ...where, rule: "C06", reason: "治安案件，一人执法并全程录像" };
    await expect(cases.override({ ...given, by: 甲 })).rejects.toEqual(refusal("access.denied", "批准人"));
    await expect(cases.override({ ...given, by: 批, reason: "" })).rejects.toEqual(
      refusal("input.invalid", "理由"),
    );
    await expect(cases.override({ ...given, by: 批, rule: "C30" })).rejects.toEqual(
      refusal("case.state", "没有待放行的 C30"),
    );
    const file = await cases.override({ ...given, by: 批 });
    expect(file.documents[0]?.overrides).toMatchObject([
      { rule: "C06", reason: "治安案件，一人执法并全程录像", by: { id: "test:bot:批" } },
    ]);
    await expect(cases.submit({ ...where, by: 甲 })).resolves.toMatchObject({
      documents: [{ state: "legal_review" }],
    });
  });

  it("of another kind is not covered, and one found at the last moment stops the issue", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office, 甲, [block("C06")]);
    await cases.override({ ...where, by: 批, rule: "C06", reason: "已补证" });
    await cases.submit({ ...where, by: 甲 });
    await cases.askApproval({ ...where, by: 批 });
    await cases.approve({ ...where, by: 批 });
    const late = [block("C06", "执法证号无效")];
    await expect(cases.issue({ ...where, by: 甲, findings: late })).rejects.toEqual(
      refusal("case.state", "不能印发"),
    );
    await cases.override({ ...where, by: 批, rule: "C06", reason: "证号已核实", findings: late });
    await expect(cases.issue({ ...where, by: 甲, findings: late })).resolves.toMatchObject({
      number: "云市监罚决〔2026〕1号",
    });
  });
});

describe("the label of machine-made text", () => {
  it("goes when a person has finalised it, and comes back with new words", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office);
    const signed = await cases.signOff({ ...where, by: 甲 });
    expect(signed.documents[0]?.signOff).toMatchObject({ version: 1, by: { id: "test:bot:甲" } });
    const changed = await cases.compose({
      ...where,
      by: 甲,
      composed: says("新的话"),
      findings: [],
      factsRevision: 0,
    });
    expect(changed.documents[0]?.signOff).toBeNull();
  });
});

describe("what a person may do now", () => {
  it("is told for buttons", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await drafted(office, 甲, [block("C06")]);
    const file = await cases.read(where.caseId, 甲);
    expect(cases.possible(file, "d1", 甲)).toEqual(["edit", "signOff", "close"]);
    expect(cases.possible(file, "d1", 批)).toContain("override");
    await cases.override({ ...where, by: 批, rule: "C06", reason: "已补" });
    const submitted = await cases.submit({ ...where, by: 甲 });
    expect(cases.possible(submitted, "d1", 审)).toEqual(["edit", "review", "return", "signOff"]);
    expect(cases.possible(submitted, "d1", 批)).toEqual(["edit", "approve", "return", "signOff"]);
    expect(cases.possible(submitted, "d1", 市民)).toEqual([]);
  });
});

describe("a case", () => {
  it("is found again in its room, thread and list after a restart", async () => {
    const office = openOffice();
    const where = await drafted(office);
    const again = await office.restart();
    const here = await again.cases.current("test:bot:room", 甲);
    expect([here?.file.id, here?.document]).toEqual([where.caseId, "d1"]);
    // a colleague in the same room sees it, one elsewhere does not
    expect((await again.cases.read(where.caseId, 乙)).id).toBe(where.caseId);
    await expect(again.cases.read(where.caseId, { ...乙, roomId: "elsewhere" })).rejects.toEqual(
      refusal("case.unknown", "没有找到"),
    );
    expect(await again.cases.list({ by: 乙 })).toEqual([]);
    expect((await again.cases.list({ by: 审, state: "draft" })).map(({ caseId }) => caseId)).toEqual([
      where.caseId,
    ]);
    await again.cases.turnTo("test:bot:room", 甲, null);
    expect(await again.cases.current("test:bot:room", 甲)).toBeNull();
  });

  it("is opened by those who may draft only, and of a type there is", async () => {
    const { cases } = openOffice();
    const given = { type: "penalty-decision", conversation: "c" };
    await expect(cases.begin({ ...given, by: 市民 })).rejects.toEqual(refusal("access.denied", "权限"));
    await expect(cases.begin({ ...given, by: 甲, type: "poem" })).rejects.toEqual(
      refusal("input.invalid", "poem"),
    );
    await expect(cases.begin({ ...given, by: 甲, caseId: "2026-9999" })).rejects.toEqual(
      refusal("case.unknown", "没有找到"),
    );
  });

  it("cannot be closed over a document that waits for somebody", async () => {
    const office = openOffice();
    const where = await drafted(office);
    await office.cases.submit({ ...where, by: 甲 });
    await expect(office.cases.close({ caseId: where.caseId, by: 甲, reason: "完" })).rejects.toEqual(
      refusal("case.state", "还在审核"),
    );
  });

  it("keeps facts that two people give at once, both of them", async () => {
    const office = openOffice();
    const where = await drafted(office);
    await Promise.all([
      office.cases.setFacts({ ...where, by: 甲, set: { case_cause: text("涉嫌案") } }),
      office.cases.setFacts({ ...where, by: 乙, set: { filed_on: date("2026-11-20") } }),
    ]);
    const { facts } = await office.cases.read(where.caseId, 甲);
    expect(Object.keys(facts).toSorted()).toEqual(["case_cause", "filed_on"]);
  });
});
