import type { CaseEvent } from "./events.ts";
import type { CaseFile } from "./case.ts";

// rises when a reader of old exports would misread a new one
const FORMAT = "bangban-case/1";

/** A case for the officer and the archive: how it stands, and everything that led there, as plain JSON. */
export function exportOf(file: CaseFile, events: readonly CaseEvent[]): Readonly<Record<string, unknown>> {
  return JSON.parse(
    JSON.stringify({
      format: FORMAT,
      case: file.id,
      title: file.title,
      tenant: file.tenant,
      state: file.state,
      revision: file.revision,
      opened: timeOf(file.openedMs),
      closed: file.closed === null ? null : { ...file.closed, at: timeOf(file.closed.atMs) },
      people: file.people,
      facts: file.facts,
      documents: file.documents,
      deadlines: file.deadlines,
      events: events.map((event, index) => ({ seq: index + 1, at: timeOf(event.atMs), ...event })),
    }),
  );
}

const timeOf = (atMs: number): string => new Date(atMs).toISOString();
