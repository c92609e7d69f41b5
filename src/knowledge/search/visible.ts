import type { Scope } from "../passage.ts";
import { NO_CARD } from "../segment/cards.ts";
import { dayNumber, type Columns } from "../segment/columns.ts";
import type { TextIndex } from "../segment/segment.ts";
import { holdsIn } from "./region.ts";

/** What a scope may see of a part: everything that ranks is counted over it alone. */
export interface Visible {
  /** 1 at each visible row. */
  readonly rows: Uint8Array;
  readonly count: number;
  /** True when nothing of the part is hidden. */
  readonly isAll: boolean;
  /** Terms in the visible rows. */
  readonly length: number;
  /** 1 at each article with a visible row. */
  readonly articles: Uint8Array;
  readonly cards: VisibleCards;
}

export interface VisibleCards {
  /** 1 at each card with a visible row. */
  readonly rows: Uint8Array;
  readonly count: number;
  /** Terms on the visible cards. */
  readonly length: number;
  /** Visible cards, and visible rows that belong to none. */
  readonly units: number;
}

type RowScope = Pick<Scope, "on" | "region" | "language">;

/** Rows in force on the day, holding in the region, and in the language where there is a choice. */
export function visibleRows(text: TextIndex, scope: RowScope, gone?: Uint8Array): Visible {
  const { columns, lexical, cards } = text;
  const rows = seenRows(columns, scope, gone);
  const articles = new Uint8Array(columns.articles.length);
  const seenCards = new Uint8Array(cards.lexical.lengths.length);
  let count = 0;
  let length = 0;
  let loose = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] === 0) continue;
    count += 1;
    length += lexical.lengths[row] ?? 0;
    articles[columns.article[row] ?? 0] = 1;
    const card = cards.cardOf[row] ?? NO_CARD;
    if (card === NO_CARD) loose += 1;
    else seenCards[card] = 1;
  }
  return {
    rows,
    count,
    isAll: count === rows.length,
    length,
    articles,
    cards: countCards(seenCards, cards.lexical.lengths, loose),
  };
}

function seenRows(columns: Columns, { on, region, language }: RowScope, gone?: Uint8Array): Uint8Array {
  const day = dayNumber(on);
  const holds = Uint8Array.from(columns.regions, (each) =>
    region === undefined || holdsIn(each, region) ? 1 : 0,
  );
  const wanted = language === undefined ? -1 : Number(language === "en");
  return Uint8Array.from(columns.ids, (_, row) => {
    const isInForce = (columns.from[row] ?? 0) <= day && day <= (columns.to[row] ?? 0);
    const isReadable = wanted < 0 || columns.language[row] === wanted || columns.hasTwin[row] === 0;
    return gone?.[row] !== 1 && isInForce && isReadable && holds[columns.region[row] ?? 0] === 1 ? 1 : 0;
  });
}

function countCards(rows: Uint8Array, lengths: Uint32Array, loose: number): VisibleCards {
  let count = 0;
  let length = 0;
  rows.forEach((isSeen, card) => {
    if (isSeen === 0) return;
    count += 1;
    length += lengths[card] ?? 0;
  });
  return { rows, count, length, units: loose + count };
}

const KEPT_SCOPES = 32; // a few regions and two languages; each costs one byte a row
const kept = new WeakMap<Part, Map<string, Visible>>();

interface Part {
  readonly text: TextIndex;
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
  const visible = visibleRows(segment.text, scope, segment.gone);
  known.set(key, visible);
  return visible;
}
