import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BotError } from "../../src/core/errors.ts";
import { Vault } from "../../src/privacy/vault.ts";
import { cards, idNumbers, mobiles } from "./made.ts";

const ID = "11010519491231002X";

/** Talk with personal data in it, in any order. */
const talk = fc
  .array(
    fc.oneof(
      idNumbers,
      mobiles,
      cards.map((card) => `卡号${card}`),
      fc.constantFrom(
        "a@example.com",
        "您好，",
        "see ",
        "⟦",
        "⟧",
        "⟦身份证_1⟧",
        "⟦手机_",
        "2026-11-23",
        "😀",
        "\n",
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join("，"));

describe("masking", () => {
  it("shows what a model would see, and where the values stood", () => {
    const text = `我叫小王，身份证${ID}，手机 138-0013-8000，邮箱a@example.com。`;
    const { masked, spans } = new Vault().mask(text);
    expect(masked).toBe("我叫小王，身份证⟦身份证_1⟧，手机 ⟦手机_1⟧，邮箱⟦邮箱_1⟧。");
    expect(spans).toEqual([
      { kind: "id_card", start: 8, end: 26, token: "⟦身份证_1⟧" },
      { kind: "mobile", start: 30, end: 43, token: "⟦手机_1⟧" },
      { kind: "email", start: 46, end: 59, token: "⟦邮箱_1⟧" },
    ]);
  });

  it("gives one value one token in the whole conversation, another value another", () => {
    const vault = new Vault();
    vault.mask("13800138000");
    expect(vault.mask("call 13900139000 or +86 138 0013 8000").masked).toBe("call ⟦手机_2⟧ or ⟦手机_1⟧");
  });

  it("never changes what comes back, whatever was said", () => {
    fc.assert(
      fc.property(talk, (text) => {
        const vault = new Vault();
        const { masked, spans } = vault.mask(text);
        const spelledOnce = new Set(spans.map(({ token }) => token)).size === spans.length;
        if (spelledOnce) expect(vault.restore(masked)).toBe(text);
        expect(vault.maskAgain(masked)).toEqual({ masked, spans: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe("restoring", () => {
  it("puts values back wherever the stream is cut", () => {
    fc.assert(
      fc.property(talk, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (text, sizes) => {
        const vault = new Vault();
        const { masked } = vault.mask(text);
        const stream = vault.restoreStream();
        let shown = "";
        for (let at = 0, turn = 0; at < masked.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          shown += stream.push(masked.slice(at, at + size));
          at += size;
        }
        expect(shown + stream.end()).toBe(vault.restore(masked));
      }),
    );
  });

  it("holds back no more than the token that is arriving", () => {
    const vault = new Vault();
    vault.mask(ID);
    const stream = vault.restoreStream();
    expect(stream.push("您的号码 ⟦身份")).toBe("您的号码 ");
    expect(stream.push("证_1⟧ 已收到")).toBe(`${ID} 已收到`);
    expect(stream.push("⟦这不是代号，只是一个没有关上的括号，后面还有很多字")).toContain("没有关上");
  });

  it("leaves tokens that the model invented as they are", () => {
    const vault = new Vault();
    vault.mask(ID);
    expect(vault.restore("⟦身份证_2⟧ ⟦手机_1⟧ ⟦护照_1⟧")).toBe("⟦身份证_2⟧ ⟦手机_1⟧ ⟦护照_1⟧");
  });

  it("understands a token that the model spelled with blanks", () => {
    const vault = new Vault();
    vault.mask(ID);
    expect(vault.restore("⟦ 身份证_1 ⟧ ⟦身份证＿1⟧")).toBe(`${ID} ${ID}`);
  });

  it("stars the middle where others read along", () => {
    const vault = new Vault();
    const { masked } = vault.mask(`${ID} 13800138000 zhang@example.com 卡号6222021234567890128`);
    expect(vault.restore(masked, "partial")).toMatch(/^110\*{11}002X 138\*{4}8000 z\*{3}@example\.com 卡号/);
  });
});

describe("tokens that people type", () => {
  it("do not open another person's value and come back as typed", () => {
    const vault = new Vault();
    vault.mask(ID);
    const { masked, spans } = vault.mask("⟦身份证_1⟧ 是多少？");
    expect(masked).toBe("⟦原文_1⟧ 是多少？");
    expect(spans).toEqual([]);
    expect(vault.restore(masked)).toBe("⟦身份证_1⟧ 是多少？");
  });
});

describe("keeping the state", () => {
  it("goes on with the same tokens after a restart", () => {
    const before = new Vault();
    before.mask(`${ID} ⟦手机_9⟧ 13800138000`);
    const after = new Vault(JSON.parse(JSON.stringify(before.exported())));
    expect(after.mask(`${ID} 13900139000`).masked).toBe("⟦身份证_1⟧ ⟦手机_2⟧");
    expect(after.restore("⟦手机_1⟧ ⟦原文_1⟧")).toBe("13800138000 ⟦手机_9⟧");
  });

  it("says in both languages that a damaged state cannot be read", () => {
    const open = () => new Vault({ version: 1, values: [{ token: 5 }] });
    expect(open).toThrow(BotError);
    expect(open).toThrow(/saved tokens cannot be read/);
  });
});
