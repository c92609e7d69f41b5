import { dayInChina } from "../../core/today.ts";
import type { Principal } from "../../core/principal.ts";
import type { CaseChange, CaseFocus, CaseStore, DocumentSeries } from "../../store/cases.ts";
import type { CasesOptions } from "./api.ts";
import { cardOf } from "./card.ts";
import type { CaseFile } from "./case.ts";
import { deadlineChanges } from "./deadlines.ts";
import type { CaseEvent, Happening } from "./events.ts";
import { movedOn, unknownCase } from "./faults.ts";
import { caseAfter, caseOf } from "./fold.ts";
import type { Actor } from "./guards.ts";
import { caseIdOf, caseSeries } from "./numbers.ts";
import { maySee, personOf } from "./people.ts";
import { auditLineOf, eventOf, storedOf } from "./record.ts";

// two people seldom meet; whoever is overtaken this often is told so
const ATTEMPTS = 5;

/** What a change makes of a case as it stands; throws when it cannot be done. */
export type Make = (file: CaseFile) => readonly Happening[];

/** Reads cases, and writes what happened in them; nothing here decides what may happen. */
export interface CaseBook {
  readonly actorOf: (by: Principal) => Actor;
  /** Null for a case that is not there, or not for this person. */
  find(caseId: string, by: Principal): Promise<CaseFile | null>;
  /** Throws `case.unknown` instead. */
  read(caseId: string, by: Principal): Promise<CaseFile>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Opens a case with what happened first. */
  open(actor: Actor, happenings: readonly Happening[], focus: CaseFocus): Promise<CaseFile>;
  /** Makes a change from the case as it stands; anew when somebody else was faster. */
  change(
    caseId: string,
    actor: Actor,
    make: Make,
    focusOn?: (after: CaseFile) => CaseFocus,
  ): Promise<CaseFile>;
  /** The same with a number of a series; `make` is called with it inside the transaction. */
  changeNumbered(
    caseId: string,
    actor: Actor,
    series: DocumentSeries,
    make: (file: CaseFile, serial: number) => readonly Happening[],
  ): Promise<CaseFile>;
}

/** The book of cases over a store. */
export function caseBook(store: CaseStore, options: CasesOptions): CaseBook {
  const now = options.now ?? Date.now;
  const load = async (caseId: string): Promise<CaseFile | undefined> =>
    caseOf(caseId, (await store.events(caseId)).map(eventOf));

  const actorOf = (by: Principal): Actor => ({
    principal: by,
    person: personOf(by, options.nameOf?.(by)),
    nowMs: now(),
  });
  const find = async (caseId: string, by: Principal): Promise<CaseFile | null> => {
    const file = await load(caseId);
    if (file === undefined || file.tenant !== options.tenant.name) return null;
    return maySee(actorOf(by), file, await store.conversations(caseId)) ? file : null;
  };
  const read = async (caseId: string, by: Principal): Promise<CaseFile> => {
    const file = await find(caseId, by);
    if (file === null) throw unknownCase();
    return file;
  };

  /** Tries until nobody was faster. */
  const settle = async (
    caseId: string,
    actor: Actor,
    attempt: (file: CaseFile) => Promise<CaseFile | null>,
  ) => {
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      const file = await attempt(await read(caseId, actor.principal));
      if (file !== null) return file;
    }
    throw movedOn();
  };

  return {
    actorOf,
    find,
    read,
    events: async (caseId) => (await store.events(caseId)).map(eventOf),
    async open(actor, happenings, focus) {
      const year = Number(dayInChina(actor.nowMs).slice(0, 4));
      const make = (serial: number) => begun(caseIdOf(year, serial), actor, happenings);
      const serial = await store.appendNumbered(caseSeries(year), (taken) => changeOf(make(taken), focus));
      if (serial === null) throw movedOn();
      return make(serial).file;
    },
    change: (caseId, actor, make, focusOn) =>
      settle(caseId, actor, async (file) => {
        const result = withDeadlines(happen(file, actor, make(file)), actor, options);
        if (result.events.length === 0) return file;
        return (await store.append(changeOf(result, focusOn?.(result.file)))) ? result.file : null;
      }),
    changeNumbered: (caseId, actor, series, make) =>
      settle(caseId, actor, async (file) => {
        // read before the transaction: it may touch files
        const holidays = options.holidays();
        const clockwork = { ...options, holidays: () => holidays };
        const result = (serial: number) =>
          withDeadlines(happen(file, actor, make(file, serial)), actor, clockwork);
        const serial = await store.appendNumbered(series, (taken) => changeOf(result(taken)));
        return serial === null ? null : result(serial).file;
      }),
  };
}

/** A case with the events that led to it just now. */
interface Written {
  readonly from: number;
  readonly events: readonly CaseEvent[];
  readonly file: CaseFile;
}

const stamp = (actor: Actor, happenings: readonly Happening[]): readonly CaseEvent[] =>
  happenings.map((happening) => ({ ...happening, atMs: actor.nowMs, by: actor.person }));

function happen(file: CaseFile, actor: Actor, happenings: readonly Happening[]): Written {
  const events = stamp(actor, happenings);
  return { from: file.revision, events, file: events.reduce(caseAfter, file) };
}

function begun(caseId: string, actor: Actor, happenings: readonly Happening[]): Written {
  const events = stamp(actor, happenings);
  const file = caseOf(caseId, events);
  if (file === undefined) throw unknownCase();
  return { from: 0, events, file };
}

/** Periods that follow from what happened belong to the same change. */
function withDeadlines(
  { from, events, file }: Written,
  actor: Actor,
  clockwork: Parameters<typeof deadlineChanges>[1],
): Written {
  if (events.length === 0 || file.state === "closed") return { from, events, file };
  const more = happen(file, actor, deadlineChanges(file, clockwork));
  return { from, events: [...events, ...more.events], file: more.file };
}

const changeOf = ({ from, events, file }: Written, focus?: CaseFocus): CaseChange => ({
  caseId: file.id,
  expected: from,
  events: events.map(storedOf),
  card: cardOf(file),
  audit: events.map((event, index) => auditLineOf(file.id, from + index + 1, event)),
  ...(focus === undefined ? {} : { focus }),
});
