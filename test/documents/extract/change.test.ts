import { describe, expect, it } from "vitest";
import { change, read } from "./desk.ts";

const TYPE = "inspection-record";
const { facts } = read(TYPE, [
  "检查时间：2026年11月20日10:20至10:55，地点：青石路18号，现场负责人：李明（店长）",
  "当事人：鲜到家超市，照片：12张",
]);
const valueAfter = (text: string): unknown => {
  const told = change(TYPE, text, facts);
  return told?.kind === "changed" ? [told.name, told.fact.value] : told;
};

describe("a correction in plain words", () => {
  it.each([
    ["检查时间改成十点四十", ["inspection_time", { from: "2026-11-20T10:40", to: "2026-11-20T10:55" }]],
    ["时间改成10点40到11点", ["inspection_time", { from: "2026-11-20T10:40", to: "2026-11-20T11:00" }]],
    ["结束时间改为11点05", ["inspection_time", { from: "2026-11-20T10:20", to: "2026-11-20T11:05" }]],
    ["检查时间改成11月19号", ["inspection_time", { from: "2026-11-19T10:20", to: "2026-11-19T10:55" }]],
    ["把负责人改成丁", ["site_person", { name: "丁" }]],
    ["地点写错了，应该是青石路28号", ["inspection_place", "青石路28号"]],
    ["检查地点应为青石路28号。", ["inspection_place", "青石路28号"]],
    ["不是李明是李鸣", ["site_person", { name: "李鸣", role: "店长" }]],
    ["照片改成15张", ["photos", { count: 15 }]],
    ["负责人的电话改成13800138000", ["site_person", { name: "李明", role: "店长", phone: "13800138000" }]],
  ])("%s", (text, after) => {
    expect(valueAfter(text)).toEqual(after);
  });

  it("takes a field away and says what stood there", () => {
    expect(change(TYPE, "删掉照片", facts)).toMatchObject({
      kind: "withdrawn",
      name: "photos",
      before: { value: { count: 12 } },
    });
    expect(change(TYPE, "把照片删了", facts)).toMatchObject({ kind: "withdrawn", name: "photos" });
  });

  it("refuses what cannot be, and does not change anything for it", () => {
    expect(change(TYPE, "检查时间改成晚上8点多", facts)).toMatchObject({
      kind: "rejected",
      name: "inspection_time",
    });
    expect(change(TYPE, "检查时间改成11点20", facts)).toMatchObject({
      kind: "rejected",
      name: "inspection_time",
    });
    expect(change(TYPE, "负责人的身份证号改成340104198503021510", facts)).toMatchObject({
      kind: "rejected",
      name: "site_person",
      reason: { zh: "身份证号校验位不对，可能有一位打错" },
    });
  });

  it("is heard only where one is said", () => {
    for (const text of ["今天上午10点去的", "负责人丙在场", "谢谢", "拍了12张照片", "改天再说"]) {
      expect(change(TYPE, text, facts)).toBeNull();
    }
  });
});
