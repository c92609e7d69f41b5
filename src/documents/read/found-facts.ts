import type { Fact, Facts } from "../facts/fact.ts";
import { VALUE_SCHEMAS, type Kind } from "../facts/kinds.ts";

/** Collects what was found in a text; a value that is not of its kind is not found. */
export interface FoundFacts {
  add(name: string, kind: Kind, value: unknown, words: string): void;
  has(name: string): boolean;
  readonly all: () => Facts;
}

/** An empty collection; `ref` names the document in every source. The first value of a field stays. */
export function foundFacts(ref: string): FoundFacts {
  const facts: Record<string, Fact> = {};
  return {
    add(name, kind, value, words) {
      if (value === undefined || value === null || name in facts) return;
      const parsed = VALUE_SCHEMAS[kind].safeParse(value);
      if (!parsed.success) return;
      const source = {
        kind: "document" as const,
        ref,
        ...(words.trim() === "" ? {} : { words: words.trim() }),
      };
      facts[name] = { kind, value: parsed.data, sources: [source] };
    },
    has: (name) => name in facts,
    all: () => facts,
  };
}
