import type { CaseStore, CaseSummary } from "../../store/cases.ts";
import type { Cases, CasesOptions, DueDeadline } from "./api.ts";
import type { CaseBook } from "./book.ts";
import { byDue, dueOn } from "./deadlines.ts";
import { exportOf } from "./export.ts";
import { draftOf } from "./guards.ts";
import { maySeeAny, seesAll } from "./people.ts";
import { possibleNow } from "./possible.ts";

type LookUps = Pick<Cases, "read" | "possible" | "current" | "turnTo" | "list" | "due" | "export">;

// as many as a person reads in a chat
const LISTED = 20;

/** Everything that only reads cases, each for the person who asks. */
export function lookUps(store: CaseStore, book: CaseBook, options: CasesOptions): LookUps {
  const tenant = options.tenant.name;
  return {
    read: book.read,
    possible: (file, document, by) =>
      possibleNow({ actor: book.actorOf(by), file, draft: draftOf(file, document) }),
    async current(conversation, by) {
      const focus = await store.focus(conversation);
      const file = focus === null ? null : await book.find(focus.caseId, by);
      return focus === null || file === null ? null : { file, document: focus.document };
    },
    async turnTo(conversation, by, to) {
      if (to !== null) {
        const file = await book.read(to.caseId, by);
        if (to.document !== null) draftOf(file, to.document);
      }
      await store.turnTo(conversation, to);
    },
    async list({ by, state, limit = LISTED }): Promise<readonly CaseSummary[]> {
      if (!maySeeAny(by)) return [];
      const mine = seesAll(by) ? {} : { person: book.actorOf(by).person.id };
      return store.list({ tenant, ...mine, ...(state === undefined ? {} : { state }), limit });
    },
    async due({ by, today }): Promise<readonly DueDeadline[]> {
      if (!maySeeAny(by)) return [];
      const mine = seesAll(by) ? {} : { person: book.actorOf(by).person.id };
      const open = Map.groupBy(await store.deadlines({ tenant, ...mine }), ({ caseId }) => caseId);
      const holidays = options.holidays();
      const all = await Promise.all(
        [...open].map(async ([caseId, wanted]) => {
          const file = await book.find(caseId, by);
          const ids = new Set(wanted.map(({ id }) => id));
          return (file?.deadlines ?? [])
            .filter(({ id, metOn }) => ids.has(id) && metOn === null)
            .flatMap((kept) => (file === null ? [] : [dueOn(today, file, kept, holidays)]));
        }),
      );
      return all.flat().toSorted(byDue);
    },
    async export(caseId, by) {
      return exportOf(await book.read(caseId, by), await book.events(caseId));
    },
  };
}
