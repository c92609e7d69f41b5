import { readXml } from "../xml.ts";
import { valueOf } from "./word-lists.ts";

const PART = "word/styles.xml";
const MAX_LEVEL = 6;
const MAX_BASES = 20; // styles build on styles, seldom more than four deep

/** What a paragraph style says of its paragraphs. */
export interface WordStyle {
  /** 1 to 6 for headings, 0 for text. */
  readonly heading: number;
  /** True for the lines of a table of contents. */
  readonly isContents: boolean;
  readonly list: string;
  readonly level: number | null;
}

interface Written {
  name: string;
  base: string;
  outline: number | null;
  list: string;
  level: number | null;
}

const PLAIN: WordStyle = { heading: 0, isContents: false, list: "", level: null };

/** The paragraph styles of a Word file by their ids. */
export function readStyles(bytes: Uint8Array | undefined): ReadonlyMap<string, WordStyle> {
  const written = new Map<string, Written>();
  if (bytes === undefined) return new Map();
  let open: Written | null = null;
  readXml(bytes, PART, {
    open: (name, attributes) => {
      const value = valueOf(attributes);
      if (name === "style") {
        open = { name: "", base: "", outline: null, list: "", level: null };
        written.set(attributes["w:styleId"] ?? "", open);
      } else if (open === null) return;
      else if (name === "name") open.name = value;
      else if (name === "basedOn") open.base = value;
      else if (name === "outlineLvl") open.outline = Number(value);
      else if (name === "numId") open.list = value;
      else if (name === "ilvl") open.level = Number(value);
    },
  });
  return new Map([...written.keys()].map((id) => [id, styleOf(id, written)]));
}

function styleOf(id: string, written: ReadonlyMap<string, Written>): WordStyle {
  const chain: Written[] = [];
  for (
    let style = written.get(id);
    style !== undefined && chain.length < MAX_BASES;
    style = written.get(style.base)
  ) {
    chain.push(style);
  }
  const [own] = chain;
  if (own === undefined) return PLAIN;
  const outline = chain.find((style) => style.outline !== null)?.outline ?? null;
  const listed = chain.find(({ list }) => list !== "");
  return {
    heading: headingOf(own.name, outline),
    isContents: /^(?:toc|目录)\s*\d/i.test(own.name),
    list: listed?.list ?? "",
    level: listed?.level ?? null,
  };
}

function headingOf(name: string, outline: number | null): number {
  if (/^(?:title|标题)$/i.test(name)) return 1;
  const named = /^(?:heading|标题)\s*([1-9])/i.exec(name)?.[1];
  const level = named === undefined ? outlineLevel(outline) : Number(named);
  return Math.min(MAX_LEVEL, level);
}

/** Outline levels count from 0; 9 is body text. */
export const outlineLevel = (outline: number | null): number =>
  outline === null || !(outline >= 0 && outline < 9) ? 0 : outline + 1;
