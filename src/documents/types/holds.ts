import type { Facts } from "../facts/fact.ts";
import type { Tenant } from "../tenant.ts";
import type { Condition } from "./condition.ts";
import { valuesAt, type Scope } from "./value-at.ts";

/** Whether a condition holds over the facts; paths that begin with `tenant.` need the tenant. */
export function holds(condition: Condition, facts: Facts, tenant?: Tenant): boolean {
  return holdsIn(condition, { facts, tenant });
}

/** Whether a condition holds where an item of a repeated piece is at hand too. */
export function holdsIn(condition: Condition, scope: Scope): boolean {
  if (typeof condition === "string") return valuesAt(condition, scope).length > 0;
  if ("not" in condition) return !holdsIn(condition.not, scope);
  if ("all" in condition) return condition.all.every((each) => holdsIn(each, scope));
  if ("any" in condition) return condition.any.some((each) => holdsIn(each, scope));
  if ("is" in condition) {
    return Object.entries(condition.is).every(([path, wanted]) => {
      const allowed: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
      return valuesAt(path, scope).some((value) => allowed.includes(value));
    });
  }
  return Object.entries(condition.atLeast).every(([path, least]) => {
    const numbers = valuesAt(path, scope).filter((value) => typeof value === "number");
    const limit = typeof least === "number" ? least : valuesAt(least, scope)[0];
    return typeof limit === "number" && numbers.length > 0 && sum(numbers) >= limit;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Every path a condition looks at. */
export function pathsOf(condition: Condition): string[] {
  if (typeof condition === "string") return [condition];
  if ("not" in condition) return pathsOf(condition.not);
  if ("all" in condition) return condition.all.flatMap(pathsOf);
  if ("any" in condition) return condition.any.flatMap(pathsOf);
  if ("is" in condition) return Object.keys(condition.is);
  const limits = Object.values(condition.atLeast).filter((limit) => typeof limit === "string");
  return [...Object.keys(condition.atLeast), ...limits];
}
