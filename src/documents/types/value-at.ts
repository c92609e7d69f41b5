import type { Facts } from "../facts/fact.ts";
import type { Tenant } from "../tenant.ts";

/** What a path may start from: the facts by name, `tenant.…` and, inside a repeated piece, `item.…`. */
export interface Scope {
  readonly facts: Facts;
  readonly tenant?: Tenant | undefined;
  readonly item?: unknown;
}

/**
 * Every value at a path; lists on the way are walked through, so `officers.certificate` gives one for each, and
 * `matters.count` tells how many there are and `penalties.fine` the amounts of the fines.
 *
 * @example valuesAt("party.kind", { facts }) // ["unit"]
 */
export function valuesAt(path: string, scope: Scope): unknown[] {
  const [head = "", ...rest] = path.split(".");
  const list: unknown = scope.facts[head]?.value;
  if (rest.length === 1 && rest[0] === COUNT && Array.isArray(list)) return [list.length];
  return rest
    .reduce<unknown[]>(step, [startOf(head, scope)])
    .flat()
    .filter(isThere);
}

const COUNT = "count";

/** What a path starts from. */
function startOf(head: string, { facts, tenant, item }: Scope): unknown {
  if (head === "tenant") return tenant;
  return head === "item" ? item : facts[head]?.value;
}

const step = (values: unknown[], key: string): unknown[] =>
  values.flat().map((value) => (key === FINE ? fineOf(value) : partOf(value, key)));

const FINE = "fine";

/** The amount of a penalty that is a fine; forfeited gains are no part of a limit for fines. */
const fineOf = (penalty: unknown): unknown =>
  partOf(penalty, "kind") === "罚款" ? partOf(penalty, "amount") : undefined;

/** The part of a value with this name; undefined where it has none. */
export function partOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** True for what is worth printing: an empty text is not there, a zero and a no are. */
export const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== "";
