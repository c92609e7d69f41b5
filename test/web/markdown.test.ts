import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly href?: string;
  readonly children?: readonly Part[];
}

// the page's scripts are plain JavaScript; this is the part of them that needs no browser
const script = new URL("../../src/web/markdown.js", import.meta.url).href;
const { parse }: { parse: (markdown: string) => readonly Part[] } = await import(script);

const types = (markdown: string) => parse(markdown).map(({ type }) => type);
const inline = (markdown: string) => parse(markdown)[0]?.children;
const text = (words: string) => ({ type: "text", text: words });

describe("Markdown as the page reads it", () => {
  it("knows paragraphs, headings, lists, tables, code, quotes and rules", () => {
    const all =
      "# 题\n\n段\n\n- 一\n\n1. 甲\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```ts\nx\n```\n\n> 引\n\n---\n";
    expect(types(all)).toEqual(["heading", "paragraph", "list", "list", "table", "code", "quote", "rule"]);
  });

  it("starts a list right after a line of text, as people and models write it", () => {
    expect(types("带上：\n1. 身份证\n2. 户口本\n\n就行")).toEqual(["paragraph", "list", "paragraph"]);
  });

  it("nests a list and keeps loose items together", () => {
    const [list] = parse("1. 甲\n   - 子一\n   - 子二\n\n2. 乙");
    expect(list).toMatchObject({
      items: [[{ type: "paragraph" }, { type: "list" }], [{ type: "paragraph" }]],
    });
  });

  it("keeps line breaks", () => {
    expect(inline("一\n二")).toEqual([text("一"), { type: "break" }, text("二")]);
  });

  it("reads stress, code, links and source marks", () => {
    expect(inline("**粗**和*斜*`a*b`[1]")).toEqual([
      { type: "strong", children: [text("粗")] },
      text("和"),
      { type: "em", children: [text("斜")] },
      { type: "code", text: "a*b" },
      { type: "mark", number: 1 },
    ]);
    expect(inline("见[指南](https://a.cn/x)或 https://b.cn/y。")).toEqual([
      text("见"),
      { type: "link", href: "https://a.cn/x", children: [text("指南")] },
      text("或 "),
      { type: "link", href: "https://b.cn/y", children: [text("https://b.cn/y")] },
      text("。"),
    ]);
  });

  it.each(["3*4*5", "snake_case_name", "a ** b", "5 * 3 * 2", "[0-9]", "<b>x</b>", "&lt;"])(
    "leaves %s alone",
    (words) => expect(inline(words)).toEqual([text(words)]),
  );

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "/healthz",
    "file:///etc",
  ])("makes no link of %s", (href) => expect(JSON.stringify(parse(`[看](${href})`))).not.toContain('"link"'));

  it("hides the language of code, and nothing else that stands behind a fence", () => {
    expect(parse("```json\n{}\n```")).toEqual([{ type: "code", text: "{}" }]);
    expect(parse("```请看这里\n下一行")).toEqual([{ type: "code", text: "请看这里\n下一行" }]);
  });

  it("keeps every letter of any text", () => {
    const letters = (words: string) => words.replace(/[^\p{L}]/gu, "");
    // an escaped line break is written with a letter that nobody said
    const said = (parts: unknown): string =>
      JSON.stringify(parts)
        .replaceAll("\\n", "")
        .replace(/"(type|children|start|items|head|rows|text|href)":("\w+"(?=[,}]))?/g, "");
    const piece = fc.constantFrom(
      "**",
      "*",
      "`",
      "# ",
      "- ",
      "1. ",
      "> ",
      "|",
      "\n",
      "\n\n",
      "字",
      "词",
      " ",
      "[",
      "](",
      ")",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const source = pieces.join("");
        expect(letters(said(parse(source))).replace(/null/g, "")).toBe(letters(source));
      }),
    );
  });

  it("is done with hostile text at once", () => {
    for (const mark of [
      "*",
      "[",
      "`",
      "_",
      "~",
      "|",
      "> ",
      "- ",
      "**a ",
      "`` ` ",
      "[a](",
      "  ",
      "1. ",
      "\n> - ",
    ]) {
      expect(parse(`字${mark.repeat(10_000)}`).length).toBeGreaterThan(0);
      expect(parse(mark.repeat(10_000))).toBeInstanceOf(Array);
    }
  });
});

describe("the page's scripts", () => {
  it("are all fetched at once, not one after the other has been read", () => {
    const folder = fileURLToPath(new URL("../../src/web/", import.meta.url));
    const page = readFileSync(`${folder}index.html`, "utf8");
    const modules = readdirSync(folder).filter((name) => name.endsWith(".js"));
    expect(modules.filter((name) => !page.includes(`"/${name}"`))).toEqual([]);
  });

  it("agree with their types", () => {
    const folder = fileURLToPath(new URL("../../src/web", import.meta.url));
    const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
    const { status, stdout } = spawnSync(tsc, ["-p", folder], { encoding: "utf8" });
    expect(`${status}${stdout}`).toBe("0");
  });
});
