import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BotError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Gap } from "../../store/gaps.ts";

const SECTIONS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["结论", "条件", "材料", "步骤", "渠道", "时限", "费用", "依据"],
  en: ["In short", "Who", "Bring", "Steps", "Where", "How long", "Fee", "Law"],
};

const TO_WRITE: Readonly<Record<Language, string>> = {
  zh: "（待填写；不适用就删去本节）",
  en: "(to be written; remove the section where it does not apply)",
};

/** Writes a card for a gap into a pack, as a draft that is not answered from. Returns its path below the packs. */
export function draftArticle(packsDir: string, pack: string, gap: Gap, today: string): string {
  if (!existsSync(join(packsDir, pack, "pack.yaml"))) throw noPack(packsDir, pack);
  const file = `${pack}/articles/gap-${gap.id}${gap.language === "en" ? ".en" : ""}.md`;
  const path = join(packsDir, file);
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) throw alreadyThere(file);
  writeFileSync(path, cardFor(gap, today), { flag: "wx" });
  return file;
}

/** The text of a card that asks for everything it needs. */
export function cardFor({ id, question, language, count, lastOn }: Gap, today: string): string {
  const isChinese = language === "zh";
  // JSON strings are YAML strings: whatever was asked cannot break out of its line
  const asked = JSON.stringify(question);
  const note = isChinese
    ? `# 由未答问题生成：问过 ${count} 次，最近 ${lastOn}。写完并核对来源后，删去 draft: true`
    : `# made from an unanswered question: asked ${count} times, last on ${lastOn}. Write, check, then remove draft: true`;
  const source = isChinese ? "待填写：文件名称和条款" : "to be written: the document and its article";
  const body = SECTIONS[language].map((heading) => `## ${heading}\n\n${TO_WRITE[language]}\n`);
  return `---
id: gap-${id}
draft: true
${note}
title: ${asked}
aliases: []
region: ${isChinese ? "全国" : "nationwide"}
source: ${JSON.stringify(source)}
laws: []
checked_on: ${today}
---

${body.join("\n")}`;
}

const noPack = (packsDir: string, pack: string): BotError =>
  new BotError("usage.invalid", `there is no pack "${pack}"`, {
    forUser: { zh: `没有名为“${pack}”的知识包。`, en: `There is no pack "${pack}".` },
    field: "pack",
    remedy: `name a folder of ${packsDir} with --pack`,
  });

const alreadyThere = (file: string): BotError =>
  new BotError("usage.invalid", `${file} is there already`, {
    forUser: { zh: "这个问题的草稿已经存在。", en: "There is a draft for this question already." },
    file,
    remedy: "go on writing that one, or rename it",
  });
