import { isDeepStrictEqual } from "node:util";
import type { Language } from "../../core/language.ts";
import type { Fact } from "../../documents/facts/fact.ts";
import { difference, showDifference, type Change } from "../../statutes/text/difference.ts";
import type { Version } from "./case.ts";

/** A fact that is not what it was; `before` or `after` is missing for one that came or went. */
export interface FactChange {
  readonly name: string;
  readonly before?: Fact;
  readonly after?: Fact;
}

/** A line of the text that is not what it was; null for a line that came or went. */
export interface LineChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** What is new in one version of a document against another. */
export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  readonly facts: readonly FactChange[];
  readonly lines: readonly LineChange[];
}

/** Facts and lines that changed between two versions. */
export const compareVersions = (one: Version, other: Version): VersionDifference => ({
  from: one.version,
  to: other.version,
  facts: compareFacts(one, other),
  lines: compareLines(one.text, other.text),
});

function compareFacts({ facts: before }: Version, { facts: after }: Version): readonly FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !isDeepStrictEqual(before[name]?.value, after[name]?.value))
    .map((name) => ({
      name,
      ...(before[name] === undefined ? {} : { before: before[name] }),
      ...(after[name] === undefined ? {} : { after: after[name] }),
    }));
}

// the private use planes: one character for each different line, so that lines compare as characters do
const FIRST_SIGN = 0xf0000;

/** Lines that came, went or changed, in the order of the text. */
export function compareLines(one: string, other: string): readonly LineChange[] {
  const [before, after] = [one.split("\n"), other.split("\n")];
  const known = [...new Set([...before, ...after])];
  const places = new Map(known.map((line, place) => [line, place]));
  const signs = (lines: readonly string[]): string =>
    String.fromCodePoint(...lines.map((line) => FIRST_SIGN + (places.get(line) ?? 0)));
  const linesOf = (change: Change | undefined, kind: Change["kind"]): readonly string[] =>
    change?.kind === kind
      ? Array.from(change.text, (sign) => known[(sign.codePointAt(0) ?? FIRST_SIGN) - FIRST_SIGN] ?? "")
      : [];
  const changes = difference(signs(before), signs(after));
  return changes.flatMap((change, index) => {
    const isPaired = change.kind === "new" && changes[index - 1]?.kind === "gone";
    if (change.kind === "same" || isPaired) return [];
    return pairs(
      linesOf(change, "gone"),
      linesOf(change.kind === "gone" ? changes[index + 1] : change, "new"),
    );
  });
}

const pairs = (gone: readonly string[], come: readonly string[]): readonly LineChange[] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    before: gone[index] ?? null,
    after: come[index] ?? null,
  }));

/** How a difference is printed: what a field is called, and what a value reads like. */
export interface Printing {
  readonly language: Language;
  readonly labelOf: (name: string) => string;
  readonly show: (fact: Fact) => string;
}

const NOTHING = { zh: "未提供", en: "not given" };
const CAME = { zh: "新增", en: "new" };
const WENT = { zh: "删去", en: "gone" };
const SAME = { zh: "内容没有变化。", en: "Nothing has changed." };

/**
 * A difference as lines for a person: facts old → new, then the lines of the text with what changed in them.
 *
 * @example "检查时间：10:20 → 10:40"
 */
export function differenceWords(
  { facts, lines }: VersionDifference,
  { language, labelOf, show }: Printing,
): readonly string[] {
  const colon = language === "zh" ? "：" : ": ";
  const shown = (fact: Fact | undefined): string => (fact === undefined ? NOTHING[language] : show(fact));
  const ofFacts = facts.map(
    ({ name, before, after }) => `${labelOf(name)}${colon}${shown(before)} → ${shown(after)}`,
  );
  const ofLines = lines.map(({ before, after }) => {
    if (before === null) return `${CAME[language]}${colon}${after ?? ""}`;
    if (after === null) return `${WENT[language]}${colon}${before}`;
    return showDifference(difference(before, after));
  });
  const all = [...ofFacts, ...ofLines.filter((line) => line.trim() !== "")];
  return all.length === 0 ? [SAME[language]] : all;
}
