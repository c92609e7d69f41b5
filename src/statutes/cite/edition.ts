import type { Day } from "../../calendar/day.ts";
import type { Law, Version } from "../ledger/ledger.ts";

/** What a law was on a day. */
export type Standing =
  | { readonly kind: "in_force"; readonly version: Version }
  | { readonly kind: "ended"; readonly version: Version }
  | { readonly kind: "coming"; readonly version: Version }
  /** It existed, in an edition whose text the collection does not hold; `version` is the oldest it holds. */
  | { readonly kind: "unrecorded"; readonly version: Version };

const startsBy = (version: Version, day: Day): boolean => version.from === null || version.from <= day;

const endsAfter = (version: Version, day: Day): boolean =>
  version.to === null ? !version.hasEnded : day < version.to;

/** How the law stood on the day. */
export function standingOn(law: Law, day: Day): Standing {
  const current = law.versions.find((version) => startsBy(version, day) && endsAfter(version, day));
  if (current) return { kind: "in_force", version: current };
  const [oldest] = law.versions;
  const last = law.versions.findLast((version) => startsBy(version, day)) ?? oldest;
  if (!oldest || !last) throw new RangeError(`a law without versions: ${law.title}`);
  if (startsBy(oldest, day)) return { kind: "ended", version: last };
  const [born] = law.history;
  const isOlder = born !== undefined && born <= day && born !== oldest.published;
  return { kind: isOlder ? "unrecorded" : "coming", version: oldest };
}

/** The edition a year in brackets means: published or in force from that year; "history" if only its head lists it. */
export function editionOf(law: Law, year: number): Version | "history" | null {
  const start = `${year}-`;
  const version =
    law.versions.findLast(({ published }) => published?.startsWith(start) === true) ??
    law.versions.findLast(({ from }) => from?.startsWith(start) === true);
  if (version) return version;
  return law.history.some((day) => day.startsWith(start)) ? "history" : null;
}

/** The edition before the one in force on the day, or the last one of a law that has ended. */
export function formerEdition(law: Law, day: Day): Version | null {
  const standing = standingOn(law, day);
  if (standing.kind === "ended") return standing.version;
  const index = law.versions.indexOf(standing.version);
  return law.versions[index - 1] ?? null;
}

/** True when the law still stands in some edition on the day. */
export const standsOn = (law: Law, day: Day): boolean => {
  const { kind } = standingOn(law, day);
  return kind === "in_force" || kind === "unrecorded";
};
