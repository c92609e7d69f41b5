import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { LexicalBuilder } from "../../src/knowledge/lexical/build.ts";
import { holdsTerm, rankOf, rowsWith } from "../../src/knowledge/lexical/score.ts";
import { stretchesOf } from "../../src/knowledge/lexical/postings.ts";

describe("the rows of a term", () => {
  it("read back as they were put in, across the borders of blocks", () => {
    // rows 0, 65,535, 65,536 and 131,072 lie at the borders
    const rows = array(integer({ min: 0, max: 140_000 }), { maxLength: 20 });
    const promise = property(rows, (drawn) => {
      const wanted = [...new Set([0, 65_535, 65_536, 131_072, ...drawn])].toSorted((a, b) => a - b);
      const builder = new LexicalBuilder();
      const [term, other, none] = [Uint32Array.of(7, 7, 9), Uint32Array.of(9), Uint32Array.of()];
      let next = 0;
      for (let row = 0; row <= 140_000; row += 1) {
        const isWanted = wanted[next] === row;
        if (isWanted) next += 1;
        builder.addTerms(isWanted ? term : row % 40_000 === 5 ? other : none);
      }
      const lexical = builder.finish();
      const rank = rankOf(lexical, 7);
      const read = stretchesOf(lexical, rank).flatMap(({ base, from, to }) =>
        Array.from({ length: to - from }, (_, i) => [
          base + (lexical.lows[from + i] ?? 0),
          lexical.counts[from + i],
        ]),
      );
      expect(read).toEqual(wanted.map((row) => [row, 2]));
      expect(rowsWith(lexical, 7)).toBe(wanted.length);
      expect(wanted.every((row) => holdsTerm(lexical, row, 7))).toBe(true);
      expect(holdsTerm(lexical, 140_000, 7)).toBe(wanted.includes(140_000));
      expect(holdsTerm(lexical, 40_005, 9)).toBe(true);
    });
    assert(promise, { numRuns: 10 });
  });
});
