import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, by path, below a folder; gives the folder back. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const PACK_YAML = `name: { zh: 窗口, en: Window }
purpose: { zh: 回答办事问题, en: Answers questions }
audience: [citizen, staff]
contacts:
  - { name: { zh: 热线, en: Hotline }, number: "12345" }
`;

interface CardText {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly more?: string;
  readonly body: string;
}

/** A card as an author writes it; `more` is further front matter, one field a line. */
export const card = ({ id, title, aliases = [], more = "", body }: CardText): string =>
  `---
id: ${id}
title: ${title}
aliases: [${aliases.join(", ")}]
region: ${/^region: (.*)$/m.exec(more)?.[1] ?? "全国"}
source: 《某法》第三条
checked_on: 2026-11-01
${more.replace(/^region: .*$/m, "").trim()}
---

${body}
`.replace(/\n\n---/, "\n---");

export const BIRTH = card({
  id: "birth-certificate",
  title: "出生医学证明首次签发",
  aliases: ["出生证", "出生证明"],
  body: `## 结论
由接生的医院签发，一般出院前后就能办。

## 材料
1. 父母双方有效身份证件原件
2. 首次签发登记表

## 时限
当场办结。

## 费用
免费。`,
});

export const BIRTH_EN = card({
  id: "birth-certificate",
  title: "Birth certificate, first issue",
  aliases: ["birth certificate"],
  body: `## In short
The hospital where the child was born issues it.

## Bring
1. Identity documents of both parents

## Fee
Free of charge.`,
});

export const LOST = card({
  id: "birth-certificate-lost",
  title: "出生医学证明补发",
  aliases: ["出生证丢了", "补办出生证"],
  body: `## 结论
丢了可以补，向原签发机构申请。

## 材料
1. 补发申请表

## 费用
免费。`,
});

export const MARRIAGE = card({
  id: "marriage",
  title: "结婚登记",
  aliases: ["领证", "结婚证"],
  body: `## 结论
双方亲自到婚姻登记机关办理，不收费。

## 材料
1. 双方身份证

## 渠道
全国任一婚姻登记机关。`,
});

/** A sound pack of four files, as a folder of packs. */
export const SMALL_PACK = {
  "window/pack.yaml": PACK_YAML,
  "window/guide.md": "你是窗口工作人员。",
  "window/synonyms.csv": "said,official\n娃,孩子\n扯证,结婚登记\n",
  "window/articles/birth-certificate.md": BIRTH,
  "window/articles/birth-certificate.en.md": BIRTH_EN,
  "window/articles/birth-certificate-lost.md": LOST,
  "window/articles/marriage.md": MARRIAGE,
};

/** A law of so many articles; the third of 第5号办法 can be found by its code, 5x3. */
export function lawText(name: string, articles: number, word = "条款"): string {
  const number = /\d+/.exec(name)?.[0] ?? "0";
  const lines = Array.from(
    { length: articles },
    (_, i) =>
      `第${i + 1}条 ${name}的${word}，代号${number}x${i + 1}，由${"甲乙丙丁戊己庚"[i % 7]}级机关办理。`,
  );
  return `# ${name}\n\n2020年1月1日 公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${lines.join("\n\n")}\n`;
}
