import { describe, expect, it } from "vitest";
import { isOutgrown, keptParts, MAX_PART_PASSAGES } from "../../src/knowledge/segment/plan.ts";

/** Adds so many passages at a time, and tells what was written and the parts in the end. */
function grow(steps: number, each: number) {
  let parts: number[] = [];
  let written = 0;
  let live = 0;
  let most = 0;
  for (let i = 0; i < steps; i += 1) {
    live += each;
    const kept = keptParts({ parts, added: each, live });
    const fresh = each + parts.slice(kept).reduce((sum, rows) => sum + rows, 0);
    parts = [...parts.slice(0, kept), fresh];
    written += fresh;
    most = Math.max(most, parts.length);
  }
  return { parts, most, timesWritten: written / live };
}

describe("an index that grows by small changes", () => {
  it("has few parts, writes each passage a few times, and has no part too large to be built", () => {
    const { parts, most, timesWritten } = grow(10_000, 100);
    expect(parts.reduce((sum, rows) => sum + rows, 0)).toBe(1_000_000);
    expect(most).toBeLessThanOrEqual(10);
    expect(timesWritten).toBeLessThan(25);
    expect(Math.max(...parts)).toBeLessThanOrEqual(MAX_PART_PASSAGES);
  });

  it("is left alone when rows only go, until a quarter of them has gone", () => {
    expect(keptParts({ parts: [10_000, 3_000], added: 0, live: 9_800 })).toBe(2);
    expect(keptParts({ parts: [10_000, 3_000], added: 0, live: 9_700 })).toBe(0);
  });

  it("learns its language anew when more than a fifth has come or gone", () => {
    expect(isOutgrown({ trainedOn: 10_000, changed: 2_000 })).toBe(false);
    expect(isOutgrown({ trainedOn: 10_000, changed: 2_001 })).toBe(true);
  });
});
