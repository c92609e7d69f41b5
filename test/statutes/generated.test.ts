import { describe, expect, it } from "vitest";
import { openStatutes, shippedLedger } from "../../src/statutes/index.ts";
import { inForce, random, right, wrong } from "./generated.ts";

const DAY = "2026-11-23";
const TRIALS = 1_500;
const LEAST_RATE = 0.99;

const ledger = shippedLedger();
const desk = openStatutes();
const held = inForce(ledger, DAY);

describe("citations made from the ledger", () => {
  it("passes right ones, at least 99 in 100", () => {
    const next = random(20_261_123);
    const failed = Array.from({ length: TRIALS }, () => right(next, held)).filter(({ text }) => {
      const { citations } = desk.cite(text, { on: DAY });
      return citations.length !== 1 || citations[0]?.status !== "ok";
    });
    expect(failed.length, failed.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(
      TRIALS * (1 - LEAST_RATE),
    );
  });

  it("catches wrong ones and says what is wrong, at least 99 in 100", () => {
    const next = random(11);
    const missed = Array.from({ length: TRIALS }, () => wrong(next, held, ledger, DAY)).filter(
      ({ text, allowed }) => {
        const { citations } = desk.cite(text, { on: DAY });
        const [first] = citations;
        return citations.length !== 1 || !first || !allowed.includes(first.status);
      },
    );
    const shown = missed.map(({ kind, text }) => `${kind}: ${text}`).join("\n");
    expect(missed.length, shown).toBeLessThanOrEqual(TRIALS * (1 - LEAST_RATE));
  });
});
