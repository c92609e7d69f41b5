import { describe, expect, it } from "vitest";
import type { CaseCard, CaseChange, CaseStore } from "../../src/store/cases.ts";
import type { AuditLog, Store } from "../../src/store/port.ts";

const CARD: CaseCard = {
  tenant: "云溪",
  title: "鲜到家超市",
  state: "open",
  people: ["web::a"],
  documents: [],
  deadlines: [],
};

type Given = Partial<Omit<CaseChange, "card">> & {
  readonly card?: Partial<CaseCard>;
  readonly atMs?: number;
};

function change(caseId: string, { card, atMs = 1, ...given }: Given = {}): CaseChange {
  return {
    caseId,
    expected: 0,
    events: [{ kind: "opened", atMs, by: "web::a", body: `{"case":"${caseId}"}` }],
    card: { ...CARD, ...card },
    audit: [{ kind: "case", body: `{"case":"${caseId}"}`, atMs }],
    ...given,
  };
}

const SERIES = { tenant: "云溪", pattern: "云市监罚决〔{year}〕{serial}号", year: 2026 };

const bodiesOf = async (audit: AuditLog) => (await audit.rows(0, 10_000)).map(({ body }) => body);

/** Promises that every engine keeps for case files; `other` is a second connection, as another process has it. */
export function casesContract(
  name: string,
  open: () => Promise<{
    store: Store;
    other: () => Promise<Store>;
    reopen: () => Promise<Store>;
    end: () => Promise<void>;
  }>,
): void {
  const withStore = (title: string, test: (given: Awaited<ReturnType<typeof open>>) => Promise<void>) =>
    it(title, async () => {
      const given = await open();
      await test(given).finally(given.end);
    });

  describe(`${name}: events of a case`, () => {
    withStore("are there in order after a restart, word for word", async ({ store, reopen }) => {
      const words = "负责人丙说：“是我的。”\n第二行 🧊";
      await store.cases.append(change("c1"));
      await store.cases.append(
        change("c1", { expected: 1, events: [{ kind: "facts", atMs: 2, by: "web::b", body: words }] }),
      );
      const events = await (await reopen()).cases.events("c1");
      expect(events.map(({ seq, kind, by, body }) => [seq, kind, by, body])).toEqual([
        [1, "opened", "web::a", '{"case":"c1"}'],
        [2, "facts", "web::b", words],
      ]);
      expect(await (await reopen()).cases.events("c2")).toEqual([]);
    });

    withStore("are taken from one of two who start at the same revision", async ({ store, other }) => {
      await store.cases.append(change("c1"));
      const next = (by: string) =>
        change("c1", { expected: 1, events: [{ kind: "approved", atMs: 2, by, body: "{}" }] });
      const second = await other();
      const taken = await Promise.all([
        store.cases.append(next("web::a")),
        second.cases.append(next("web::b")),
      ]);
      expect(taken.toSorted()).toEqual([false, true]);
      expect(await store.cases.events("c1")).toHaveLength(2);
      expect(await bodiesOf(store.audit)).toHaveLength(2);
    });

    withStore("leave no trace where the case has moved on", async ({ store }) => {
      await store.cases.append(change("c1"));
      const late = change("c1", {
        expected: 0,
        card: { title: "另一个" },
        focus: { conversation: "room", document: "d1" },
      });
      expect(await store.cases.append(late)).toBe(false);
      expect((await store.cases.list({ limit: 9 })).map(({ title, revision }) => [title, revision])).toEqual([
        ["鲜到家超市", 1],
      ]);
      expect(await store.cases.focus("room")).toBeNull();
      expect(await bodiesOf(store.audit)).toHaveLength(1);
    });
  });

  describe(`${name}: numbers of documents`, () => {
    withStore("have no gap and no duplicate, whoever takes them", async ({ store, other }) => {
      const stores = [store, await other(), await other()];
      const taken = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          stores[index % stores.length]?.cases.appendNumbered(SERIES, (serial) =>
            change(`c${index}`, { events: [{ kind: "issued", atMs: 1, by: "x", body: String(serial) }] }),
          ),
        ),
      );
      expect(taken.toSorted((one, two) => Number(one) - Number(two))).toEqual(
        Array.from({ length: 60 }, (_, index) => index + 1),
      );
      // the number that was told is the number that was written
      for (const [index, serial] of taken.entries()) {
        expect((await store.cases.events(`c${index}`)).map(({ body }) => body)).toEqual([String(serial)]);
      }
    });

    withStore(
      "are not used up by a case that moved on or a change that cannot be made",
      async ({ store }) => {
        await store.cases.append(change("c1"));
        expect(await store.cases.appendNumbered(SERIES, () => change("c1"))).toBeNull();
        const refuse = (): CaseChange => {
          throw new Error("not approved");
        };
        await expect(store.cases.appendNumbered(SERIES, refuse)).rejects.toThrow("not approved");
        expect(await store.cases.lastNumber(SERIES)).toBe(0);
        expect(await store.cases.appendNumbered(SERIES, () => change("c1", { expected: 1 }))).toBe(1);
      },
    );

    withStore("start anew for another year, pattern and institution", async ({ store, reopen }) => {
      const take = (series: typeof SERIES, caseId: string, cases: CaseStore) =>
        cases.appendNumbered(series, () => change(caseId));
      expect(await take(SERIES, "c1", store.cases)).toBe(1);
      expect(await take(SERIES, "c2", store.cases)).toBe(2);
      expect(await take({ ...SERIES, year: 2027 }, "c3", store.cases)).toBe(1);
      expect(await take({ ...SERIES, tenant: "临江" }, "c4", store.cases)).toBe(1);
      expect(await take({ ...SERIES, pattern: "{serial}" }, "c5", store.cases)).toBe(1);
      expect(await take(SERIES, "c6", (await reopen()).cases)).toBe(3);
    });

    withStore("go on from where paper had come, until the first is given here", async ({ store }) => {
      expect(await store.cases.beginSeries(SERIES, 12)).toBe(true);
      expect(await store.cases.beginSeries(SERIES, 146)).toBe(true);
      expect(await store.cases.appendNumbered(SERIES, () => change("c1"))).toBe(147);
      expect(await store.cases.beginSeries(SERIES, 3)).toBe(false);
      expect(await store.cases.lastNumber(SERIES)).toBe(147);
    });
  });

  describe(`${name}: finding a case`, () => {
    withStore(
      "by person, by state, by institution and by room, the last changed first",
      async ({ store }) => {
        const documents = [{ id: "d1", type: "inspection-record", state: "legal_review", number: null }];
        await store.cases.append(change("c1", { atMs: 1, card: { documents } }));
        await store.cases.append(change("c2", { atMs: 2, card: { people: ["web::a", "web::b"] } }));
        await store.cases.append(
          change("c3", {
            atMs: 3,
            card: { tenant: "临江" },
            focus: { conversation: "room", document: null },
          }),
        );
        const found = async (query: Omit<Parameters<CaseStore["list"]>[0], "limit">) =>
          (await store.cases.list({ ...query, limit: 9 })).map(({ caseId }) => caseId);
        expect(await found({})).toEqual(["c3", "c2", "c1"]);
        expect(await found({ person: "web::b" })).toEqual(["c2"]);
        expect(await found({ state: "legal_review" })).toEqual(["c1"]);
        expect(await found({ state: "open", tenant: "云溪" })).toEqual(["c2", "c1"]);
        expect(await found({ conversation: "room" })).toEqual(["c3"]);
        expect((await store.cases.list({ limit: 1 })).map(({ caseId }) => caseId)).toEqual(["c3"]);
        expect((await store.cases.list({ state: "legal_review", limit: 9 }))[0]?.documents).toEqual(
          documents,
        );
      },
    );

    withStore("by what a room looks at now, also after a restart", async ({ store, reopen }) => {
      await store.cases.append(change("c1", { focus: { conversation: "room", document: "d1" } }));
      await store.cases.append(change("c2", { focus: { conversation: "room", document: null } }));
      expect(await store.cases.focus("room")).toEqual({ caseId: "c2", document: null });
      expect(await store.cases.focus("elsewhere")).toBeNull();
      await store.cases.turnTo("room", { caseId: "c1", document: "d2" });
      const again = await reopen();
      expect(await again.cases.focus("room")).toEqual({ caseId: "c1", document: "d2" });
      await again.cases.turnTo("room", null);
      expect(await again.cases.focus("room")).toBeNull();
      expect(await again.cases.conversations("c1")).toEqual(["room"]);
      expect(await again.cases.conversations("c2")).toEqual(["room"]);
    });
  });

  describe(`${name}: periods that run`, () => {
    withStore("come by their day, those without a day last, and end with the case", async ({ store }) => {
      const due = (id: string, day: string | null, isOpen = true) => ({ id, due: day, isOpen });
      await store.cases.append(
        change("c1", {
          card: {
            deadlines: [due("none", null), due("late", "2026-12-27"), due("met", "2026-10-01", false)],
          },
        }),
      );
      await store.cases.append(
        change("c2", {
          card: {
            people: ["web::b"],
            deadlines: [due("hours", "2026-11-25T10:20"), due("soon", "2026-11-25")],
          },
        }),
      );
      const ids = async (query: Parameters<CaseStore["deadlines"]>[0]) =>
        (await store.cases.deadlines(query)).map(({ id }) => id);
      expect(await ids({})).toEqual(["soon", "hours", "late", "none"]);
      expect(await ids({ upTo: "2026-11-25" })).toEqual(["soon", "hours", "none"]);
      expect(await ids({ person: "web::b" })).toEqual(["soon", "hours"]);
      await store.cases.append(change("c2", { expected: 1, card: { state: "closed" } }));
      expect(await ids({})).toEqual(["late", "none"]);
    });
  });
}
