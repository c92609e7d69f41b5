import type { Scope } from "../passage.ts";
import { dayNumber, type Columns } from "../segment/columns.ts";
import { holdsIn } from "./region.ts";

/** Which rows a scope may see: 1 at each visible row, and how many there are. */
export interface Visible {
  readonly rows: Uint8Array;
  readonly count: number;
}

type RowScope = Pick<Scope, "on" | "region" | "language">;

/** Rows in force on the day, holding in the region, and in the language where there is a choice. */
export function visibleRows(columns: Columns, { on, region, language }: RowScope, gone?: Uint8Array): Visible {
  const day = dayNumber(on);
  const holds = Uint8Array.from(columns.regions, (each) => (region === undefined || holdsIn(each, region) ? 1 : 0));
  const wanted = language === undefined ? -1 : Number(language === "en");
  const rows = new Uint8Array(columns.ids.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const isInForce = (columns.from[row] ?? 0) <= day && day <= (columns.to[row] ?? 0);
    const isReadable = wanted < 0 || columns.language[row] === wanted || columns.hasTwin[row] === 0;
    if (gone?.[row] === 1 || !isInForce || !isReadable || holds[columns.region[row] ?? 0] === 0) continue;
    rows[row] = 1;
    count += 1;
  }
  return { rows, count };
}

const KEPT_SCOPES = 32; // a few regions and two languages; each costs one byte a row
const kept = new WeakMap<Part, Map<string, Visible>>();

interface Part {
  readonly text: { readonly columns: Columns };
  /** 1 at each row that was removed since. */
  readonly gone?: Uint8Array;
}

/** As `visibleRows` of a segment, remembering the answers for scopes asked before. */
export function visibleRowsCached(segment: Part, scope: RowScope): Visible {
  const key = [scope.on, scope.region ?? "", scope.language ?? ""].join("|");
  const known = kept.get(segment) ?? new Map<string, Visible>();
  kept.set(segment, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= KEPT_SCOPES) known.clear();
  const visible = visibleRows(segment.text.columns, scope, segment.gone);
  known.set(key, visible);
  return visible;
}
