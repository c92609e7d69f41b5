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
  const heading =
    section.heading === undefined ? [] : [{ path: [...place, "heading"], text: section.heading.text }];
  const annex = section.annex === undefined ? [] : [{ path: [...place, "annex"], text: section.annex }];
  const paragraphs = section.paragraphs.map(({ text, each }, i) => ({
    path: [...place, "paragraphs", i],
    text,
    each,
  }));
  const cells = (section.table?.rows ?? []).flatMap((row, i) =>
    row.cells.map(({ text }) => ({ path: [...place, "table", "rows", i], text, each: row.each })),
  );
  const signatures = section.signatures.map(({ label, text }, i) => ({
    path: [...place, "signatures", i],
    text: label + (text ?? ""),
  }));
  return [...heading, ...annex, ...paragraphs, ...cells, ...signatures];
}

/** Every condition under which a piece of a type stands. */
export function conditionsIn({ sections, fixed, starts }: Shape): PlacedCondition[] {
  const found: { path: readonly PropertyKey[]; when: Condition | undefined }[] = [];
  for (const [at, section] of sections.entries()) {
    const place = ["sections", at];
    found.push({ path: place, when: section.when });
    for (const [i, { when }] of section.paragraphs.entries())
      found.push({ path: [...place, "paragraphs", i], when });
    for (const [i, { when }] of section.signatures.entries())
      found.push({ path: [...place, "signatures", i], when });
    for (const [i, { when }] of (section.table?.rows ?? []).entries()) {
      found.push({ path: [...place, "table", "rows", i], when });
    }
  }
  for (const name of usedFixed(sections)) {
    const text = fixed[name];
    if (typeof text !== "object") continue;
    for (const [i, { when }] of text.entries()) found.push({ path: ["fixed", name, i], when });
  }
  for (const [i, { when }] of starts.entries()) found.push({ path: ["starts", i], when });
  return found.flatMap(({ path, when }) => (when === undefined ? [] : [{ path, when }]));
}
