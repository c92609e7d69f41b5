import { lawsIn } from "../extract/laws.ts";
import type { FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";

const BROKEN = /违反(?:了)?[^。\n]*/g;
const BASIS =
  /(?:依据|根据|依照|按照)[^。\n]*?(?:规定|之规定)[^。\n]*?(?:决定|给予|处以?|罚款|处罚|没收|吊销)/g;

/** Laws that a text says were broken, and those it penalises by. */
export function readLaws({ text, folded }: FinishedText, facts: FoundFacts): void {
  const broken = [...folded.matchAll(BROKEN)].flatMap(({ 0: words, index }) => {
    const end = words.search(/[,;]?\s*(?:依据|根据|依照|按照)/);
    return inPart(text, folded, index, index + (end < 0 ? words.length : end));
  });
  const basis = [...folded.matchAll(BASIS)].flatMap(({ 0: words, index }) =>
    inPart(text, folded, index, index + words.length),
  );
  // the law of penalties itself is how they are given, not what for
  const own = basis.filter(({ cite }) => !/行政处罚法/.test(cite));
  if (broken.length > 0)
    facts.add("violated", "laws", distinct(broken), broken.map(({ cite }) => cite).join("、"));
  const used = own.length > 0 ? own : basis;
  if (used.length > 0)
    facts.add("penalty_basis", "laws", distinct(used), used.map(({ cite }) => cite).join("、"));
}

/** Citations as written: found in the folded text, taken from the text itself. */
const inPart = (text: string, folded: string, from: number, to: number): readonly { cite: string }[] =>
  lawsIn(folded.slice(from, to)).flatMap(({ start, end }) => {
    const cite = text.slice(from + start, from + end).trim();
    return /条/.test(cite.replace(/条例/g, "")) ? [{ cite }] : [];
  });

const distinct = (laws: readonly { cite: string }[]): readonly { cite: string }[] =>
  laws.filter(({ cite }, at) => laws.findIndex((other) => other.cite === cite) === at);
