import { paragraphLook, runLook, type ParagraphLook, type RunLook } from "./look.ts";
import { all, elements, find, type Element } from "./tree.ts";

interface Look {
  readonly name: string;
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
}

/** What the styles of a document say, with everything they are based on already in them. */
export interface Styles {
  readonly defaults: Look;
  readonly paragraph: (id: string | undefined) => Look;
  readonly character: (id: string | undefined) => RunLook;
  readonly themes: Readonly<Record<string, string>>;
}

// a chain of styles that ends in itself is cut here
const MAX_CHAIN = 20;

/** Reads `styles.xml` and the fonts of the theme; both may be missing. */
export function readStyles(styles: Element | undefined, theme: Element | undefined): Styles {
  const themes = theme === undefined ? {} : fontsOf(theme);
  const byId = new Map(elements(styles, "style").map((each) => [each.attributes["styleId"] ?? "", each]));
  const defaultId = elements(styles, "style").find(
    ({ attributes }) =>
      attributes["type"] === "paragraph" && /^(?:1|true|on)$/.test(attributes["default"] ?? ""),
  )?.attributes["styleId"];
  const defaults: Look = {
    name: "",
    run: runLook(find(styles, "docDefaults", "rPrDefault", "rPr"), themes),
    paragraph: paragraphLook(find(styles, "docDefaults", "pPrDefault", "pPr")),
  };
  const resolve = (id: string | undefined, depth = 0): Look => {
    const style = id === undefined ? undefined : byId.get(id);
    if (style === undefined || depth > MAX_CHAIN) return { name: "", run: {}, paragraph: {} };
    const base = resolve(find(style, "basedOn")?.attributes["val"], depth + 1);
    return {
      name: find(style, "name")?.attributes["val"] ?? "",
      run: { ...base.run, ...runLook(find(style, "rPr"), themes) },
      paragraph: { ...base.paragraph, ...paragraphLook(find(style, "pPr")) },
    };
  };
  return {
    defaults,
    paragraph: (id) => resolve(id ?? defaultId ?? "Normal"),
    character: (id) => (id === undefined ? {} : resolve(id).run),
    themes,
  };
}

/** `minorEastAsia`, `majorHAnsi` … to the faces the theme gives them. */
function fontsOf(theme: Element): Readonly<Record<string, string>> {
  const fonts: Record<string, string> = {};
  for (const size of ["major", "minor"] as const) {
    const scheme = all(theme, `${size}Font`)[0];
    const latin = find(scheme, "latin")?.attributes["typeface"] ?? "";
    const hans = elements(scheme, "font").find(({ attributes }) => attributes["script"] === "Hans");
    const eastAsia = find(scheme, "ea")?.attributes["typeface"] ?? "";
    fonts[`${size}HAnsi`] = latin;
    fonts[`${size}Ascii`] = latin;
    fonts[`${size}EastAsia`] = eastAsia === "" ? (hans?.attributes["typeface"] ?? "") : eastAsia;
  }
  return fonts;
}
