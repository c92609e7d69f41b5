import type { Condition } from "./condition.ts";
import type { FixedText, Section } from "./document-type.ts";
import type { WrittenType } from "./resolve.ts";

/** One text of a type with its place in the file and whether it repeats for a field. */
export interface PlacedText {
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly each?: string | undefined;
}

/** A condition of a type with its place. */
export interface PlacedCondition {
  readonly path: readonly PropertyKey[];
  readonly when: Condition;
  /** In a repeated section it may look at the item too. */
  readonly each?: string | undefined;
}

type Shape = Pick<WrittenType, "layout" | "sections" | "fixed" | "starts">;

/** Every text with slots that a type can print. */
export function textsIn({ layout, sections, fixed }: Shape): PlacedText[] {
  const head = (["title", "number", "to", "note"] as const).map((key) => ({
    path: ["layout", key],
    text: layout[key] ?? "",
  }));
  const named = usedFixed(sections).flatMap((name) => textsOfFixed(name, fixed[name]));
  return [...head, ...sections.flatMap(textsOfSection), ...named];
}

/** Names of the fixed texts that the sections call for. */
export const usedFixed = (sections: readonly Section[]): string[] => [
  ...new Set(sections.flatMap((section) => section.fixed ?? [])),
];

function textsOfFixed(name: string, text: FixedText | undefined): PlacedText[] {
  if (typeof text === "string") return [{ path: ["fixed", name], text }];
  return (text ?? []).map((each, at) => ({ path: ["fixed", name, at], text: each.text, each: each.each }));
}

function textsOfSection(section: Section, at: number): PlacedText[] {
  const place = ["sections", at];
  const { heading, annex, each } = section;
  return [
    ...(heading === undefined ? [] : [{ path: [...place, "heading"], text: heading.text, each }]),
    ...(annex === undefined ? [] : [{ path: [...place, "annex"], text: annex }]),
    ...section.paragraphs.map((one, i) => ({
      path: [...place, "paragraphs", i],
      text: one.text,
      each: one.each ?? each,
    })),
    ...(section.table?.rows ?? []).flatMap((row, i) =>
      row.cells.map(({ text }) => ({ path: [...place, "table", "rows", i], text, each: row.each ?? each })),
    ),
    ...section.signatures.map(({ label, text }, i) => ({
      path: [...place, "signatures", i],
      text: label + (text ?? ""),
      each,
    })),
  ];
}

interface Conditional {
  readonly when?: Condition | undefined;
}

/** Every condition under which a piece of a type stands. */
export function conditionsIn({ sections, fixed, starts }: Shape): PlacedCondition[] {
  const named = usedFixed(sections).flatMap((name) => {
    const text = fixed[name];
    return typeof text === "object" ? placed(text, ["fixed", name]) : [];
  });
  const inSections = sections.flatMap((section, at) => {
    const place = ["sections", at];
    const own = [
      ...placed(section.paragraphs, [...place, "paragraphs"]),
      ...placed(section.signatures, [...place, "signatures"]),
      ...placed(section.table?.rows ?? [], [...place, "table", "rows"]),
    ];
    return [...placed([section], place), ...own.map((each) => ({ ...each, each: section.each }))];
  });
  return [...inSections, ...named, ...placed(starts, ["starts"])];
}

const placed = (pieces: readonly Conditional[], path: readonly PropertyKey[]): PlacedCondition[] =>
  pieces.flatMap(({ when }, at) => (when === undefined ? [] : [{ path: [...path, at], when }]));
