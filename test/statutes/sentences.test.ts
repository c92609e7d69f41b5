import { describe, expect, it } from "vitest";
import { openStatutes } from "../../src/statutes/index.ts";
import { sentences, told } from "./sentences.ts";

const desk = openStatutes();

describe("citations in drafting language, with the ledger alone", () => {
  const all = sentences().filter(({ needs }) => needs !== "texts");

  it("is tried on at least 150 sentences", () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
  });

  it.each(all.map((each) => [each.id, each] as const))("%s", (_, sentence) => {
    expect(told(desk, sentence)).toEqual(sentence.expect);
  });
});
