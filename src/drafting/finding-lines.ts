import type { Language, Words } from "../core/language.ts";
import type { Finding, Severity } from "../documents/finding.ts";
import type { Field } from "../documents/types/document-type.ts";

const RANK: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };
const SEVERITY: Readonly<Record<Severity, Words>> = {
  block: { zh: "必须改", en: "must mend" },
  warn: { zh: "请核对", en: "check" },
  info: { zh: "提示", en: "note" },
};

/** Where a finding lies, with fields by their labels: `现场检查笔录 · observations` is 现场检查笔录 · 检查情况. */
export const whereWords = (where: string, fields: readonly Field[], language: Language): string =>
  where
    .split(" · ")
    .map((part) => fields.find(({ name }) => name === part.split(".")[0])?.label[language] ?? part)
    .join(" · ");

/** Findings as lines, the gravest first: what is wrong, where, by which article, how to mend it. */
export function findingLines(
  findings: readonly Finding[],
  language: Language,
  fields: readonly Field[],
  most = Infinity,
): string {
  const sorted = findings.toSorted((one, other) => RANK[one.severity] - RANK[other.severity]);
  const lines = sorted.slice(0, most).map(({ rule, severity, article, where, message, fix }) => {
    const mend = fix === undefined ? "" : ` → ${fix[language]}`;
    return `- ⚠ ${SEVERITY[severity][language]} ${rule} ${message[language]}（${whereWords(where, fields, language)}；${article}）${mend}`;
  });
  const head = language === "zh" ? `检查出 ${findings.length} 处：` : `${findings.length} found:`;
  return [head, ...lines, ...(findings.length > most ? ["…"] : [])].join("\n");
}
