import { describe, expect, it } from "vitest";
import { fromStored, quantise, toStored } from "../../src/knowledge/embed/quantise.ts";
import { seeded } from "../../src/knowledge/embed/random.ts";
import { packModel, staticEmbedder } from "../../src/knowledge/embed/static.ts";
import { trainTerms } from "../../src/knowledge/embed/train.ts";
import { placesOf, vocabularyOf } from "../../src/knowledge/embed/vocabulary.ts";
import { LexicalBuilder } from "../../src/knowledge/lexical/build.ts";
import { idf, rowsWith, scoreRows } from "../../src/knowledge/lexical/score.ts";
import { termsOf, wordTerm } from "../../src/knowledge/lexical/tokens.ts";

const TOPICS = [
  ["婚姻", "登记", "离婚", "夫妻", "结婚"],
  ["车辆", "驾驶", "违章", "年检", "司机"],
  ["税款", "申报", "发票", "纳税", "抵扣"],
] as const;

/** Texts of three matters; words of one matter stand together and never with those of another. */
function texts(): string[] {
  const random = seeded(3);
  return Array.from({ length: 600 }, (_, i) => {
    const topic = TOPICS[i % 3] ?? TOPICS[0];
    return Array.from({ length: 14 }, () => topic[Math.floor(random() * topic.length)]).join("，");
  });
}

function trained() {
  const all = texts();
  const builder = new LexicalBuilder();
  for (const text of all) builder.add(text);
  const vocabulary = vocabularyOf(builder.finish());
  const places = all.map((text) => placesOf(vocabulary, termsOf(text)));
  const terms = trainTerms(places, vocabulary, { dims: 16, epochs: 4 });
  if (terms === null) throw new Error("too few texts to learn from");
  return staticEmbedder(packModel(vocabulary, terms));
}

describe("the built-in embedder", () => {
  it("brings words together that stand together, though they share no character", () => {
    const { embedOne } = trained();
    const near = (a: string, b: string) => {
      const other = embedOne(b);
      return embedOne(a).reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
    };
    expect(near("离婚", "夫妻登记")).toBeGreaterThan(near("离婚", "驾驶违章") + 0.3);
    expect(near("发票", "纳税申报")).toBeGreaterThan(near("发票", "司机年检") + 0.3);
  });

  it("learns the same from the same texts, so that its id names it", () => {
    expect(trained().id).toBe(trained().id);
    expect(trained().id).toMatch(/^static-16-[0-9a-f]{12}$/);
  });

  it("gives unit vectors, and zeros for what it has never seen", async () => {
    const [known = new Float32Array(), unknown = new Float32Array()] = await trained().embed([
      "结婚登记",
      "🦄",
    ]);
    expect(Math.hypot(...known)).toBeCloseTo(1, 5);
    expect(Math.hypot(...unknown)).toBe(0);
  });

  it("declines to learn from fewer texts than one batch", () => {
    expect(
      trainTerms([], { terms: new Uint32Array(), weights: new Float32Array() }, { dims: 4, epochs: 1 }),
    ).toBeNull();
  });
});

describe("a stored vector", () => {
  it("comes back within half a percent of its largest figure", () => {
    const random = seeded(1);
    const vector = Float32Array.from({ length: 256 }, () => random() - 0.5);
    const { scale, bytes } = fromStored(toStored(quantise(vector)));
    const worst = vector.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (bytes[i] ?? 0) * scale)),
      0,
    );
    expect(worst).toBeLessThanOrEqual(0.5 * 0.005);
    expect(fromStored(toStored(quantise(new Float32Array(4))))).toEqual({
      scale: 0,
      bytes: new Int8Array(4),
    });
  });
});

describe("the index of words", () => {
  it("scores rows as the BM25 formula does", () => {
    const rows = ["出生证 出生", "结婚证", "出生登记办理出生", "VAT invoices"].map((text) => [
      ...termsOf(text),
    ]);
    const builder = new LexicalBuilder();
    for (const terms of rows) builder.addTerms(Uint32Array.from(terms));
    const lexical = builder.finish();
    const length = rows.reduce((sum, terms) => sum + terms.length, 0);
    const query = [...new Set(termsOf("出生证 invoice"))];
    const weights = new Map(query.map((term) => [term, idf(rows.length, rowsWith(lexical, term))]));
    const expected = rows.map((terms) =>
      query.reduce((sum, term) => {
        const count = terms.filter((each) => each === term).length;
        const norm = 1.2 * (0.25 + (0.75 * terms.length * rows.length) / length);
        return sum + ((weights.get(term) ?? 0) * count * 2.2) / (count + norm);
      }, 0),
    );
    const scores = scoreRows(lexical, weights, { rows: rows.length, length });
    expect([...scores].map((score) => score.toFixed(4))).toEqual(expected.map((score) => score.toFixed(4)));
    expect(scores[3]).toBeGreaterThan(0);
  });

  it("takes full-width, upper-case and compatibility forms for the same, and forms of an English word", () => {
    expect([...termsOf("ＶＡＴ　１２")]).toEqual([...termsOf("vat 12")]);
    expect(new Set(["refuse", "refuses", "refused", "refusing"].map(wordTerm)).size).toBe(1);
    expect(wordTerm("gas")).not.toBe(wordTerm("ga"));
    expect(wordTerm("married")).toBe(wordTerm("marries"));
  });

  it("pairs neighbouring characters only", () => {
    expect(termsOf("出生").length).toBe(3);
    expect(termsOf("出 生").length).toBe(2);
    expect(termsOf("").length).toBe(0);
  });
});
