import { describe, expect, it } from "vitest";
import { checkCase } from "../../../src/documents/rules/index.ts";
import { CASES, openDesk, readPacks, type Pack } from "./packs.ts";

const view = openDesk();
const packs = readPacks(CASES);
const findings = new Map(packs.map((pack) => [pack.id, checkCase(view(pack))]));
const found = (pack: Pack) => findings.get(pack.id) ?? [];
const seeded = packs.filter(({ expect: rules }) => rules.length > 0);
const clean = packs.filter(({ expect: rules }) => rules.length === 0);

describe("rules over case packs", () => {
  it("knows at least 40 cases with errors and 15 without", () => {
    expect(seeded.length).toBeGreaterThanOrEqual(40);
    expect(clean.length).toBeGreaterThanOrEqual(15);
  });

  it.each(seeded.map((pack) => [pack.id, pack] as const))("finds what is wrong in %s", (_id, pack) => {
    const rules = new Set(found(pack).map(({ rule }) => rule));
    expect(pack.expect.filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it.each(clean.map((pack) => [pack.id, pack] as const))("has nothing to say about %s", (_id, pack) => {
    expect(found(pack)).toEqual([]);
  });

  it("gives every finding an article, a place and words in both languages", () => {
    for (const { article, where, message, fix } of packs.flatMap(found)) {
      expect([article, where, message.zh, message.en].every((text) => text.trim() !== "")).toBe(true);
      if (fix) expect([fix.zh, fix.en].every((text) => text.trim() !== "")).toBe(true);
    }
  });

  it("says the same twice, the gravest first", () => {
    const weights = { block: 0, warn: 1, info: 2 };
    for (const pack of seeded.slice(0, 10)) {
      const once = found(pack);
      expect(checkCase(view(pack))).toEqual(once);
      const order = once.map(({ severity }) => weights[severity]);
      expect(order).toEqual(order.toSorted());
    }
  });
});
