import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BotError } from "../../../src/core/errors.ts";
import { approve, askApproval, override } from "../../../src/drafting/case/approving.ts";
import type { CaseFile } from "../../../src/drafting/case/case.ts";
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

const person = fc.nat(STAFF.length - 1);
const attempt = fc.record({
  // what leads to an issue comes often enough to get there
  name: fc.oneof(
    fc.constantFrom(...Object.keys(TRIES)),
    fc.constantFrom("compose", "submit", "ask", "approve", "approve", "issue"),
  ),
  who: person,
  word: fc.constantFrom("甲", "乙", "丙"),
  minutes: fc.constantFrom(0, 0, 0, 1, 11),
});

/** Tries one thing after the other; what is refused does not happen. */
function course(
  starter: number,
  attempts: readonly (typeof attempt extends fc.Arbitrary<infer T> ? T : never)[],
) {
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
  for (const { name, who, word, minutes } of attempts) {
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

function expectLawful(file: CaseFile): void {
  for (const draft of file.documents) {
    if (draft.issued === null) continue;
    const { approval } = draft;
    expect(approval).not.toBeNull();
    // by another person than everybody who put words into it
    expect(draft.authors.map(({ id }) => id)).not.toContain(approval?.by.id);
    expect(approval?.by.roles).toContain("approver");
    // for exactly the words that went out
    expect(approval?.hash).toBe(draft.versions.at(-1)?.hash);
    expect(draft.issued.text).toBe(draft.versions.at(-1)?.text);
    if (draft.submitted?.needsReview === true) {
      expect(draft.authors.map(({ id }) => id)).not.toContain(draft.review?.by.id);
      expect(draft.review?.hash).toBe(approval?.hash);
    }
    for (const finding of draft.versions.at(-1)?.findings ?? []) {
      const named = draft.overrides.find((each) => each.finding === findingKey(finding));
      expect(named?.reason).toBe("有据");
    }
  }
}

describe("whatever people try, in whatever order", () => {
  it("nothing is issued without the approval of another person for exactly those words", () => {
    let issued = 0;
    fc.assert(
      fc.property(person, fc.array(attempt, { maxLength: 60 }), (starter, attempts) => {
        // somebody who may not draft opens nothing
        const { file } = course(starter, attempts);
        if (file === undefined) throw new Error("the case was opened");
        expectLawful(file);
        issued += file.documents.filter((draft) => draft.issued !== null).length;
      }),
      { numRuns: 300, seed: 20261124 },
    );
    // the promise would be empty if nothing ever got that far
    expect(issued).toBeGreaterThan(20);
  });

  it("the same events make the same case, whether folded at once or one by one from disk", () => {
    fc.assert(
      fc.property(person, fc.array(attempt, { maxLength: 30 }), (starter, attempts) => {
        const { events, file } = course(starter, attempts);
        const stored: CaseEvent[] = JSON.parse(JSON.stringify(events));
        expect(caseOf("c", stored)).toEqual(file);
        expect(file?.revision).toBe(events.length);
      }),
      { numRuns: 50, seed: 20261124 },
    );
  });
});
