import type { CaseView } from "../../case-view.ts";
import type { Party, Person } from "../../facts/kinds.ts";
import { placesOf, type Placed } from "./facts.ts";

/** Every place that names the party, the case first. */
export const partiesOf = (view: CaseView): readonly Placed<"party">[] => placesOf(view, "party", "party");

/** A name without spaces, its brackets and width made alike: 云溪（县）店 is 云溪(县)店. */
export const plainName = (name: string): string => name.normalize("NFKC").replace(/\s/g, "");

const PERSON_FIELDS = [
  "site_person",
  "interviewee",
  "guardian",
  "witness",
  "receiver",
  "victim",
  "recorder",
  "reviewer",
  "hearing_host",
] as const;

/** Everybody with papers of their own: the party and the people of the documents. */
export function holdersOf(view: CaseView): readonly { holder: Party | Person; where: string }[] {
  const parties = partiesOf(view).map(({ value, where }) => ({ holder: value, where }));
  const people = PERSON_FIELDS.flatMap((name) =>
    placesOf(view, name, "person").map(({ value, where }) => ({ holder: value, where })),
  );
  return [...parties, ...people];
}
