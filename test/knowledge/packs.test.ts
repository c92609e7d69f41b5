import { describe, expect, it } from "vitest";
import { loadPacks } from "../../src/knowledge/packs/load.ts";
import { rowsWhere } from "../../src/knowledge/packs/table.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { BIRTH, SMALL_PACK, PACK_YAML, temporaryFolder, writeFiles } from "./pack-folder.ts";

const TABLE = `# source: 某局网站
# checked_on: 2026-11-01
事项,电话
婚姻,"010-1,2"
户籍,110
`;

function problemsOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const { packs, problems } = loadPacks(writeFiles(temporaryFolder(), { ...SMALL_PACK, ...files }));
  return { packs, sentences: problems.map(({ error }) => error.message), problems };
}

/** What opening says about one faulty article. */
async function faultOfArticle(content: string): Promise<readonly string[]> {
  const packsDir = writeFiles(temporaryFolder(), { ...SMALL_PACK, "window/articles/faulty.md": content });
  const knowledge = await openKnowledge({ dataDir: temporaryFolder(), packsDir, log: () => {} });
  const scope = { collections: ["window"], roles: ["citizen" as const], on: "2026-11-23" };
  expect((await knowledge.search("结婚证", scope, 1)).hits[0]?.articleId).toBe("marriage");
  expect(await knowledge.article("faulty", "window")).toEqual([]);
  await knowledge.close();
  return knowledge.problems.map(({ error }) => error.message);
}

describe("a pack", () => {
  it("is loaded with guide, tables, synonyms and questions", () => {
    const { packs, sentences } = problemsOf({
      "window/tables/hotlines.csv": TABLE,
      "window/questions.jsonl":
        '{"id":"q1","text":"结婚","lang":"zh","kind":"answerable","articles":["marriage"]}\n',
    });
    expect(sentences).toEqual([]);
    expect(packs[0]).toMatchObject({
      id: "window",
      name: { zh: "窗口", en: "Window" },
      audience: ["citizen", "staff"],
      guide: "你是窗口工作人员。",
      contacts: [{ number: "12345", for: [] }],
      synonyms: [
        { said: "娃", official: "孩子" },
        { said: "扯证", official: "结婚登记" },
      ],
      questions: [{ id: "q1", articles: ["marriage"], must: [] }],
    });
    const [table] = packs[0]?.tables ?? [];
    expect(table).toMatchObject({ name: "hotlines", source: "某局网站", checkedOn: "2026-11-01" });
    expect(table && rowsWhere(table, "事项", "婚姻")).toEqual([{ 事项: "婚姻", 电话: "010-1,2" }]);
  });

  it("is left out with one sentence a fault, and the others go on", () => {
    const { packs, sentences, problems } = problemsOf({
      "broken/pack.yaml": `${PACK_YAML.replace("citizen", "burgher")}tone: nice\n`,
      "broken/guide.md": "x",
    });
    expect(packs.map(({ id }) => id)).toEqual(["window"]);
    expect(sentences).toEqual([
      expect.stringMatching(/^broken\/pack\.yaml:3: audience\.0: .*Write one of: none, citizen, officer/),
      expect.stringMatching(/^broken\/pack\.yaml:1: .*[Uu]nrecognized key.*Remove or correct tone$/),
    ]);
    expect(problems[0]).toMatchObject({
      pack: "broken",
      line: 3,
      field: "audience.0",
      error: {
        code: "pack.invalid",
        detail: { file: "broken/pack.yaml:3", forUser: { zh: expect.any(String) } },
      },
    });
  });

  it("without its guide is left out; YAML that cannot be read is named with its line", () => {
    const { sentences } = problemsOf({
      "a/pack.yaml": PACK_YAML,
      "b/pack.yaml": "name: { zh: x\npurpose: y: z",
      "b/guide.md": "x",
    });
    expect(sentences).toEqual([
      "a/guide.md: the file is missing. Add it; every pack has one",
      expect.stringMatching(/^b\/pack\.yaml:\d: the YAML cannot be read: .* Check the indentation/),
    ]);
  });

  it("keeps its sound tables and questions when one of them is faulty", () => {
    const { packs, sentences } = problemsOf({
      "window/tables/good.csv": TABLE,
      "window/tables/short.csv": "a,b\n1,2\n3\n",
      "window/tables/date.csv": "# checked_on: gestern\na\n1\n",
      "window/tables/twice.csv": "a,a\n1,2\n",
      "window/synonyms.csv": "a,b\n1,2\n",
      "window/questions.jsonl":
        '{"id":"q1","text":"x","lang":"zh","kind":"answerable"}\n{oops\n{"id":"q2","text":"x","lang":"fr","kind":"urgent"}\n',
    });
    expect(packs[0]?.tables.map(({ name }) => name)).toEqual(["good"]);
    expect(packs[0]?.questions.map(({ id }) => id)).toEqual(["q1"]);
    expect(sentences).toEqual([
      "window/synonyms.csv:1: the header is not said,official. Make the first line said,official",
      expect.stringMatching(/^window\/tables\/date\.csv: checked_on: "gestern" is not a date/),
      expect.stringMatching(/^window\/tables\/short\.csv:3: the row has 1 fields, the header 2/),
      expect.stringMatching(/^window\/tables\/twice\.csv:1: a: two columns have this name/),
      expect.stringMatching(/^window\/questions\.jsonl:2: the line is not JSON/),
      expect.stringMatching(/^window\/questions\.jsonl:3: lang: .*Write one of: zh, en$/),
    ]);
  });

  it("folder that is not there is one problem, not a crash", () => {
    const { packs, problems } = loadPacks(`${temporaryFolder()}/nowhere`);
    expect(packs).toEqual([]);
    expect(problems.map(({ error }) => error.message)).toEqual([
      "nowhere: the folder is not there. Name the folder that holds the packs",
    ]);
  });
});

describe("an article", () => {
  it("with a fault is left out, named with line, field and remedy, and its neighbours stay", async () => {
    const faulty = BIRTH.replace("id: birth-certificate", "id: faulty").replace(
      "checked_on: 2026-11-01",
      "checked_on: 1.11.2026",
    );
    expect(await faultOfArticle(faulty)).toEqual([
      expect.stringMatching(/^window\/articles\/faulty\.md:7: checked_on: .*Write the date as YYYY-MM-DD$/),
    ]);
  });

  it("whose id is not its file's name is left out", async () => {
    expect(await faultOfArticle(BIRTH)).toEqual([
      'window/articles/faulty.md:2: id: "birth-certificate" is not the file\'s name. Make id "faulty", or rename the file',
    ]);
  });

  it("without front matter, without text, or valid for a time that ends before it begins, is left out", async () => {
    const sound = BIRTH.replace("id: birth-certificate", "id: faulty");
    expect(await faultOfArticle("## 结论\n无")).toEqual([
      expect.stringMatching(/faulty\.md:1: the file does not begin with front matter/),
    ]);
    expect(await faultOfArticle(sound.slice(0, sound.indexOf("## 结论")))).toEqual([
      expect.stringMatching(/faulty\.md: there is no text below the front matter/),
    ]);
    const backwards = sound.replace(
      "checked_on:",
      "valid_from: 2026-02-01\nvalid_to: 2026-01-01\nchecked_on:",
    );
    expect(await faultOfArticle(backwards)).toEqual([
      expect.stringMatching(/faulty\.md:8: valid_to: lies before valid_from/),
    ]);
  });
});
