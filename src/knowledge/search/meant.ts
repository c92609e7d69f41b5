import type { Synonym } from "../packs/synonyms.ts";
import { compact } from "../segment/columns.ts";

const compacted = new WeakMap<Synonym, string>();

function saidOf(pair: Synonym): string {
  const known = compacted.get(pair);
  if (known !== undefined) return known;
  const said = compact(pair.said);
  compacted.set(pair, said);
  return said;
}

/** The pairs of a table whose everyday word stands in a question, longest first; 包二奶 is not also 奶. */
export function meantBy(question: string, synonyms: readonly Synonym[]): readonly Synonym[] {
  const found = synonyms
    .map((pair) => ({ said: saidOf(pair), official: pair.official }))
    .filter(({ said }) => said !== "" && question.includes(said))
    .sort((a, b) => b.said.length - a.said.length);
  return found.filter(({ said }) => {
    const longer = found.filter((other) => other.said.length > said.length && other.said.includes(said));
    const rest = longer.reduce((words, other) => words.replaceAll(other.said, " "), question);
    return rest.includes(said);
  });
}
