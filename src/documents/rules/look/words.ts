import type { CaseDocument, CaseView } from "../../case-view.ts";
import type { Facts } from "../../facts/fact.ts";
import { isSame, placeName } from "./facts.ts";

/** A piece of text with the place it stands in. */
export interface Piece {
  readonly text: string;
  readonly where: string;
  readonly field: string | null;
  readonly document: CaseDocument | null;
}

/** Every string inside a value, however deep. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const each of value) yield* stringsIn(each);
  else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) yield* stringsIn(each);
  }
}

const pieces = (facts: Facts, document: CaseDocument | null): readonly Piece[] =>
  Object.entries(facts).flatMap(([field, { value }]) =>
    Array.from(stringsIn(value), (text) => ({
      text: squeezed(text),
      field,
      document,
      where: placeName(document, field),
    })),
  );

/** Long gaps made short: they mean no more, and patterns that look across gaps stay quick. */
const squeezed = (text: string): string => text.replace(/[ \t\u3000]{4,}/g, "   ");

/** What the facts say in words, field by field: the case's, then each document's own. */
export function factWords(view: CaseView): readonly Piece[] {
  const before = gathered.get(view);
  if (before) return before;
  const all = [
    ...pieces(view.facts, null),
    ...view.documents.flatMap((document) => pieces(ownOnly(document, view.facts), document)),
  ];
  gathered.set(view, all);
  return all;
}

// many rules read the same words of one view
const gathered = new WeakMap<CaseView, readonly Piece[]>();

const ownOnly = (document: CaseDocument, shared: Facts): Facts =>
  Object.fromEntries(
    Object.entries(document.own).filter(([name, fact]) => !isSame(fact.value, shared[name]?.value)),
  );

/** The words of each document as it was composed or read. */
export const documentWords = (view: CaseView): readonly Piece[] =>
  view.documents
    .filter(({ text }) => text !== "")
    .map((document) => ({
      text: squeezed(document.text),
      where: document.type.name.zh,
      field: null,
      document,
    }));

/** Everything that people said: facts, and documents that were not composed here from those very facts. */
export const allWords = (view: CaseView): readonly Piece[] => [
  ...factWords(view),
  ...documentWords(view).filter(({ document }) => document?.isComposed !== true),
];

// what people wrote or handed in; a roster, a law or the calendar claims nothing
const SAID: ReadonlySet<string> = new Set(["message", "file", "upload"]);

/** What the officers said, in the words that facts were read from. */
export const officersWords = (view: CaseView): readonly Piece[] => {
  const seen = new Set<string>();
  return [view.facts, ...view.documents.map(({ own }) => own)].flatMap((facts) =>
    Object.entries(facts).flatMap(([field, { sources }]) =>
      sources.flatMap(({ kind, words, ref }) => {
        if (!SAID.has(kind) || words === undefined || seen.has(words)) return [];
        seen.add(words);
        return [{ text: words, where: ref, field, document: null }];
      }),
    ),
  );
};

/** Sentences of a text, their ends kept off. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/[。；;！？\n]/).flatMap((sentence) => (sentence.trim() === "" ? [] : [sentence.trim()]));
