import type { Fact } from "../facts/fact.ts";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";

/** A list fact cut into facts of one item each; empty for what is no list. */
export function itemsOf(fact: Fact | undefined): Fact[] {
  if (fact === undefined || !Array.isArray(fact.value)) return [];
  const { kind, value, sources } = fact;
  return value.flatMap((item: unknown) => {
    const one = VALUE_SCHEMAS[kind].safeParse([item]);
    return one.success ? [{ kind, value: one.data, sources }] : [];
  });
}
