import type { Words } from "../../core/language.ts";
import { relationsOf } from "./word/package.ts";
import { all, readTree, textIn, type Element } from "./word/tree.ts";

/** Why a form is not used; names the part or the words that are in the way. */
export interface TemplateFault {
  readonly reason: Words;
  readonly field: string;
}

const MACRO_PART = /(?:^|\/)(?:vbaProject|vbaData|attachedToolbars)[^/]*$|\.bin$/i;
const MACRO_TYPE = /macroEnabled/i;
const EMBEDDED_PART = /(?:^|\/)embeddings\//i;
const FOREIGN_CONTENT = /\/(?:aFChunk|attachedTemplate|oleObject|package|frame)$/i;
// fields that fetch, run or open something; page numbers, dates and references stay
const FETCHING_FIELD =
  /\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDE|DDEAUTO|LINK|DATABASE|HYPERLINK|MACROBUTTON|RD|GOTOBUTTON|AUTOTEXT)\b/i;

/** The first thing in a form that reaches out of it or runs: links, macros, embedded files, fetching fields; or null. */
export function templateFault(parts: ReadonlyMap<string, Uint8Array>): TemplateFault | null {
  for (const [path, bytes] of parts) {
    if (MACRO_PART.test(path)) return faults.macro(path);
    if (EMBEDDED_PART.test(path)) return faults.embedded(path);
    if (!/\.(?:xml|rels)$/i.test(path)) continue;
    const fault = faultIn(path, readTree(bytes, path));
    if (fault !== null) return fault;
  }
  return null;
}

function faultIn(path: string, root: Element): TemplateFault | null {
  if (path === "[Content_Types].xml") {
    const types = [...all(root, "Override"), ...all(root, "Default")];
    return types.some(({ attributes }) => MACRO_TYPE.test(attributes["ContentType"] ?? ""))
      ? faults.macro(path)
      : null;
  }
  if (path.endsWith(".rels")) {
    const outside = relationsOf(root).find(({ isExternal }) => isExternal);
    if (outside !== undefined) return faults.external(outside.target);
    const foreign = relationsOf(root).find(({ type }) => FOREIGN_CONTENT.test(type));
    return foreign === undefined ? null : faults.embedded(foreign.target);
  }
  // a code may be cut into several runs, and stand in an attribute
  const codes = [
    all(root, "instrText").map(textIn).join(""),
    ...all(root, "fldSimple").map(({ attributes }) => attributes["instr"] ?? ""),
  ];
  const field = codes.map((code) => FETCHING_FIELD.exec(code)?.[0]).find((name) => name !== undefined);
  return field === undefined ? null : faults.field(field);
}

const faults = {
  macro: (field: string): TemplateFault => ({
    reason: { zh: "表格模板带有宏", en: "the form carries macros" },
    field,
  }),
  embedded: (field: string): TemplateFault => ({
    reason: { zh: `表格模板里嵌有别的文件“${field}”`, en: `the form embeds another file, "${field}"` },
    field,
  }),
  external: (field: string): TemplateFault => ({
    reason: { zh: `表格模板指向外部“${field}”`, en: `the form points outside, to "${field}"` },
    field,
  }),
  field: (field: string): TemplateFault => ({
    reason: {
      zh: `表格模板里有会取外部内容的域“${field}”`,
      en: `the form has a field that fetches: ${field}`,
    },
    field,
  }),
};
