import type { TalkMessage } from "../../src/documents/extract/index.ts";
import { amountsIn } from "../../src/documents/facts/amount.ts";
import { daysIn } from "../../src/documents/facts/day.ts";
import type { Facts } from "../../src/documents/facts/fact.ts";
import { NUMERAL, readNumber } from "../../src/documents/facts/numerals.ts";
import type { Tenant } from "../../src/documents/tenant.ts";
import { fold } from "../../src/privacy/fold.ts";

const ENUMERATED = new Set(["kind", "sex", "yes", "id_type", "from", "to", "capitals"]);
const DERIVED = new Set(["choice", "number"]);

/** Every leaf of every value that neither stands in the officer's words or the roster nor follows by a stated rule. */
export function inventedIn(
  facts: Facts,
  messages: readonly TalkMessage[],
  tenant: Tenant,
  today: string,
): string[] {
  const said = plain(messages.map(({ text }) => text).join("\n"));
  const roster = plain(tenant.officers.map(({ name, certificate }) => `${name} ${certificate}`).join("\n"));
  const days = new Set(messages.flatMap(({ text }) => daysIn(text, today).map(({ value }) => value)));
  const numbers = numbersOf(said);
  return Object.entries(facts).flatMap(([name, { kind, value, sources }]) => {
    const unsourced = sources
      .filter(({ words, kind }) => kind === "message" && words !== undefined && !said.includes(plain(words)))
      .map(({ words }) => `${name}: its source is not in the talk: ${words}`);
    if (DERIVED.has(kind)) return unsourced;
    const strange = leaves(value).filter(
      ({ key, leaf }) => !isFounded(key, leaf, `${said}\n${roster}`, numbers, days),
    );
    return [...unsourced, ...strange.map(({ key, leaf }) => `${name}.${key}: ${leaf}`)];
  });
}

// blanks and brackets of any width are one to this check; prose joined from two places is checked part by part
const plain = (text: string): string =>
  fold(text)
    .replace(/[：（）～﹣｜；！？，]/g, (sign) => ":()~-|;!?,"["：（）～﹣｜；！？，".indexOf(sign)] ?? sign)
    .replace(/[〔［[(]|[〕］\])]/g, " ")
    .replace(/\s/g, "");

interface Leaf {
  readonly key: string;
  readonly leaf: string | number | boolean;
}

function leaves(value: unknown, key = ""): Leaf[] {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return [{ key, leaf: value }];
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, name));
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

function isFounded(
  key: string,
  leaf: Leaf["leaf"],
  said: string,
  numbers: ReadonlySet<number>,
  days: ReadonlySet<string | null>,
): boolean {
  if (typeof leaf === "boolean") return true;
  if (typeof leaf === "number") return numbers.has(leaf) || key === "count" || leaf === 0;
  const isDay = DAY.test(leaf);
  if (isDay) return days.has(leaf.slice(0, 10)) || nextDayOf(days, leaf.slice(0, 10)) || key === "birth_date";
  if (ENUMERATED.has(key) || (key === "id" && /^\d{1,2}$/.test(leaf)) || key === "ids") return true;
  const parts = plain(leaf)
    .split("。")
    .filter((part) => part !== "");
  return parts.every((part) => said.includes(part));
}

const DAY_MS = 86_400_000;

// a span over midnight ends on the day after one that was said
const nextDayOf = (days: ReadonlySet<string | null>, day: string): boolean =>
  days.has(new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10));

function numbersOf(said: string): ReadonlySet<number> {
  const runs = said.match(new RegExp(`[${NUMERAL}][${NUMERAL},.]*`, "g")) ?? [];
  const read = runs.flatMap((run) => [readNumber(run), readNumber(run.replace(/[,.]+$/, "")), ...tails(run)]);
  const amounts = amountsIn(said).map(({ yuan }) => yuan);
  return new Set([...read, ...amounts].filter((number) => number !== null));
}

// 两 of 一两瓶 and the like: parts of a run may be a number of their own
const tails = (run: string): (number | null)[] => [...run].map((_, at) => readNumber(run.slice(at)));
