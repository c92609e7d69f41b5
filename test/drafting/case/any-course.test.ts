import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BotError } from "../../../src/core/errors.ts";
import { approve, askApproval, override } from "../../../src/drafting/case/approving.ts";
import { close } from "../../../src/drafting/case/closing.ts";
import type { CaseEvent, Happening } from "../../../src/drafting/case/events.ts";
import { caseOf } from "../../../src/drafting/case/fold.ts";
import type { Scene } from "../../../src/drafting/case/guards.ts";
import { draftOf, versionOf } from "../../../src/drafting/case/guards.ts";
import { findingKey } from "../../../src/drafting/case/hash.ts";
import { issue, serve, signOff } from "../../../src/drafting/case/issuing.ts";
import { personOf } from "../../../src/drafting/case/people.ts";
import { review, sendBack, submit } from "../../../src/drafting/case/reviewing.ts";
import { begin, compose, setFacts } from "../../../src/drafting/case/writing.ts";
import { block, plainOf, says, STAFF, text, TYPES } from "./people.ts";

const TYPE = TYPES.get("penalty-decision");

/** Everything that can be tried on a document, by name; each throws or tells what happens. */
const TRIES: Readonly<Record<string, (scene: Scene, word: string) => readonly Happening[]>> = {
  facts: (scene, word) => setFacts(scene, { set: { case_cause: text(word) }, withdraw: [] }, TYPE),
  own: (scene, word) => setFacts(scene, { set: { reasons: text(word) }, withdraw: [] }, TYPE),
  compose: (scene, word) =>
    compose(scene, {
      composed: says(word),
      text: plainOf(says(word)),
      findings: word === "乙" ? [block("C06")] : [],
      factsRevision: scene.draft.factsRevision,
    }),
  submit: (scene, word) => submit(scene, { needsReview: word === "丙", findings: [] }),
  review: (scene) => review(scene, ""),
  return: (scene) => sendBack(scene, "再看"),
  ask: (scene) => askApproval(scene),
  approve: (scene) => approve(scene, undefined),
  override: (scene) => override(scene, { rule: "C06", reason: "有据", findings: undefined }),
  issue: (scene) => {
    const { composed, text: words } = versionOf(scene.draft);
    return issue(scene, { number: null, on: "2026-11-24", composed, text: words }, []);
  },
  signOff: (scene) => signOff(scene),
  serve: (scene) => serve(scene, { on: "2026-11-24", method: "直接送达" }, TYPE),
  close: (scene) => close(scene, "完"),
};

interface Attempt {
  readonly name: string;
  /** Place in `STAFF`. */
  readonly who: number;
  readonly word: string;
  /** How long after the attempt before. */
  readonly minutes: number;
}

const person = fc.nat(STAFF.length - 1);
const word = fc.constantFrom("甲", "乙", "丙");
const minutes = fc.constantFrom(0, 0, 0, 1, 11);
const anything: fc.Arbitrary<Attempt> = fc.record({
  name: fc.constantFrom(...Object.keys(TRIES)),
  who: person,
  word,
  minutes,
});

/** What is usual here, mostly by whom it is usual. */
const usual = (name: string, who: number): fc.Arbitrary<Attempt> =>
  fc.record({
    name: fc.constant(name),
    who: fc.oneof({ weight: 9, arbitrary: fc.constant(who) }, { weight: 1, arbitrary: person }),
    word,
    minutes,
  });

/** The usual way to an issue with anything at all in between, so that both are seen: what may be and what may not. */
const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(
    ...[
      usual("compose", 0),
      usual("override", 3),
      usual("submit", 0),
      usual("review", 2),
      usual("ask", 3),
      usual("approve", 3),
      usual("issue", 0),
    ].flatMap((step) => [fc.array(anything, { maxLength: 2 }), step.map((each) => [each])]),
    fc.array(anything, { maxLength: 9 }),
  )
  .map((parts) => parts.flat());

