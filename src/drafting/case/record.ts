import { z } from "zod";
import type { AuditRow } from "../../store/port.ts";
import type { PlacedCaseEvent, StoredCaseEvent } from "../../store/cases.ts";
import type { CaseEvent } from "./events.ts";
import { digest } from "./hash.ts";

/** A line for the chained record. */
export interface AuditLine {
  readonly kind: string;
  readonly body: string;
  readonly atMs: number;
}

const KIND = "case.";

/** An event as the store keeps it. */
export function storedOf({ kind, atMs, ...body }: CaseEvent): StoredCaseEvent {
  return { kind, atMs, by: body.by.id, body: JSON.stringify(body) };
}

/** A stored event again. */
export const eventOf = ({ kind, atMs, body }: StoredCaseEvent): CaseEvent => ({
  ...JSON.parse(body),
  kind,
  atMs,
});

/**
 * The line of the record that stands for an event: its place in the case, who by hash, what by ids and hashes. With
 * the lines alone the course of a case can be told again; with the events each can be proved unchanged.
 */
export function auditLineOf(caseId: string, seq: number, event: CaseEvent): AuditLine {
  const stored = storedOf(event);
  const body = {
    case: caseId,
    seq,
    by: digest(event.by.id),
    roles: event.by.roles,
    ...idsOf(event),
    event: digest(stored.body),
  };
  return { kind: `${KIND}${event.kind}`, body: JSON.stringify(body), atMs: event.atMs };
}

/** The parts of an event that are ids, hashes and counts. */
function idsOf(event: CaseEvent): object {
  switch (event.kind) {
    case "opened":
    case "closed":
      return {};
    case "begun":
      return { document: event.document, type: event.type };
    case "facts":
      return { document: event.document, set: Object.keys(event.set), withdrawn: event.withdrawn };
    case "deadlineStarted":
      return { deadline: event.deadline.id, from: event.deadline.from, due: event.deadline.due };
    case "deadlineDropped":
      return { deadline: event.deadline };
    case "deadlineMet":
      return { deadline: event.deadline, on: event.on };
    case "overridden":
      return { document: event.document, rule: event.rule, finding: event.finding };
    case "returned":
      return { document: event.document, version: event.version };
    case "served":
      return { document: event.document, on: event.on };
    case "composed":
      return {
        ...versionIn(event),
        blocks: event.findings.filter(({ severity }) => severity === "block").length,
      };
    case "issued":
      return { ...versionIn(event), approved: event.approvedHash, number: event.number, on: event.on };
    case "asked":
    case "approved":
      return { ...versionIn(event), until: event.untilMs };
    case "submitted":
      return { ...versionIn(event), needsReview: event.needsReview };
    case "reviewed":
    case "signedOff":
      return versionIn(event);
  }
}

const versionIn = ({ document, version, hash }: { document: string; version: number; hash: string }) => ({
  document,
  version,
  hash,
});

const courseLine = z.looseObject({
  case: z.string(),
  seq: z.number(),
  by: z.string(),
  document: z.string().nullish(),
  version: z.number().optional(),
  hash: z.string().optional(),
});

/** A step of a case as the record tells it, without a word of its content. */
export type CourseStep = z.output<typeof courseLine> & { readonly kind: string; readonly atMs: number };

/** The course of a case from the record alone: who did what, to which version, when. */
export const courseOf = (
  caseId: string,
  lines: readonly Pick<AuditRow, "kind" | "body" | "atMs">[],
): readonly CourseStep[] =>
  lines
    .filter(({ kind }) => kind.startsWith(KIND))
    .map(({ kind, body, atMs }) => ({
      ...courseLine.parse(JSON.parse(body)),
      kind: kind.slice(KIND.length),
      atMs,
    }))
    .filter((step) => step.case === caseId);

/** Places where events and record part: an event without its line, a line without its event, or one that was changed. */
export function partings(
  caseId: string,
  events: readonly PlacedCaseEvent[],
  lines: readonly Pick<AuditRow, "kind" | "body" | "atMs">[],
): readonly number[] {
  const expected = new Set(events.map((stored) => lineKey(auditLineOf(caseId, stored.seq, eventOf(stored)))));
  const told = new Set(lines.filter(({ kind }) => kind.startsWith(KIND)).map(lineKey));
  const unproved = events.filter(
    (stored) => !told.has(lineKey(auditLineOf(caseId, stored.seq, eventOf(stored)))),
  );
  const untold = courseOf(
    caseId,
    lines.filter((line) => !expected.has(lineKey(line))),
  );
  return [...new Set([...unproved, ...untold].map(({ seq }) => seq))].toSorted((one, two) => one - two);
}

const lineKey = ({ kind, body, atMs }: AuditLine): string => `${kind} ${atMs} ${body}`;
