import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKS, statutes, TODAY, types } from "./examples.ts";

const CARDS = join(PACKS, "law-enforcement/articles");
const LAW = /^ {2}- \{ law: (.+), article: (.+) \}$/gm;

describe("the law behind the documents", () => {
  it("is there and in force wherever a field names its article", () => {
    const anchors = new Set(
      [...types.values()].flatMap(({ fields }) => fields.flatMap(({ anchor }) => anchor ?? [])),
    );
    const laws = [...anchors].filter((anchor) => anchor.includes("法》"));
    expect(laws.length).toBeGreaterThan(20);
    const wrong = laws.flatMap((anchor) =>
      statutes.cite(anchor, { on: TODAY }).citations.filter(({ status }) => status !== "ok"),
    );
    expect(wrong.map(({ text, detail }) => `${text}: ${detail}`)).toEqual([]);
  });

  it("is there and in force for every card", () => {
    const named = readdirSync(CARDS).flatMap((name) =>
      Array.from(readFileSync(join(CARDS, name), "utf8").matchAll(LAW), ([, law = "", article = ""]) => ({
        name,
        law,
        article,
      })),
    );
    expect(named.length).toBeGreaterThan(50);
    for (const { law, article } of named) {
      expect(statutes.statute(law, { article, on: TODAY })).toMatchObject({ status: "in_force", article });
    }
  });

  it("is written out in full in every fixed text", () => {
    const texts = readFileSync(join(PACKS, "law-enforcement/texts.yaml"), "utf8");
    const cited = statutes.cite(texts, { on: TODAY }).citations;
    expect(cited.length).toBeGreaterThan(5);
    expect(
      cited.filter(({ status }) => status !== "ok").map(({ text, detail }) => `${text}: ${detail}`),
    ).toEqual([]);
  });
});