/** Tries one thing after the other; what is refused does not happen. */
function course(starter: number, tried: readonly Attempt[]) {
  const type = TYPE;
  if (type === undefined) throw new Error("the type is there");
  let nowMs = 0;
  const events: CaseEvent[] = [];
  const add = (who: number, happenings: readonly Happening[]) => {
    const by = personOf(STAFF[who] ?? STAFF[0]!);
    events.push(...happenings.map((each) => ({ ...each, atMs: nowMs, by })));
  };
  const actorOf = (who: number) => {
    const principal = STAFF[who] ?? STAFF[0]!;
    return { principal, person: personOf(principal), nowMs };
  };
  add(starter, begin({ actor: actorOf(starter), file: null, type }, { tenant: "", title: "" }));
  for (const { name, who, word, minutes } of tried) {
    nowMs += minutes * 60_000;
    const file = caseOf("c", events);
    if (file === undefined) throw new Error("the case was opened");
    try {
      add(who, TRIES[name]?.({ actor: actorOf(who), file, draft: draftOf(file, "d1") }, word) ?? []);
    } catch (error) {
      if (!(error instanceof BotError)) throw error;
    }
  }
  return { events, file: caseOf("c", events) };
}

const TEN_MINUTES_MS = 10 * 60_000;

/** What the law of the house asks of an issue, read from the bare events and not from what the fold makes of them. */
function expectLawful(events: readonly CaseEvent[]): void {
  const at = events.findIndex(({ kind }) => kind === "issued");
  const before = events.slice(0, at);
  const last = <Kind extends CaseEvent["kind"]>(kind: Kind) =>
    before.findLast((each): each is Extract<CaseEvent, { kind: Kind }> => each.kind === kind);
  const [approved, composed, submitted] = [last("approved"), last("composed"), last("submitted")];
  if (approved === undefined || composed === undefined) throw new Error("issued without approval");
  // by another person than everybody who put words into it
  const authors = before.filter(({ kind }) => ["begun", "facts", "composed", "submitted"].includes(kind));
  expect(authors.map(({ by }) => by.id)).not.toContain(approved.by.id);
  expect(approved.by.roles).toContain("approver");
  // for exactly the words that go out, and nothing touched them after
  expect(approved.hash).toBe(composed.hash);
  expect(events[at]).toMatchObject({ text: composed.text, approvedHash: composed.hash });
  const after = before.slice(before.indexOf(approved)).map(({ kind }) => kind);
  for (const kind of ["facts", "composed", "returned"] as const) expect(after).not.toContain(kind);
  // shown to the same person just before
  const asked = before.findLast(({ kind, by }) => kind === "asked" && by.id === approved.by.id);
  expect(asked).toMatchObject({ hash: approved.hash });
  expect(approved.atMs - (asked?.atMs ?? -Infinity)).toBeLessThanOrEqual(TEN_MINUTES_MS);
  if (submitted?.needsReview === true) {
    const reviewed = last("reviewed");
    expect(reviewed?.hash).toBe(approved.hash);
    expect(authors.map(({ by }) => by.id)).not.toContain(reviewed?.by.id);
  }
  for (const finding of composed.findings) {
    const named = before.filter(({ kind }) => kind === "overridden");
    expect(named).toContainEqual(expect.objectContaining({ finding: findingKey(finding), reason: "有据" }));
  }
}

describe("whatever people try, in whatever order", () => {
  it("nothing is issued without the approval of another person for exactly those words", () => {
    let issued = 0;
    fc.assert(
      fc.property(person, attempts, (starter, tried) => {
        const { events } = course(starter, tried);
        if (!events.some(({ kind }) => kind === "issued")) return;
        expectLawful(events);
        issued += 1;
      }),
      { numRuns: 2_000, seed: 20261124 },
    );
    // the promise would be empty if nothing ever got that far
    expect(issued).toBeGreaterThan(100);
  });

  it("the same events make the same case, whether folded at once or one by one from disk", () => {
    fc.assert(
      fc.property(person, attempts, (starter, tried) => {
        const { events, file } = course(starter, tried);
        const stored: CaseEvent[] = JSON.parse(JSON.stringify(events));
        expect(caseOf("c", stored)).toEqual(file);
        expect(file?.revision).toBe(events.length);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });
});
