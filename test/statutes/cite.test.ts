import { describe, expect, it } from "vitest";
import { BotError } from "../../src/core/errors.ts";
import { openStatutes, sayStatute } from "../../src/statutes/index.ts";

const desk = openStatutes();
const TODAY = "2026-11-23";

const failureOf = (run: () => unknown): BotError => {
  try {
    run();
  } catch (error) {
    if (error instanceof BotError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("a citation", () => {
  it("carries its place in the text given, the full title and the days it is in force", () => {
    const text = "依据\u3000《行政处罚法》\n第 59 条第一款第（一）项，特此告知。";
    const [citation] = desk.cite(text, { on: TODAY }).citations;
    expect(citation).toMatchObject({
      law: "中华人民共和国行政处罚法",
      article: "第五十九条",
      paragraph: 1,
      item: 1,
      status: "ok",
      inForce: { from: "2021-07-15", to: null },
    });
    expect(text.slice(citation?.start, citation?.end)).toBe(citation?.text);
    expect(citation?.text).toBe("《行政处罚法》\n第 59 条第一款第（一）项");
  });

  it("says in which collection a law was not found, and how new that is", () => {
    const [zh] = desk.cite("《灯笼管理法》第一条", { on: TODAY }).citations;
    expect(zh?.detail).toMatch(/LawRefBook”（\d+部，收至2026-05-15）/);
    const [en] = desk.cite("《灯笼管理法》第一条", { on: TODAY, lang: "en" }).citations;
    expect(en?.detail).toMatch(/collection "LawRefBook" \(\d+ laws, up to 2026-05-15\)/);
  });

  it("does not tell anybody that a local rule does not exist", () => {
    const [citation] = desk.cite("《广州市市容环境卫生管理规定》第三条", { on: TODAY }).citations;
    expect(citation?.status).toBe("unknown_law");
    expect(citation?.detail).toContain("地方性法规");
  });

  it("says that a quotation is unchecked where the words of the law are not at hand", () => {
    const [citation] = desk.cite("《行政处罚法》第五条规定：“行政处罚遵循公正、公开的原则。”", {
      on: TODAY,
    }).citations;
    expect(citation).toMatchObject({ status: "ok" });
    expect(citation?.detail).toContain("引文未核对");
  });

  it("is not seen in a text without any", () => {
    expect(desk.cite("", { on: TODAY }).citations).toEqual([]);
    expect(desk.cite("今天天气很好。第三天也是。", { on: TODAY }).citations).toEqual([]);
  });
});

describe("what is no question", () => {
  it("is refused by name: bytes that are no text, days that are no days", () => {
    expect(failureOf(() => desk.cite("PK\u0003\u0000\u0000", { on: TODAY }))).toMatchObject({
      code: "input.notText",
    });
    expect(failureOf(() => desk.cite("法", { on: "2026-02-30" })).message).toContain(
      '"2026-02-30" is no day',
    );
    expect(failureOf(() => desk.cite("法", { on: TODAY, actOn: "昨天" })).detail.field).toBe("actOn");
    expect(failureOf(() => desk.statute("行政处罚法", { on: "soon" }))).toMatchObject({
      code: "usage.invalid",
    });
  });
});

describe("a look-up in the ledger alone", () => {
  it("shows editions and says that the text is not here", () => {
    const answer = desk.statute("治安处罚法", { article: "第一百一十七条", on: TODAY });
    expect(answer).toMatchObject({
      law: "中华人民共和国治安管理处罚法",
      article: "第一百一十七条",
      status: "in_force",
    });
    expect(answer.text).toBeUndefined();
    expect(sayStatute(answer, "en")).toContain("only the ledger is here");
    expect(desk.statute("环境保护法", { on: TODAY })).toMatchObject({
      status: "ended",
      repealedBy: "中华人民共和国生态环境法典",
    });
  });
});
