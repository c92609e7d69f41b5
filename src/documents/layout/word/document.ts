import { openPackage, guarded, targetPath, type Package } from "./package.ts";
import { readParagraph, type WordParagraph } from "./paragraph.ts";
import { readStyles, type Styles } from "./styles.ts";
import { all, elements, find, numberIn, switchIn, type Element } from "./tree.ts";

/** A page as its section sets it; lengths in twips. */
export interface Section {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly footer: number;
  readonly hasTitlePage: boolean;
  readonly grid: { readonly type: string; readonly linePitch: number; readonly charSpace: number } | null;
  /** Paragraphs of headers and footers: `default`, `even`, `first`. */
  readonly headers: Readonly<Record<string, readonly WordParagraph[]>>;
  readonly footers: Readonly<Record<string, readonly WordParagraph[]>>;
}

/** A .docx as far as its layout can be judged. */
export interface WordDocument {
  readonly paragraphs: readonly WordParagraph[];
  readonly tables: number;
  readonly sections: readonly Section[];
  readonly isEvenOdd: boolean;
}

// each has up to six headers and footers to read; a layout is judged by the first
const MOST_SECTIONS = 8;

/** Reads a .docx; throws `file.refused` for what cannot be read safely. */
export async function readDocument(bytes: Uint8Array, name = ""): Promise<WordDocument> {
  const file = await openPackage(bytes, name);
  return guarded(name, () => {
    const relations = file.relations(file.mainPath);
    const related = (kind: string): Element | undefined => {
      const relation = relations.find(({ type, isExternal }) => type.endsWith(`/${kind}`) && !isExternal);
      return relation && file.part(targetPath(file.mainPath, relation.target));
    };
    const styles = readStyles(related("styles"), related("theme"));
    const body = find(file.main, "body");
    const sectPrs = all(file.main, "sectPr");
    return {
      paragraphs: body === undefined ? [] : paragraphsIn(body, styles, false),
      tables: body === undefined ? 0 : all(body, "tbl").length,
      sections: sectPrs.slice(0, MOST_SECTIONS).map((sectPr) => sectionOf(sectPr, file, styles)),
      isEvenOdd: switchIn(related("settings"), "evenAndOddHeaders") ?? false,
    };
  });
}

const CONTAINERS = new Set([
  "sdt",
  "sdtContent",
  "tbl",
  "tr",
  "tc",
  "ins",
  "customXml",
  "smartTag",
  "moveTo",
]);

/** Paragraphs in reading order: cells of tables row by row, text boxes after the paragraph that holds them. */
function paragraphsIn(parent: Element, styles: Styles, isInTable: boolean): WordParagraph[] {
  return elements(parent).flatMap((child) => {
    if (child.name === "p") {
      const boxes = boxesIn(child).flatMap((box) => paragraphsIn(box, styles, isInTable));
      return [readParagraph(child, styles, isInTable), ...boxes];
    }
    if (!CONTAINERS.has(child.name)) return [];
    return paragraphsIn(child, styles, isInTable || child.name === "tbl");
  });
}

/** Text boxes anywhere in a paragraph, once each: the older rendering of the same box is passed over. */
function boxesIn(parent: Element): readonly Element[] {
  return elements(parent).flatMap((child) => {
    if (child.name === "Fallback") return [];
    return child.name === "txbxContent" ? [child] : boxesIn(child);
  });
}

function sectionOf(sectPr: Element, file: Package, styles: Styles): Section {
  const size = find(sectPr, "pgSz");
  const margin = find(sectPr, "pgMar");
  const grid = find(sectPr, "docGrid");
  const linePitch = numberIn(grid, "linePitch");
  return {
    width: numberIn(size, "w") ?? 0,
    height: numberIn(size, "h") ?? 0,
    top: numberIn(margin, "top") ?? 0,
    bottom: numberIn(margin, "bottom") ?? 0,
    left: numberIn(margin, "left") ?? 0,
    right: numberIn(margin, "right") ?? 0,
    footer: numberIn(margin, "footer") ?? 0,
    hasTitlePage: switchIn(sectPr, "titlePg") ?? false,
    grid:
      linePitch === undefined
        ? null
        : {
            type: grid?.attributes["type"] ?? "default",
            linePitch,
            charSpace: numberIn(grid, "charSpace") ?? 0,
          },
    headers: edges(sectPr, "headerReference", file, styles),
    footers: edges(sectPr, "footerReference", file, styles),
  };
}

function edges(sectPr: Element, name: string, file: Package, styles: Styles) {
  const relations = file.relations(file.mainPath);
  return Object.fromEntries(
    elements(sectPr, name).map(({ attributes }) => {
      const relation = relations.find(({ id, isExternal }) => id === attributes["id"] && !isExternal);
      const root = relation && file.part(targetPath(file.mainPath, relation.target));
      return [attributes["type"] ?? "default", root === undefined ? [] : paragraphsIn(root, styles, false)];
    }),
  );
}
