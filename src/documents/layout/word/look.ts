import { find, numberIn, switchIn, type Element } from "./tree.ts";

/** How characters look; what is not said is undefined. Sizes in points, spacing in twips. */
export interface RunLook {
  readonly eastAsia?: string | undefined;
  readonly latin?: string | undefined;
  readonly size?: number | undefined;
  readonly isBold?: boolean | undefined;
  readonly color?: string | undefined;
  readonly spacing?: number | undefined;
  readonly isUnderlined?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
}

/** How a paragraph stands; lengths in twips, `firstLine` below zero when it hangs. */
export interface ParagraphLook {
  readonly align?: string | undefined;
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  readonly firstLine?: number | undefined;
  /** In hundredths of a character; they win over the twips. */
  readonly leftChars?: number | undefined;
  readonly rightChars?: number | undefined;
  readonly firstLineChars?: number | undefined;
  readonly line?: number | undefined;
  readonly lineRule?: string | undefined;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly outline?: number | undefined;
  readonly startsPage?: boolean | undefined;
  readonly topRule?: string | undefined;
  readonly bottomRule?: string | undefined;
  readonly isFramed?: boolean | undefined;
}

const HALF_POINTS = 2;

/** What an `rPr` says; `themes` names the fonts of the theme. */
export function runLook(rPr: Element | undefined, themes: Readonly<Record<string, string>>): RunLook {
  const fonts = find(rPr, "rFonts")?.attributes ?? {};
  const size = numberIn(find(rPr, "sz"), "val");
  const underline = find(rPr, "u")?.attributes["val"];
  return defined<RunLook>({
    eastAsia: fonts["eastAsia"] ?? themes[fonts["eastAsiaTheme"] ?? ""],
    latin: fonts["ascii"] ?? themes[fonts["asciiTheme"] ?? ""],
    size: size === undefined ? undefined : size / HALF_POINTS,
    isBold: switchIn(rPr, "b"),
    color: find(rPr, "color")?.attributes["val"],
    spacing: numberIn(find(rPr, "spacing"), "val"),
    isUnderlined: underline === undefined ? undefined : underline !== "none",
    isHidden: switchIn(rPr, "vanish"),
  });
}

/** What a `pPr` says. */
export function paragraphLook(pPr: Element | undefined): ParagraphLook {
  const indent = find(pPr, "ind");
  const spacing = find(pPr, "spacing");
  const hanging = numberIn(indent, "hanging");
  const hangingChars = numberIn(indent, "hangingChars");
  return defined<ParagraphLook>({
    align: find(pPr, "jc")?.attributes["val"],
    left: numberIn(indent, "left") ?? numberIn(indent, "start"),
    right: numberIn(indent, "right") ?? numberIn(indent, "end"),
    firstLine: hanging === undefined ? numberIn(indent, "firstLine") : -hanging,
    leftChars: numberIn(indent, "leftChars") ?? numberIn(indent, "startChars"),
    rightChars: numberIn(indent, "rightChars") ?? numberIn(indent, "endChars"),
    firstLineChars: hangingChars === undefined ? numberIn(indent, "firstLineChars") : -hangingChars,
    line: numberIn(spacing, "line"),
    lineRule: spacing?.attributes["lineRule"],
    before: numberIn(spacing, "before"),
    after: numberIn(spacing, "after"),
    outline: numberIn(find(pPr, "outlineLvl"), "val"),
    startsPage: switchIn(pPr, "pageBreakBefore"),
    topRule: ruleColor(find(pPr, "pBdr", "top")),
    bottomRule: ruleColor(find(pPr, "pBdr", "bottom")),
    isFramed: find(pPr, "framePr") === undefined ? undefined : true,
  });
}

/** The color of a border that shows. */
function ruleColor(border: Element | undefined): string | undefined {
  const kind = border?.attributes["val"];
  if (kind === undefined || kind === "none" || kind === "nil") return undefined;
  return border?.attributes["color"] ?? "auto";
}

/** Only what is said, so that spreading one look over another keeps what the other says. */
const defined = <T extends object>(look: T): T => {
  const said = { ...look };
  for (const [key, value] of Object.entries(said)) if (value === undefined) Reflect.deleteProperty(said, key);
  return said;
};
