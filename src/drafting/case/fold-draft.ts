import type { Fact, Facts } from "../../documents/facts/fact.ts";
import { factsOf, latestOf, type CaseFile, type Consent, type Draft, type Version } from "./case.ts";
import type { EventOf, Happening } from "./events.ts";
import { withPerson } from "./people.ts";

/** What happens to one document. */
type OfDraft = EventOf<
  Exclude<Happening["kind"], "opened" | "begun" | "closed" | `deadline${"Started" | "Met" | "Dropped"}`>
>;

/** A document without a word in it yet. */
export const begunDraft = ({ document, type, name, fields, by }: EventOf<"begun">): Draft => ({
  id: document,
  type,
  name,
  fields,
  state: "draft",
  begunBy: by,
  authors: [by],
  own: {},
  factsRevision: 0,
  versions: [],
  ...UNSEEN,
  overrides: [],
  returns: [],
  issued: null,
  signOff: null,
  served: null,
});

/** Nobody has said yes to it, or the yes was to other words. */
const UNSEEN = { submitted: null, review: null, questions: [], approval: null } as const;
const BACK = { state: "draft", ...UNSEEN } as const;

/** A document after one more event of its own, or after facts of the case changed; `file` is the case before it. */
export function draftAfter(file: CaseFile, draft: Draft, event: OfDraft): Draft {
  switch (event.kind) {
    case "facts":
      return withFacts(draft, event);
    case "composed":
      return composed(draft, versionOf(file, draft, event));
    case "submitted":
      return {
        ...draft,
        ...UNSEEN,
        state: "legal_review",
        authors: withPerson(draft.authors, event.by),
        submitted: { ...consentOf(event), needsReview: event.needsReview },
      };
    case "reviewed":
      return { ...draft, review: consentOf(event) };
    case "returned":
      return { ...draft, ...BACK, returns: [...draft.returns, event] };
    case "asked":
      return {
        ...draft,
        questions: [
          ...draft.questions.filter(({ by }) => by.id !== event.by.id),
          { ...consentOf(event), untilMs: event.untilMs },
        ],
      };
    case "approved":
      return {
        ...draft,
        state: "approved",
        questions: [],
        approval: { ...consentOf(event), untilMs: event.untilMs },
      };
    case "overridden":
      return { ...draft, overrides: [...draft.overrides, event] };
    case "issued":
      return { ...draft, state: "issued", issued: event };
    case "signedOff":
      return { ...draft, signOff: consentOf(event) };
    case "served":
      return { ...draft, served: event };
  }
}

const consentOf = ({ by, atMs, version, hash }: Consent): Consent => ({ by, atMs, version, hash });

/** Facts with some set and some taken away. */
export const factsAfter = (facts: Facts, { set, withdrawn }: EventOf<"facts">): Facts => ({
  ...Object.fromEntries(Object.entries(facts).filter(([name]) => !withdrawn.includes(name))),
  ...set,
});

/** True for what the course of the case itself says: a number given, a day of service, a period counted. */
export const isOfCourse = (fact: Fact | undefined): boolean =>
  fact !== undefined &&
  fact.sources.length > 0 &&
  fact.sources.every(({ kind }) => kind === "document" || kind === "calendar");

/** Words of a person that the document is made of make the person an author, and every yes to it void. */
function withFacts(draft: Draft, event: EventOf<"facts">): Draft {
  const isOwn = event.document === draft.id;
  const changed = [...Object.keys(event.set), ...event.withdrawn].filter(
    (name) => isOwn || (event.document === null && draft.fields.includes(name)),
  );
  const own = isOwn ? factsAfter(draft.own, event) : draft.own;
  const isSettled = draft.state === "issued" || draft.state === "closed";
  if (isSettled || changed.every((name) => isOfCourse(event.set[name]))) return { ...draft, own };
  return {
    ...draft,
    ...BACK,
    own,
    authors: withPerson(draft.authors, event.by),
    factsRevision: draft.factsRevision + 1,
  };
}

const versionOf = (file: CaseFile, draft: Draft, event: EventOf<"composed">): Version => ({
  version: event.version,
  atMs: event.atMs,
  by: event.by,
  factsRevision: event.factsRevision,
  facts: factsOf(file, draft),
  composed: event.composed,
  text: event.text,
  hash: event.hash,
  findings: event.findings,
});

function composed(draft: Draft, version: Version): Draft {
  const isSameText = latestOf(draft)?.hash === version.hash;
  return {
    ...draft,
    ...BACK,
    authors: withPerson(draft.authors, version.by),
    versions: [...draft.versions, version],
    // the same words stay finalised
    signOff: isSameText ? draft.signOff : null,
  };
}
