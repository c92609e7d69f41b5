import type { Day } from "../../calendar/day.ts";
import type { Law, Version } from "../ledger/ledger.ts";
import type { Verdict } from "./citation.ts";
import { editionOf, formerEdition, standingOn, standsOn, type Standing } from "./edition.ts";
import { citationLabel, inner } from "./label.ts";
import type { LawRef } from "./mention.ts";
import type { Place } from "./locator.ts";
import { placeFault } from "./place-verdict.ts";

/** The days a citation is judged by: today, and the day of the act where it is known. */
export interface Days {
  readonly on: Day;
  readonly actOn?: Day;
}

/** A verdict on name, edition and place, and the edition whose text speaks for it. */
export interface LawVerdict {
  readonly verdict: Verdict;
  /** Null when the place does not stand in a text that could be compared. */
  readonly version: Version | null;
}

type KnownRef = Extract<LawRef, { kind: "known" }>;

const inForceOf = (version: Version): { from: Day | null; to: Day | null } => ({
  from: version.from,
  to: version.to,
});

/** Judges a place in a known law by the edition that counts. */
export function judgeLaw(law: Law, ref: KnownRef, place: Place | null, days: Days): LawVerdict {
  const named = namedEdition(law, ref, days);
  if (named && "verdict" in named) return named;
  const day = days.actOn ?? days.on;
  const standing = named ? standingOf(named, day) : standingOn(law, day);
  if (standing.kind === "in_force" || standing.kind === "unrecorded") {
    return judgeStanding(law, ref, standing, place, days);
  }
  return { verdict: notInForce(law, standing, place, days, named !== null), version: null };
}

function standingOf(version: Version, day: Day): Standing {
  if (version.from !== null && day < version.from) return { kind: "coming", version };
  const hasEnded = version.to === null ? version.hasEnded : version.to <= day;
  return { kind: hasEnded ? "ended" : "in_force", version };
}

/** The edition a text asks for by year or by 原; a verdict when there is none such. */
function namedEdition(law: Law, ref: KnownRef, days: Days): Version | LawVerdict | null {
  if (ref.year !== null) {
    const version = editionOf(law, ref.year);
    if (version === "history") return { verdict: oldEdition(law, ref.year, days), version: null };
    return version ?? { verdict: noEdition(law, ref.year), version: null };
  }
  if (!ref.isFormer) return null;
  // "the former law" of an act that it governed is the law of that day
  if (days.actOn !== undefined && standsOn(law, days.actOn)) return null;
  return formerEdition(law, days.on);
}

function judgeStanding(
  law: Law,
  ref: KnownRef,
  standing: Standing,
  place: Place | null,
  days: Days,
): LawVerdict {
  const { version } = standing;
  const fault = place && placeFault(law, version, place);
  const later = days.actOn === undefined ? null : standingOn(law, days.on);
  // the words of another edition say nothing about the one that counted
  const known = standing.kind === "unrecorded" ? null : version;
  if (!fault) return { verdict: fine(law, ref, standing, later, days), version: known };
  if (
    later?.kind === "in_force" &&
    later.version !== version &&
    place &&
    !placeFault(law, later.version, place)
  ) {
    return { verdict: onlyLater(law, version, later.version, place, days), version: null };
  }
  if (standing.kind === "unrecorded")
    return { verdict: fine(law, ref, standing, later, days), version: null };
  return { verdict: { ...fault, inForce: inForceOf(version) }, version };
}

function fine(
  law: Law,
  ref: KnownRef,
  standing: Standing,
  later: Standing | null,
  { on, actOn }: Days,
): Verdict {
  const { version } = standing;
  const title = inner(law.title);
  const notes: { zh: string; en: string }[] = [];
  if (standing.kind === "unrecorded") {
    notes.push({
      zh: `${actOn ?? on}施行的是更早的文本，库中没有；按${version.from ?? "现有"}起施行的文本核对。`,
      en: `On ${actOn ?? on} an earlier edition was in force that the collection lacks; checked against the one in force from ${version.from ?? "an unknown day"}.`,
    });
  }
  if (later && later.version !== version && later.kind !== "unrecorded") {
    notes.push({
      zh: `行为时有效，${version.to ?? ""}起已不再施行；新规定处罚较轻的适用新规定（行政处罚法第三十七条）。`,
      en: `In force when the act was done, no longer from ${version.to ?? "then on"}; a milder new rule prevails (Administrative Penalty Law, Article 37).`,
    });
  }
  const isShort = ref.found.kind === "law" && ref.found.named === "alias";
  if (isShort) notes.push({ zh: `规范名称为《${title}》。`, en: `Its full name is 《${title}》.` });
  return {
    status: "ok",
    detail: {
      zh: `存在且有效。${notes.map(({ zh }) => zh).join("")}`,
      en: ["Exists and is in force.", ...notes.map(({ en }) => en)].join(" "),
    },
    ...(isShort ? { suggestion: `《${title}》` } : {}),
    inForce: inForceOf(version),
  };
}

