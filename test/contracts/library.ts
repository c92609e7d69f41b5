import { describe, expect, it } from "vitest";
import type { Library, LibraryPassage, NewDocument } from "../../src/store/library.ts";

const passage = (id: string, text: string, more: Partial<LibraryPassage> = {}): LibraryPassage => ({
  id,
  articleId: id.split("#")[0] ?? id,
  title: "标题",
  path: ["标题", "结论"],
  text,
  order: Number(id.split("#")[1] ?? 0),
  source: "《某法》",
  region: "全国",
  language: "zh",
  local: [],
  aliases: [],
  ...more,
});

const document = (path: string, passages: readonly LibraryPassage[], sha256 = "a"): NewDocument => ({
  path,
  sha256,
  sizeBytes: 10,
  mtimeMs: 1.5,
  reader: "1",
  meta: { title: path },
  passages,
});

const put = (...documents: readonly NewDocument[]) => ({ put: documents, remove: [], touch: [] });

/** Promises that every engine of the library keeps; `open` twice gives two connections to one library. */
export function libraryContract(openPair: () => Promise<readonly [Library, Library]>): void {
  const openOne = async () => {
    const [library] = await openPair();
    await library.declare("c", "ingested", ["staff"]);
    return library;
  };

  describe("documents", () => {
    it("gives a passage back exactly as it was put", async () => {
      const library = await openOne();
      const whole = passage("a#0", "一", {
        article: "第三条",
        validFrom: "2020-01-01",
        validTo: "2030-12-31",
        checkedOn: "2026-11-01",
        local: ["费用"],
        aliases: ["别名"],
        language: "en",
      });
      await library.apply("c", put(document("a.md", [whole, passage("a#1", "二")])));
      const [first, second] = await library.scan("c", 0, 10);
      expect(first).toEqual({ ...whole, collection: "c", row: first?.row });
      expect(second).toEqual({ ...passage("a#1", "二"), collection: "c", row: second?.row });
    });

    it("keeps the row of what did not change and never uses a row twice", async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一"), passage("a#1", "二")])));
      const before = await library.scan("c", 0, 10);
      await library.apply("c", put(document("a.md", [passage("a#0", "一"), passage("a#1", "改")], "b")));
      const after = await library.scan("c", 0, 10);
      expect(after[0]?.row).toBe(before[0]?.row);
      expect(after[1]?.row).toBeGreaterThan(before[1]?.row ?? 0);
      expect(await library.byRows([before[1]?.row ?? 0])).toEqual([]);
    });

    it("counts documents and passages, and raises the generation with every change of them", async () => {
      const library = await openOne();
      await library.apply(
        "c",
        put(document("a.md", [passage("a#0", "一")]), document("b.md", [passage("b#0", "二")])),
      );
      const [first] = await library.collections();
      await library.apply("c", { put: [], remove: ["a.md"], touch: [] });
      const [second] = await library.collections();
      expect(first).toMatchObject({ name: "c", documents: 2, passages: 2, audience: ["staff"], indexed: -1 });
      expect(second).toMatchObject({ documents: 1, passages: 1 });
      expect(second?.generation).toBeGreaterThan(first?.generation ?? 0);
      expect((await library.scan("c", 0, 10)).map(({ id }) => id)).toEqual(["b#0"]);
    });

    it("touches a document without raising the generation", async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一")])));
      const [before] = await library.collections();
      const stamp = { path: "a.md", sha256: "a", sizeBytes: 10, mtimeMs: 99.25, reader: "1" };
      await library.apply("c", { put: [], remove: [], touch: [stamp] });
      expect((await library.collections())[0]?.generation).toBe(before?.generation);
      expect(await library.documents("c")).toEqual([{ ...stamp, passages: 1 }]);
    });

    it("leaves a document as it was when another holds one of its passage ids, and says so", async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一")])));
      const rejected = await library.apply(
        "c",
        put(
          document("b.md", [passage("b#0", "二"), passage("a#0", "三")]),
          document("d.md", [passage("d#0", "四")]),
        ),
      );
      expect(rejected).toEqual([{ path: "b.md", passageId: "a#0" }]);
      expect((await library.scan("c", 0, 10)).map(({ id, text }) => id + text)).toEqual(["a#0一", "d#0四"]);
    });

    it("drops a collection with all that is in it", async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一")])));
      await library.drop("c");
      expect(await library.collections()).toEqual([]);
      expect(await library.scan("c", 0, 10)).toEqual([]);
    });
  });

  describe("reading", () => {
    it("gives an article in order, in one language or in both", async () => {
      const library = await openOne();
      const english = passage("a.en#0", "one", { articleId: "a", language: "en" });
      await library.apply("c", put(document("a.md", [passage("a#1", "二"), passage("a#0", "一")])));
      await library.apply("c", put(document("a.en.md", [english])));
      expect((await library.article("c", "a", "zh")).map(({ text }) => text)).toEqual(["一", "二"]);
      expect((await library.article("c", "a", "en")).map(({ text }) => text)).toEqual(["one"]);
      expect((await library.article("c", "a")).map(({ text }) => text)).toEqual(["一", "二", "one"]);
      expect(await library.article("other", "a")).toEqual([]);
    });

    it("finds a passage by id and a document's meta by article", async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一")])));
      expect((await library.passage("a#0"))?.text).toBe("一");
      expect(await library.passage("a#0", "other")).toBeNull();
      expect(await library.meta("c", "a", "zh")).toEqual({ title: "a.md" });
      expect(await library.meta("c", "a", "en")).toBeNull();
    });

    it("lists what is known of every document, and tells which document a row belongs to", async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一")]), document("b.md", [])));
      expect(await library.metas("c")).toEqual([
        { path: "a.md", meta: { title: "a.md" } },
        { path: "b.md", meta: { title: "b.md" } },
      ]);
      const row = (await library.scan("c", 0, 1))[0]?.row ?? 0;
      expect([...(await library.pathsOf([row, 999]))]).toEqual([[row, "a.md"]]);
    });

    it("pages through passages in row order", async () => {
      const library = await openOne();
      const many = Array.from({ length: 5 }, (_, i) => passage(`a#${i}`, String(i)));
      await library.apply("c", put(document("a.md", many)));
      const first = await library.scan("c", 0, 2);
      const rest = await library.scan("c", first.at(-1)?.row ?? 0, 10);
      expect([...first, ...rest].map(({ text }) => text)).toEqual(["0", "1", "2", "3", "4"]);
    });
  });

  describe("an index", () => {
    const indexed = async () => {
      const library = await openOne();
      await library.apply("c", put(document("a.md", [passage("a#0", "一"), passage("a#1", "二")])));
      await library.apply("c", put(document("b.md", [passage("b#0", "三")])));
      const state = (await library.collections())[0];
      const generation = state?.generation ?? 0;
      await library.markIndexed("c", generation);
      const rows = (await library.scan("c", 0, 10)).map(({ row }) => row);
      const textsOf = async () => (await library.byRows(rows)).map(({ text }) => text);
      return { library, generation, rows, textsOf };
    };

    it("goes on reading the former words of a replaced document until the next one is published", async () => {
      const { library, generation, rows, textsOf } = await indexed();
      await library.apply("c", put(document("a.md", [passage("a#0", "一"), passage("a#1", "新")], "b")));
      expect(await textsOf()).toEqual(["一", "二", "三"]);
      expect(await library.hidden("c", generation)).toEqual([]);
      const now = (await library.collections())[0]?.generation ?? 0;
      await library.markIndexed("c", now);
      expect(await textsOf()).toEqual(["一", "三"]);
      expect(await library.hidden("c", now)).toEqual([rows[1]]);
      await library.forgetGone("c", now);
      expect(await library.hidden("c", now)).toEqual([]);
    });

    it("never reads a removed document again, not even its former words", async () => {
      const { library, generation, rows, textsOf } = await indexed();
      await library.apply("c", put(document("a.md", [passage("a#0", "新")], "b")));
      await library.apply("c", { put: [], remove: ["a.md"], touch: [] });
      expect(await textsOf()).toEqual(["三"]);
      expect(await library.hidden("c", generation)).toEqual(expect.arrayContaining(rows.slice(0, 2)));
    });

    it("learns what was added, what has gone, and which articles are touched", async () => {
      const { library, generation, rows } = await indexed();
      const lastRow = rows.at(-1) ?? 0;
      expect(await library.drift("c", generation, lastRow)).toEqual({
        added: 0,
        gone: 0,
        touched: [],
        lastRow,
      });
      await library.apply("c", put(document("a.md", [passage("a#0", "一"), passage("a#1", "新")], "b")));
      const drift = await library.drift("c", generation, lastRow);
      expect(drift).toMatchObject({ added: 1, gone: 1, touched: ["a"] });
      expect(drift.lastRow).toBeGreaterThan(lastRow);
      expect(await library.rowsOf("c", ["a"], lastRow)).toEqual([rows[0]]);
    });

    it("never meets a generation twice, not even in a collection made anew under an old name", async () => {
      const { library, generation } = await indexed();
      await library.drop("c");
      await library.declare("c", "ingested", ["staff"]);
      await library.apply("c", put(document("a.md", [passage("a#0", "一")])));
      expect((await library.collections())[0]?.generation).toBeGreaterThan(generation);
      expect(await library.hidden("c", 0)).toEqual([]);
    });

    it("is built from one picture of the library, whatever is written meanwhile", async () => {
      const [one, other] = await openPair();
      await one.declare("c", "ingested", ["staff"]);
      await one.apply("c", put(document("a.md", [passage("a#0", "一")])));
      await one.still(async () => {
        const before = await one.scan("c", 0, 10);
        await other.apply("c", put(document("a.md", [passage("a#0", "新")], "b")));
        expect(await one.scan("c", 0, 10)).toEqual(before);
      });
      expect((await one.scan("c", 0, 10)).map(({ text }) => text)).toEqual(["新"]);
    });
  });

  describe("several processes", () => {
    it("see each other's changes, and the mark tells them to look", async () => {
      const [one, other] = await openPair();
      const before = await other.changeMark();
      expect(await other.changeMark()).toBe(before);
      await one.declare("c", "ingested", ["staff"]);
      await one.apply("c", put(document("a.md", [passage("a#0", "一")])));
      expect(await other.changeMark()).not.toBe(before);
      expect((await other.scan("c", 0, 10)).map(({ text }) => text)).toEqual(["一"]);
      await other.markIndexed("c", 7);
      expect((await one.collections())[0]?.indexed).toBe(7);
    });

    it("write one after the other, whoever comes second is told to wait", async () => {
      const [one, other] = await openPair();
      const order: string[] = [];
      const held = Promise.withResolvers<void>();
      const waiting = Promise.withResolvers<void>();
      const first = one.exclusively(async () => {
        order.push("first begins");
        await held.promise;
        order.push("first ends");
      });
      const second = other.exclusively(
        async () => void order.push("second"),
        () => waiting.resolve(),
      );
      await waiting.promise;
      held.resolve();
      await Promise.all([first, second]);
      expect(order).toEqual(["first begins", "first ends", "second"]);
    });

    it("build an index while another one changes texts", async () => {
      const [one, other] = await openPair();
      const both = one.exclusively(() => other.exclusively(async () => "both", { what: "index" }));
      expect(await both).toBe("both");
    });

    it("stop waiting when they are told to", async () => {
      const [one, other] = await openPair();
      const leaving = new AbortController();
      await one.exclusively(async () => {
        const waiting = other.exclusively(async () => "never", {
          signal: leaving.signal,
          onWait: () => leaving.abort(),
        });
        await expect(waiting).rejects.toThrow();
      });
      expect(await other.exclusively(async () => "in")).toBe("in");
    });

    it("lets the next one in when the work of the first fails", async () => {
      const [one, other] = await openPair();
      await expect(one.exclusively(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
      expect(await other.exclusively(async () => "in")).toBe("in");
    });
  });
}
