import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../src/documents/types/vocabulary.ts";
import { heard } from "../../src/drafting/model/heard.ts";

const PACKS = fileURLToPath(new URL("../../knowledge", import.meta.url));
const FIELDS = [...vocabulary(PACKS).fields.values()].map((field) => ({ ...field, required: false }));

const TEXT =
  "今天上午10点20到10点55，我和检查员乙去云溪区青石路18号的鲜到家超市查的，老板负责人丙在场。证件出示了，没申请回避。" +
  "冷柜里有6盒酸奶，批号20261001，价签9块9。拍了12张照片。";
const SAID = { text: TEXT, ref: "消息 2", today: "2026-11-23" };

const read = (name: string, value: unknown, words: string) => heard([{ name, value, words }], SAID, FIELDS);

describe("what a model says it read in an officer's words", () => {
  it.each([
    ["inspection_place", "云溪区青石路18号的鲜到家超市", "云溪区青石路18号的鲜到家超市"],
    ["inspection_time", { from: "2026-11-23T10:20", to: "2026-11-23T10:55" }, "今天上午10点20到10点55"],
    ["site_person", { name: "负责人丙", role: "老板" }, "老板负责人丙在场"],
    ["photos", { count: 12 }, "拍了12张照片"],
    ["credentials_shown", { yes: true }, "证件出示了"],
    ["recusal", { yes: false }, "没申请回避"],
    [
      "goods",
      [{ name: "酸奶", quantity: 6, batch: "20261001", price: 9.9 }],
      "6盒酸奶，批号20261001，价签9块9",
    ],
  ])("stands when it is there: %s", (name, value, words) => {
    expect(read(name, value, words)).toMatchObject({
      facts: { [name]: { value, sources: [{ kind: "message", ref: "消息 2", words }] } },
      dropped: [],
    });
  });

  it.each([
    ["a name nobody said", "site_person", { name: "王建国" }, "老板负责人丙在场", "value"],
    ["a number nobody said", "photos", { count: 13 }, "拍了12张照片", "value"],
    [
      "another day",
      "inspection_time",
      { from: "2026-11-22T10:20", to: "2026-11-22T10:55" },
      "今天上午10点20到10点55",
      "value",
    ],
    [
      "another time",
      "inspection_time",
      { from: "2026-11-23T10:20", to: "2026-11-23T11:55" },
      "今天上午10点20到10点55",
      "value",
    ],
    ["a price made round", "goods", [{ name: "酸奶", price: 10 }], "6盒酸奶", "value"],
    ["words that are not the officer's", "inspection_place", "青石路18号", "地点在青石路18号", "words"],
    ["no words", "inspection_place", "青石路18号", "", "words"],
    ["the opposite answer", "recusal", { yes: true }, "没申请回避", "value"],
    ["an answer from words about something else", "rights_told", { yes: true }, "拍了12张照片", "value"],
    ["a field that nobody asked for", "secret", "x", "老板", "field"],
    ["a wrong form", "photos", "12张", "拍了12张照片", "form"],
  ])("falls when it is %s", (_, name, value, words, reason) => {
    const { facts, dropped } = read(name, value, words);
    expect(facts).toEqual({});
    expect(dropped).toEqual([{ name, reason }]);
  });
});
