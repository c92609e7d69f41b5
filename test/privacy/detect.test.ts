import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detect } from "../../src/privacy/detect.ts";
import { cards, creditCodes, idNumbers, mobiles, wide, withLuhn } from "./made.ts";

const seen = (text: string) =>
  detect(text).map(({ kind, start, end }) => [kind.name, text.slice(start, end)]);

const surroundings: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `我的号码是${value}，请查一下`,
  (value) => `No ${value} please`,
  (value) => `😀“${value}”😀`,
  (value) => `a,b\n${value}\n`,
];

describe("identity numbers", () => {
  const groupings = (id: string) => [
    id,
    id.toLowerCase(),
    wide(id),
    `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
    `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`,
    `${id.slice(0, 3)} ${id.slice(3, 6)} ${id.slice(6, 10)} ${id.slice(10, 14)} ${id.slice(14)}`,
    [...id].join(" "),
    `${id.slice(0, 17)} ${id.slice(17)}`,
    `${id.slice(0, 6)}　${id.slice(6)}`,
    `${id.slice(0, 6)}\u200b${id.slice(6)}`,
  ];

  it("are found in every spelling with exact offsets", () => {
    fc.assert(
      fc.property(idNumbers, fc.constantFrom(...surroundings), (id, around) => {
        for (const spelled of groupings(id)) expect(seen(around(spelled))).toEqual([["id_card", spelled]]);
      }),
    );
  });

  it("are found with each of the eleven check characters", () => {
    const checks = new Set(fc.sample(idNumbers, 500).map((id) => [id.at(-1), seen(id).length].join(":")));
    expect([...checks].sort()).toEqual([..."0123456789X"].map((check) => `${check}:1`));
  });

  it("are one value however they are spelled", () => {
    const values = groupings("11010519491231002X").flatMap((text) => detect(text).map(({ value }) => value));
    expect(new Set(values)).toEqual(new Set(["11010519491231002X"]));
  });

  it("are not seen where the check character or the birthday is wrong", () => {
    expect(seen("110105194912310021")).toEqual([]);
    expect(seen("编号110105199002300017")).toEqual([]);
  });

  it("read out digit by digit in words are seen", () => {
    const id = "一一〇一〇五一九四九一二三一〇〇二X";
    expect(seen(`身份证${id}`)).toEqual([["id_card", id]]);
    expect(seen("手机一三八零零一三八零零零")).toEqual([["mobile", "一三八零零一三八零零零"]]);
  });
});

describe("mobile numbers", () => {
  const spellings = (number: string) => [
    number,
    wide(number),
    `+86${number}`,
    `+86 ${number}`,
    `0086-${number}`,
    `86${number}`,
    `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
    `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
    `+86 ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
    `${number.slice(0, 5)} ${number.slice(5)}`,
    [...number].join(" "),
    [...number].join("-"),
  ];

  it("are found in every spelling with exact offsets", () => {
    fc.assert(
      fc.property(mobiles, fc.constantFrom(...surroundings), (number, around) => {
        for (const spelled of spellings(number)) {
          const [first, ...more] = detect(around(spelled));
          expect([first?.kind.name, first?.value, more.length]).toEqual(["mobile", number, 0]);
          expect(around(spelled).slice(first?.start, first?.end)).toBe(spelled);
        }
      }),
    );
  });

  it("touching letters and Chinese words are found", () => {
    expect(seen("Tel13800138000打给我")).toEqual([["mobile", "13800138000"]]);
  });

  it("two of them side by side are two", () => {
    expect(seen("13800138000 13900139000")).toEqual([
      ["mobile", "13800138000"],
      ["mobile", "13900139000"],
    ]);
  });
});

describe("bank cards", () => {
  it("are found plain, in fours and in full-width digits", () => {
    fc.assert(
      fc.property(cards, (card) => {
        const fours = card.match(/.{1,4}/g) ?? [];
        const spelled = [
          card,
          fours.join(" "),
          fours.join("-"),
          wide(card),
          `${card.slice(0, 6)} ${card.slice(6)}`,
        ];
        for (const one of spelled) expect(seen(`请打到 ${one}。`)).toEqual([["bank_card", one]]);
      }),
    );
  });

  it("need no word beside them when issuers use that prefix at that length", () => {
    expect(seen("4111111111111111")).toEqual([["bank_card", "4111111111111111"]]);
    expect(seen("4111111111111112")).toEqual([]);
  });

  it("with a prefix that other numbers share need a word for a card", () => {
    const shared = withLuhn("90030112345678901");
    expect(seen(`我的卡号${shared}`)).toEqual([["bank_card", shared]]);
    expect(seen(`${shared} 是我的银行卡`)).toEqual([["bank_card", shared]]);
    expect(seen(`请查 ${shared}`)).toEqual([]);
  });

  it("are left alone when the nearest label says order, invoice or document number", () => {
    fc.assert(
      fc.property(
        cards,
        fc.constantFrom(
          "订单号",
          "快递单号：",
          "案号",
          "流水号 ",
          "发票号码",
          "invoice no. ",
          "Order: ",
          "许可证编号",
        ),
        (card, label) => {
          expect(seen(`${label}${card}`)).toEqual([]);
        },
      ),
    );
  });

  it("are found when an order number is spoken of before the card's own label", () => {
    const card = withLuhn("622202123456789012");
    expect(seen(`订单号不记得了，银行卡号${card}`)).toEqual([["bank_card", card]]);
  });

  it("are left alone when the number belongs to a code or a longer number", () => {
    const card = withLuhn("411111111111111");
    for (const text of [`SN${card}`, `${card}A`, `${card}.50`, `1${card}23456`])
      expect(seen(text)).toEqual([]);
  });
});

