import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { packZip } from "../../src/documents/layout/pack.ts";
import { bangban, tempFolder } from "./run.ts";

const EXAMPLES = fileURLToPath(new URL("../documents/examples/", import.meta.url));
const TENANT = ["--tenant", join(EXAMPLES, "tenant.yaml")];
const example = (type: string): string => join(EXAMPLES, `${type}.json`);
const at = (folder: string): readonly string[] => ["--data", folder, "--today", "2026-11-24"];

const written = (value: unknown): string => {
  const file = join(tempFolder(), "facts.json");
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
};

const draft = (args: readonly string[]) => bangban(["draft", ...args, ...at(tempFolder())]);
const check = (args: readonly string[]) => bangban(["check", ...args, ...at(tempFolder())]);

describe.concurrent("draft", () => {
  it("lists seventeen types and more, and shows the form of a type's facts by its Chinese name", async () => {
    const { types, problems } = JSON.parse((await draft(["--list", "--json"])).out);
    expect(problems).toEqual([]);
    expect(types.length).toBeGreaterThanOrEqual(17);
    const schema = JSON.parse((await draft(["现场检查笔录", "--schema"])).out);
    expect(schema.required).toContain("inspection_time");
  });

  it("writes the same bytes from the same facts, and finds nothing wrong with a clean case", async () => {
    const folder = tempFolder();
    const files = ["a.docx", "b.docx"].map((name) => join(folder, name));
    const runs = await Promise.all(
      files.map((file) =>
        draft([
          "penalty-decision",
          "--facts",
          example("penalty-decision"),
          ...TENANT,
          "--out",
          file,
          "--json",
        ]),
      ),
    );
    const { findings, missing, text, file } = JSON.parse(runs[0]?.out ?? "");
    expect([findings, missing]).toEqual([[], []]);
    expect(text).toContain("罚款人民币50000元（大写：伍万元整）");
    expect(file).toBe(files[0]);
    const [one, other] = files.map((each) => readFileSync(each));
    expect(Buffer.compare(one ?? Buffer.of(0), other ?? Buffer.of(1))).toBe(0);
  });

  it("prints 未提供 for what is missing, and says what that is", async () => {
    const facts = written({ party: { kind: "unit", name: "甲公司" } });
    const { out, code } = await draft(["立案审批表", "--facts", facts, "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toContain("未提供");
    expect(out).toMatch(/缺: .*filed_on/u);
  });

  it.each([
    ["an unknown type", ["罚单大全", "--schema"], 2, /没有“罚单大全”这种文书/u],
    ["no facts", ["立案审批表"], 2, /--facts/u],
    [
      "a day that cannot be",
      ["立案审批表", "--facts", written({ filed_on: "2026-02-30" })],
      1,
      /立案日期.*2026-02-30/u,
    ],
    ["an unknown field", ["立案审批表", "--facts", written({ colour: "red" })], 1, /没有“colour”这个字段/u],
    ["a file that is no JSON", ["立案审批表", "--facts", written("{")], 1, /不是可以读取的 JSON/u],
    ["no file", ["立案审批表", "--facts", "nowhere.json"], 1, /没有 nowhere\.json 这个文件/u],
    [
      "a tenant that is none",
      ["立案审批表", "--facts", written({}), "--tenant", written({ nme: "x" })],
      1,
      /nme/u,
    ],
  ])("says in one sentence what is wrong with %s", async (_, args, code, sentence) => {
    const ran = await draft([...args, "--lang", "zh"]);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(sentence);
    expect(ran.err.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(ran.err).not.toMatch(/\n\s+at /u);
  });

  it("keeps a number with a wrong check digit as it was stated, and flags it", async () => {
    const facts = written({ party: { kind: "unit", name: "甲公司", credit_code: "91330100MA2ABCDE8X" } });
    const { findings, text } = JSON.parse((await draft(["立案审批表", "--facts", facts, "--json"])).out);
    expect(findings).toContainEqual(expect.objectContaining({ rule: "C11", severity: "block" }));
    expect(text).toContain("91330100MA2ABCDE8X");
  });
});

describe.concurrent("check", () => {
  it("reads a finished .docx: its findings, its citations, its layout", async () => {
    const file = join(tempFolder(), "笔录.docx");
    const facts = ["inspection-record", "--facts", example("inspection-record"), ...TENANT, "--out", file];
    await draft(facts);
    const { findings, citations, layout } = JSON.parse((await check([file, ...TENANT, "--json"])).out);
    expect(findings).toEqual([]);
    expect(citations.map(({ status }: { status: string }) => status)).toEqual(["ok", "ok", "ok"]);
    expect(layout.score).toBe(100);
  });

  it("finds a decision dated before its notice, over a whole case", async () => {
    const facts = { decided_on: "2026-09-10", notice_served_on: "2026-09-16" };
    const file = written({ facts, documents: [{ type: "penalty-decision" }] });
    const { findings } = JSON.parse((await check([file, "--json"])).out);
    expect(findings).toContainEqual(expect.objectContaining({ rule: "C01", severity: "block" }));
  });

  it("refuses a .docx that is a bomb, and a text that is no document, in one line", async () => {
    const bomb = join(tempFolder(), "通知.docx");
    writeFileSync(bomb, packZip(new Map([["word/document.xml", Buffer.alloc(300 * 1024 * 1024)]])));
    const text = join(tempFolder(), "a.txt");
    writeFileSync(text, "今天天气不错。");
    const [one, other] = await Promise.all([check([bomb, "--lang", "zh"]), check([text, "--lang", "zh"])]);
    expect(one.code).toBe(1);
    expect(one.err).toMatch(/通知\.docx/u);
    expect(other.err).toMatch(/看不出是哪一种文书/u);
  }, 20_000);
});
