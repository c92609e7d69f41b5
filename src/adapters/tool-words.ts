import type { Language, Words } from "../core/language.ts";

// what a person knows a tool as; the page has the same table in src/web/words.js
const TOOLS: Readonly<Record<string, Words>> = {
  search_knowledge: { zh: "知识库", en: "the knowledge base" },
  find_statute: { zh: "法律条文", en: "the law" },
  look_up_table: { zh: "资料表", en: "reference tables" },
  look_up_records: { zh: "业务数据", en: "records" },
  calculate_tax: { zh: "税额", en: "the tax" },
  add_period: { zh: "期限", en: "the time limit" },
  draft_document: { zh: "文书", en: "the document" },
};
const ANY: Words = { zh: "资料", en: "sources" };

/** What is being looked at, in words a person knows; never a tool's code name. */
export const toolWords = (name: string, language: Language): string => (TOOLS[name] ?? ANY)[language];