describe("e-mail addresses", () => {
  it.each(["zhang.san@example.com", "a_b+c@mail.example.com.cn", "Z@x.io", wide("li4@example.cn")])(
    "%s is found",
    (address) => expect(seen(`写到${address}，谢谢。`)).toEqual([["email", address]]),
  );

  it.each([
    "@张三 看一下",
    "图片 icon@2x.png",
    "git@github.com:team/repo.git",
    "ftp://name@host.example.com/file",
    "pkg@1.2.3",
    "a@b",
    "@@example.com",
  ])("%s is not one", (text) => expect(seen(text)).toEqual([]));

  it("stand beside labels and marks without losing a sign", () => {
    expect(seen("邮箱:a1@example.com;抄送:b2@example.com.")).toEqual([
      ["email", "a1@example.com"],
      ["email", "b2@example.com"],
    ]);
  });
});

describe("what is nobody's personal data", () => {
  it("social credit codes are left alone", () => {
    const codes = fc.sample(creditCodes, { numRuns: 20_000, seed: 7 });
    const falseAlarms = codes.filter((code) => detect(`统一社会信用代码${code}`).length > 0);
    expect(falseAlarms.length).toBeLessThanOrEqual(2);
  });

  it.each([
    "国市监法发〔2021〕42号",
    "云市监罚决〔2026〕147号，案件 YX-2026-0147",
    "2026年11月23日 10:20–10:55",
    "2026-11-23 2026-11-24 2026-11-25",
    "20261123102055",
    "合计 1,380,013,800.00 元，其中 13800138000.50 元",
    "比例 0.13800138000",
    "打 12345、12366、12333、12393、120 或 110",
    "办公电话 0571-88886666，传真 010-66554433",
    "食品经营许可证 JY13301060123456",
    "执法证号 12030117、12030142",
    "批号20261001，保质期21天",
    "营业执照注册号 330106000123456",
    "税率 3% 10% 20% 25% 30% 35% 45%",
    "120000 400 36000 144000 300000",
    "ISBN 978-7-5197-1234-5",
    "192.168.100.138:8013 2001:0db8:85a3",
    "550e8400-e29b-41d4-a716-446655440000",
    "第1301380013800013800号",
  ])("%s", (text) => expect(seen(text)).toEqual([]));

  it("fewer than one in a hundred business numbers is taken for something else", () => {
    const labels = ["订单号", "受理编号：", "发票代码", "流水", "合同编号 ", "文号", "运单", "Invoice no. "];
    const numbers = fc.sample(
      fc.tuple(fc.constantFrom(...labels), fc.stringMatching(/^20[0-9]{10,17}$|^[0-9]{12,20}$/)),
      { numRuns: 10_000, seed: 11 },
    );
    const taken = numbers.filter(([label, number]) => detect(label + number).length > 0);
    expect(taken.length).toBeLessThan(100);
  });
});

describe("overlaps and load", () => {
  it("an identity number wins over the card it could be, a card over the phone inside", () => {
    const both = fc.sample(idNumbers, { numRuns: 20_000, seed: 3 }).filter((id) => id.startsWith("62"));
    for (const id of both) expect(seen(`银行卡 ${id}`)).toEqual([["id_card", id]]);
    const card = withLuhn("622213800138000");
    expect(
      seen(`${card.slice(0, 4)} ${card.slice(4, 8)} ${card.slice(8, 12)} ${card.slice(12)}`),
    ).toHaveLength(1);
  });

  it.each([
    ["ordinary text", "关于食品安全检查，2026年11月23日，合计12,300.00元，电话13800138000，".repeat(20_000)],
    ["digits without end", "1".repeat(1_000_000)],
    ["digits with blanks", "1 ".repeat(500_000)],
    ["signs around an @", "a.".repeat(250_000) + "@".repeat(500_000)],
  ])("a megabyte of %s never takes long", (_, text) => {
    const megabyte = text.slice(0, 1_000_000);
    detect(megabyte.slice(0, 10_000));
    const started = process.hrtime.bigint();
    detect(megabyte);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });
});
