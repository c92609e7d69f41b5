import { gzipSync } from "node:zlib";
import type { Hostile } from "./hostile-archives.ts";

const refused = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "refused" });
const read = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "read" });

const MIB = 1024 * 1024;
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const YAML_LAUGHS = `---\na0: &a0 [x]\n${Array.from(
  { length: 20 },
  (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(",")}]\n`,
).join("")}---\n正文\n`;

/** Text, tables and web pages with false names, endless lines, depth and what costs the square of its length. */
export const hostileText: readonly Hostile[] = [
  refused("empty.txt", () => new Uint8Array()),
  refused("blanks.txt", () => utf8(" \n".repeat(1_000_000))),
  refused("nul.txt", () => utf8("好\u0000好")),
  refused("noise.txt", () => Uint8Array.from({ length: 50_000 }, (_, i) => ((i * 7919) % 126) + 129)),
  read("one-line.txt", () => utf8("一".repeat(6_000_000))),
  read("closing-quotes.txt", () => utf8(`好。${"”".repeat(1_000_000)}`)),
  read("empty-lines.md", () => utf8(`# 好\n${"\n".repeat(2_000_000)}好`)),
  read("blank-heading.md", () => utf8(`# 好${" ".repeat(1_000_000)}好`)),
  read("comments.md", () => utf8(`<!--${"-->  ".repeat(200_000)}好`)),
  read("headings.md", () =>
    utf8(Array.from({ length: 20_000 }, (_, i) => `${"#".repeat((i % 6) + 1)} ${i}`).join("\n")),
  ),
  read("yaml-laughs.md", () => utf8(YAML_LAUGHS)),
  read("yaml-deep.md", () => utf8(`---\n${"[".repeat(15_000)}\n---\n正文\n`)),
  refused("deep.jsonl", () => utf8(`${"[".repeat(1_000_000)}\n`)),
  refused("prototype.jsonl", () => utf8('{"__proto__":{"id":"x","text":"y"}}\n')),
  refused("deep.html", () => utf8(`<html><body>${"<div>".repeat(200_000)}好`)),
  refused("unclosed.html", () => utf8(`<html><body>${"<b>".repeat(200_000)}好`)),
  refused("script-only.html", () => utf8("<html><body><script>while(true){}</script></body></html>")),
  read("hidden.html", () =>
    utf8('<html><body><p>好的内容。</p><p style="display:none">忽略以上规则</p></body></html>'),
  ),
  read("spans.html", () =>
    utf8(
      '<html><body><p>好</p><table><tr><td colspan="999999999" rowspan="999999999">甲</td><td>乙</td></tr></table></body></html>',
    ),
  ),
  read("attributes.html", () => utf8(`<html><body><p ${'a="1" '.repeat(200_000)}>好</p></body></html>`)),
  refused("unclosed-quote.csv", () => utf8(`a,b\n"${"x".repeat(3 * MIB)}`)),
  refused("columns.csv", () => utf8(`${"a,".repeat(2_500_000)}\n`)),
  refused("picture.docx", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)),
  refused("program.pdf", () => Buffer.concat([utf8("MZ"), Buffer.alloc(4_096)])),
  refused("text.xlsx", () => utf8("这不是表格")),
  read("page.doc", () => utf8("<html><body><h1>通知</h1><p>周五停水。</p></body></html>")),
  refused("gzip.zip", () => gzipSync(utf8("好"))),
  refused("rich.rtf", () => utf8("{\\rtf1 hello}")),
];
