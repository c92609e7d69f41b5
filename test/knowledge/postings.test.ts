import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { codedLength, encode, readPostings } from "../../src/knowledge/lexical/postings.ts";

describe("the rows of a term", () => {
  it("read back as they were written, whatever the steps and counts", () => {
    const posting = record({ step: integer({ min: 1, max: 2 ** 24 }), count: integer({ min: 1, max: 255 }) });
    assert(
      property(array(array(posting, { maxLength: 50 }), { maxLength: 5 }), (terms) => {
        const sizes = terms.map((list) => list.reduce((sum, { step, count }) => sum + codedLength(step, count), 0));
        const starts = new Uint32Array(terms.length + 1);
        sizes.forEach((size, i) => (starts[i + 1] = (starts[i] ?? 0) + size));
        const code = new Uint8Array(starts.at(-1) ?? 0);
        terms.forEach((list, i) => {
          let at = starts[i] ?? 0;
          for (const { step, count } of list) at = encode(code, at, step, count);
          expect(at).toBe(starts[i + 1]);
        });
        const postings = { starts, spread: Uint32Array.from(terms, (list) => list.length), code };
        terms.forEach((list, i) => {
          const { rows, counts, size } = readPostings(postings, i);
          let row = -1;
          const wanted = list.map(({ step }) => (row += step));
          expect([...rows.subarray(0, size)]).toEqual(wanted);
          expect([...counts.subarray(0, size)]).toEqual(list.map(({ count }) => count));
        });
      }),
    );
  });
});