function notInForce(
  law: Law,
  { kind, version }: Standing,
  place: Place | null,
  days: Days,
  isNamed: boolean,
): Verdict {
  const title = inner(law.title);
  const day = days.actOn ?? days.on;
  if (kind === "coming") {
    const isNow = days.actOn !== undefined && version.from !== null && version.from <= days.on;
    return {
      status: "not_yet_in_force",
      detail: {
        zh: `《${title}》${isNamed ? "该文本" : ""}自${version.from}起施行，${day}尚未施行${isNow ? "；行为时的法律优先，新规定处罚较轻的除外（行政处罚法第三十七条）" : ""}。`,
        en: `《${title}》${isNamed ? " (this edition)" : ""} is in force from ${version.from}, not yet on ${day}${isNow ? "; the law of the time of the act counts unless the new one is milder (Administrative Penalty Law, Article 37)" : ""}.`,
      },
      inForce: inForceOf(version),
    };
  }
  const current = standingOn(law, days.on);
  const next =
    law.repealedBy ?? (current.kind === "in_force" && current.version !== version ? law.title : null);
  const since =
    version.to === null
      ? { zh: "（库中未记载日期）", en: " (on a day the collection does not record)" }
      : null;
  const by = law.repealedBy === undefined ? null : inner(law.repealedBy);
  const isReplaced = by === null && next !== null;
  return {
    status: "repealed",
    detail: {
      zh: `《${title}》${isNamed ? "该文本" : ""}${since?.zh ?? `自${version.to}起`}${by ? `被《${by}》废止` : isReplaced ? "已被新文本取代" : "已失效"}。`,
      en: `《${title}》${isNamed ? " (this edition)" : ""} is no longer in force${since?.en ?? ` from ${version.to}`}${by ? `: repealed by 《${by}》` : isReplaced ? ": replaced by a newer edition" : ""}.`,
    },
    ...(next === null
      ? {}
      : {
          suggestion:
            isReplaced && place
              ? `《${title}》（${current.version.from}起施行的文本）`
              : `《${inner(next)}》`,
        }),
    inForce: inForceOf(version),
  };
}

const onlyLater = (law: Law, then: Version, now: Version, place: Place, { actOn, on }: Days): Verdict => ({
  status: "not_yet_in_force",
  detail: {
    zh: `${citationLabel(law.title, place)}只见于${now.from}起施行的文本；${actOn}施行的文本（${then.from ?? "更早"}起）没有这一处。实体问题用行为时的法律，程序和较轻的处罚用${on}有效的。`,
    en: `${citationLabel(law.title, place)} stands only in the edition in force from ${now.from}; the one of ${actOn} has no such place. Substance follows the law of the act, procedure and milder penalties the law of ${on}.`,
  },
  inForce: inForceOf(now),
});

function oldEdition(law: Law, year: number, { actOn, on }: Days): Verdict {
  const next = law.versions.find(({ published }) => published !== null && published > `${year}-12-31`);
  const day = actOn ?? on;
  const isPast = next?.from !== undefined && next.from !== null && next.from <= day;
  const title = inner(law.title);
  const detail = {
    zh: `《${title}》${year}年的文本库中没有条文${isPast ? `，且自${next?.from}起已被新文本取代` : "，条款未核对"}。`,
    en: `The ${year} edition of 《${title}》 is not in the collection${isPast ? ` and was replaced from ${next?.from}` : "; the place is unchecked"}.`,
  };
  return isPast
    ? {
        status: "repealed",
        detail,
        suggestion: `《${title}》`,
        inForce: { from: null, to: next?.from ?? null },
      }
    : { status: "ok", detail };
}

function noEdition(law: Law, year: number): Verdict {
  const years = [...new Set([...law.history, ...law.versions.flatMap(({ published }) => published ?? [])])]
    .map((day) => day.slice(0, 4))
    .toSorted();
  const title = inner(law.title);
  const known = [...new Set(years)].join("、");
  return {
    status: "wrong_name",
    detail: {
      zh: `《${title}》没有${year}年的文本${known ? `，公布、修改的年份是：${known}` : ""}。`,
      en: `《${title}》 has no edition of ${year}${known ? `; it was passed or changed in ${known}` : ""}.`,
    },
    suggestion: `《${title}》`,
  };
}
