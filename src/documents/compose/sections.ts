import { chineseNumber } from "../../statutes/text/numerals.ts";
import type { Block, Cell } from "../composed.ts";
import type { Facts } from "../facts/fact.ts";
import type { DocumentType, FixedText, Paragraph, Section } from "../types/document-type.ts";
import { holdsIn } from "../types/holds.ts";
import type { Condition } from "../types/condition.ts";
import { fill, type Source } from "./fill.ts";
import { itemsOf } from "./items.ts";

/** What the sections are written from. */
export type Writing = Source & { readonly type: DocumentType; readonly facts: Facts };

type Level = 1 | 2 | 3 | 4;

/** How headings of each level are numbered (GB/T 9704 7.3.3). */
const NUMBERS: Readonly<Record<Level, (count: number) => string>> = {
  1: (count) => `${chineseNumber(count)}、`,
  2: (count) => `（${chineseNumber(count)}）`,
  3: (count) => `${count}.`,
  4: (count) => `（${count}）`,
};

/** Counts the headings of a document; a heading of a higher level starts those below it anew. */
export function headingCounter(): (level: Level) => string {
  const counts: Record<Level, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  return (level) => {
    counts[level] += 1;
    for (const below of [2, 3, 4] as const) if (below > level) counts[below] = 0;
    return NUMBERS[level](counts[level]);
  };
}

type Counter = ReturnType<typeof headingCounter>;

const stands = (when: Condition | undefined, { facts, tenant, item }: Writing): boolean =>
  when === undefined || holdsIn(when, { facts, tenant, item: item?.fact.value });

/** The blocks of one section, in reading order; none where its condition does not hold. */
export function writeSection(section: Section, writing: Writing, count: Counter): Block[] {
  if (!stands(section.when, writing)) return [];
  const sources = section.each === undefined ? [writing] : eachItem(section.each, writing);
  return sources.flatMap((source) => writeOnce(section, source, count));
}

function writeOnce(section: Section, writing: Writing, count: Counter): Block[] {
  const heading = section.heading;
  const paragraphs = [...section.paragraphs, ...fixedParagraphs(writing.type.fixed[section.fixed ?? ""])];
  return [
    ...(heading === undefined
      ? []
      : [writeHeading(heading.text, levelOf(heading.level), section.id, writing, count)]),
    ...paragraphs.flatMap((each) => writeParagraph(each, section.id, writing, count)),
    ...writeTable(section, writing),
    ...writeSignatures(section, writing),
  ];
}

const fixedParagraphs = (text: FixedText | undefined): readonly Paragraph[] => {
  if (typeof text !== "string") return text ?? [];
  return [{ text, isNarrative: false, isFlush: false }];
};

const levelOf = (level: number): Level => (level === 2 || level === 3 || level === 4 ? level : 1);

const NUMBER = "{number}";

function writeHeading(text: string, level: Level, section: string, writing: Writing, count: Counter): Block {
  const number = text.includes(NUMBER) ? count(level) : "";
  return { kind: "heading", level, section, text: fill(text, { ...writing, number }).text };
}

function writeParagraph(paragraph: Paragraph, section: string, writing: Writing, count: Counter): Block[] {
  if (!stands(paragraph.when, writing)) return [];
  const { each, level, text } = paragraph;
  const sources = each === undefined ? [writing] : eachItem(each, writing);
  if (level !== undefined) {
    return sources.map((source) => writeHeading(text, levelOf(level), section, source, count));
  }
  return sources.flatMap((source) => {
    const number = text.includes(NUMBER) ? count(1) : "";
    const filled = fill(text, { ...source, number });
    return linesOf(filled.text).map((line): Block => ({
      kind: "paragraph",
      text: line,
      section,
      facts: filled.facts,
      ...(paragraph.isNarrative ? { isNarrative: true } : {}),
      ...(paragraph.isFlush ? { isFlush: true } : {}),
    }));
  });
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const eachItem = (of: string, writing: Writing): Writing[] =>
  itemsOf(writing.facts[of]).map((fact, at) => ({ ...writing, item: { of, fact, index: at + 1 } }));

function writeTable({ id, table }: Section, writing: Writing): Block[] {
  if (table === undefined) return [];
  const rows = table.rows.flatMap((row): Cell[][] => {
    if (!stands(row.when, writing)) return [];
    const sources = row.each === undefined ? [writing] : eachItem(row.each, writing);
    return sources.map((source) =>
      row.cells.map(({ text, isLabel, span, rows: tall }) => ({
        text: fill(text, source).text.trim(),
        ...(isLabel === undefined ? {} : { isLabel }),
        ...(span === undefined ? {} : { span }),
        ...(tall === undefined ? {} : { rows: tall }),
      })),
    );
  });
  return rows.length === 0 ? [] : [{ kind: "table", section: id, widths: table.widths, rows }];
}

function writeSignatures({ signatures }: Section, writing: Writing): Block[] {
  const lines = signatures
    .filter(({ when }) => stands(when, writing))
    .map(({ label, text }) => {
      const said = text === undefined ? "" : fill(text, writing).text;
      return { label: fill(label, writing).text, ...(said === "" ? {} : { text: said }) };
    });
  return lines.length === 0 ? [] : [{ kind: "signatures", lines }];
}
