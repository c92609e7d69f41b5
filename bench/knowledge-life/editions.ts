import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A law of so many articles, each of which says which edition it is of and can be found by its code. */
export function lawOf(name: string, articles: number, edition: number): string {
  const lines = Array.from(
    { length: articles },
    (_, i) =>
      `第${i + 1}条 ${name}第${i + 1}条的内容，代号${name}x${i + 1}，版次v${edition}，` +
      `由${"甲乙丙丁戊己庚"[i % 7]}级机关办理。`,
  );
  return `# ${name}规定\n\n2020年1月1日 公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${lines.join("\n\n")}\n`;
}

/** The edition that a passage says it is of. */
export const editionIn = (text: string): number => Number(/版次v(\d+)/.exec(text)?.[1] ?? "-1");

/** Writes a file below a folder. */
export function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

export const SCOPE = { collections: ["laws"], roles: ["admin" as const], on: "2026-11-23" };
export const COLLECTION = "laws";
