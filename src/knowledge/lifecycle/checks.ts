import type { Language } from "../../core/language.ts";
import { FINDING_KINDS, type Finding, type FindingKind, type Findings } from "./finding.ts";

/** A finding as a line of `bangban doctor`: old texts are no fault of the installation, so that all are `ok`. */
export interface TextCheck {
  readonly name: string;
  readonly ok: true;
  readonly detail: string;
  readonly remedy?: string;
}

const NAMES: Readonly<Record<FindingKind, string>> = {
  conflict: "conflict",
  expired: "expired",
  superseded: "superseded",
  review: "due for review",
  duplicate: "duplicate",
  draft: "draft",
};

/** One line with all counts, then a line for each finding that is shown. */
export function textChecks(
  { findings, counts, compared, leftOut }: Findings,
  language: Language,
): TextCheck[] {
  const some = FINDING_KINDS.filter((kind) => counts[kind] > 0);
  const told = some.map((kind) => {
    const shown = findings.filter((each) => each.kind === kind).length;
    return `${counts[kind]} ${NAMES[kind]}${shown < counts[kind] ? ` (first ${shown} below)` : ""}`;
  });
  const large = leftOut.length === 0 ? "" : `; too large to compare: ${leftOut.join(", ")}`;
  const detail = `${told.length === 0 ? "nothing stale, double or contradictory" : told.join(", ")}; ${compared} compared${large}`;
  return [{ name: "texts", ok: true, detail }, ...findings.map((finding) => checkOf(finding, language))];
}

function checkOf({ kind, file, passage, other, detail, remedy }: Finding, language: Language): TextCheck {
  const place = passage === undefined ? file : `${file} (${passage})`;
  const beside = other === undefined ? "" : ` ↔ ${other.file} (${other.passage})`;
  return {
    name: `text ${NAMES[kind]}`,
    ok: true,
    detail: `${place}${beside}: ${detail[language]}`,
    remedy: remedy[language],
  };
}
