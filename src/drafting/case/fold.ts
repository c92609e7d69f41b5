import type { CaseDeadline, CaseFile } from "./case.ts";
import type { CaseEvent, EventOf } from "./events.ts";
import { begunDraft, draftAfter, factsAfter } from "./fold-draft.ts";
import { withPerson } from "./people.ts";

/** What a list of events comes to; undefined for an empty one. Pure: the same events make the same case. */
export function caseOf(id: string, events: readonly CaseEvent[]): CaseFile | undefined {
  const [first, ...rest] = events;
  return first?.kind === "opened" ? rest.reduce(caseAfter, opened(id, first)) : undefined;
}

const opened = (id: string, { atMs, by, tenant, title }: EventOf<"opened">): CaseFile => ({
  id,
  tenant,
  title,
  revision: 1,
  state: "open",
  openedMs: atMs,
  people: [by],
  facts: {},
  documents: [],
  deadlines: [],
  closed: null,
});

/** The case after one more event. */
export function caseAfter(before: CaseFile, event: CaseEvent): CaseFile {
  const people = withPerson(before.people, event.by);
  const file = { ...before, revision: before.revision + 1, people };
  switch (event.kind) {
    case "opened":
      return file;
    case "begun":
      return { ...file, documents: [...file.documents, begunDraft(event)] };
    case "facts":
      return {
        ...file,
        facts: event.document === null ? factsAfter(file.facts, event) : file.facts,
        documents: file.documents.map((draft) => draftAfter(before, draft, event)),
      };
    case "deadlineStarted":
      return { ...file, deadlines: started(file.deadlines, { ...event.deadline, metOn: null }) };
    case "deadlineDropped":
      return { ...file, deadlines: file.deadlines.filter(({ id }) => id !== event.deadline) };
    case "deadlineMet":
      return { ...file, deadlines: file.deadlines.map((each) => met(each, event)) };
    case "closed":
      return {
        ...file,
        state: "closed",
        closed: { by: event.by, atMs: event.atMs, reason: event.reason },
        documents: file.documents.map((draft) => ({ ...draft, state: "closed" })),
      };
    default:
      return {
        ...file,
        documents: file.documents.map((draft) =>
          draft.id === event.document ? draftAfter(before, draft, event) : draft,
        ),
      };
  }
}

/** A period that starts anew keeps its place. */
const started = (deadlines: readonly CaseDeadline[], next: CaseDeadline): readonly CaseDeadline[] =>
  deadlines.some(({ id }) => id === next.id)
    ? deadlines.map((each) => (each.id === next.id ? next : each))
    : [...deadlines, next];

const met = (deadline: CaseDeadline, event: EventOf<"deadlineMet">): CaseDeadline =>
  deadline.id === event.deadline ? { ...deadline, metOn: event.on } : deadline;
