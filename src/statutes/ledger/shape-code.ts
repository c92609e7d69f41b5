import type { ArticleShape } from "../text/article.ts";
import type { Shapes } from "./ledger.ts";
import { articleKey, articleOfKey, compareArticles } from "../text/article-number.ts";

// printable, and none that JSON must escape
const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-*/=<>()[]{}|;:,.~^_$#@%&";
const SUB = "'"; // the article is 之n of the one before
const MISSING = "!"; // an article that must exist but is not in the collection
const WIDE = "`"; // the shape's number takes two signs
const BASE = SIGNS.length;

/** The shapes that occur, most frequent first: an article then costs one character, rarely three. */
export function shapeTable(all: Iterable<Shapes>): string[] {
  const counts = new Map<string, number>();
  for (const shapes of all) {
    for (const shape of shapes.values()) {
      if (shape) counts.set(shape.join(), (counts.get(shape.join()) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([shape]) => shape);
}

/** The articles of a version as a string, by the table. */
export function encodeShapes(shapes: Shapes, table: ReadonlyMap<string, number>): string {
  const numbers = [...shapes.keys()].flatMap((key) => articleOfKey(key) ?? []).toSorted(compareArticles);
  let code = "";
  let main = 0;
  for (const number of numbers) {
    for (main += 1; number.sub === 0 && main < number.main; main += 1) code += MISSING;
    main = number.main;
    if (number.sub > 0) code += SUB;
    const shape = shapes.get(articleKey(number));
    code += shape ? signsOf(table.get(shape.join()) ?? 0) : MISSING;
  }
  return code;
}

function signsOf(index: number): string {
  if (index < BASE) return SIGNS[index] ?? "";
  return `${WIDE}${SIGNS[Math.floor(index / BASE)] ?? ""}${SIGNS[index % BASE] ?? ""}`;
}

/** Reads what `encodeShapes` wrote. */
export function decodeShapes(code: string, table: readonly string[]): Shapes {
  const shapes = new Map<string, ArticleShape | null>();
  let main = 0;
  let sub = 0;
  for (let at = 0; at < code.length; at += 1) {
    if (code[at] === SUB) {
      sub += 1;
      at += 1;
    } else {
      main += 1;
      sub = 0;
    }
    const key = articleKey({ main, sub });
    if (code[at] === MISSING) {
      shapes.set(key, null);
      continue;
    }
    let index = SIGNS.indexOf(code[at] ?? "");
    if (code[at] === WIDE) {
      index = SIGNS.indexOf(code[at + 1] ?? "") * BASE + SIGNS.indexOf(code[at + 2] ?? "");
      at += 2;
    }
    shapes.set(key, (table[index] ?? "0").split(",").map(Number));
  }
  return shapes;
}
