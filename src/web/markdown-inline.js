// @ts-check

/**
 * @typedef {{ type: "text" | "code", text: string }
 *   | { type: "strong" | "em" | "del", children: Inline[] }
 *   | { type: "link", href: string, children: Inline[] }
 *   | { type: "mark", number: number }
 *   | { type: "break" }} Inline
 */

// only addresses that open a page or a telephone; everything else stays text
const SAFE_HREF = /^(https?:\/\/[^\s]+|tel:[+\d][\d-]*)$/i;
// deeper stress is nobody's intention
const MAX_DEPTH = 4;

/** @type {readonly [RegExp, (match: RegExpExecArray, depth: number) => Inline[]][]} */
const KINDS = [
  [/\\([!-/:-@[-`{-~])/y, ([, sign = ""]) => [text(sign)]],
  [
    /(`+)(?!`)([^\n]{0,2000}?[^`])\1(?!`)/y,
    ([, , code = ""]) => [{ type: "code", text: code.trim() || code }],
  ],
  [/!?\[([^[\]\n]{0,300})\]\(<?([^\s<>)]{1,2000})>?\)/y, link],
  [/\[(\d{1,2})\]/y, ([, number]) => [{ type: "mark", number: Number(number) }]],
  [/\*\*(?=\S)([^\n]{0,2000}?\S)\*\*/y, stress("strong")],
  [/__(?=\S)([^\n]{0,2000}?\S)__(?!\w)/y, stress("strong")],
  [/~~(?=\S)([^\n]{0,2000}?\S)~~/y, stress("del")],
  [/\*(?![\s*])([^*\n]{0,500}?[^\s*])\*(?![*\w])/y, stress("em")],
  [/<?(https?:\/\/[^\s<>()（）「」，。；！？、]{1,2000})>?/y, ([, href = ""]) => address(href)],
];
// the signs at which one of the kinds can begin
const BEGINNINGS = /[\\`![*_~<h]/g;

/**
 * The parts of one line of our Markdown.
 *
 * @param {string} line
 * @param {number} [depth]
 * @returns {Inline[]}
 */
export function parseInline(line, depth = 0) {
  /** @type {Inline[]} */
  const parts = [];
  let plainFrom = 0;
  let index = 0;
  while (index < line.length) {
    BEGINNINGS.lastIndex = index;
    const beginning = BEGINNINGS.exec(line);
    if (!beginning || depth > MAX_DEPTH) break;
    index = beginning.index;
    const found = match(line, index, depth);
    if (found === null) {
      index += 1;
      continue;
    }
    if (plainFrom < index) parts.push(text(line.slice(plainFrom, index)));
    parts.push(...found.parts);
    index = found.end;
    plainFrom = index;
  }
  if (plainFrom < line.length) parts.push(text(line.slice(plainFrom)));
  return parts;
}

/** @param {string} line @param {number} index @param {number} depth */
function match(line, index, depth) {
  // a name like snake_case or 3*4*5 is no stress
  if (/[*_]/.test(line[index] ?? "") && /\w/.test(line[index - 1] ?? "")) return null;
  for (const [pattern, make] of KINDS) {
    pattern.lastIndex = index;
    const found = pattern.exec(line);
    if (found) return { parts: make(found, depth), end: index + found[0].length };
  }
  return null;
}

/** @param {string} words @returns {Inline} */
const text = (words) => ({ type: "text", text: words });

/** @param {"strong" | "em" | "del"} type */
function stress(type) {
  /** @param {RegExpExecArray} found @param {number} depth @returns {Inline[]} */
  return ([, inner = ""], depth) => [{ type, children: parseInline(inner, depth + 1) }];
}

/** @param {RegExpExecArray} found @param {number} depth @returns {Inline[]} */
function link([whole, words = "", href = ""], depth) {
  if (!SAFE_HREF.test(href)) return [text(whole)];
  // a link within a link cannot be drawn
  const children = parseInline(words || href, MAX_DEPTH + depth + 1);
  return [{ type: "link", href, children }];
}

/** @param {string} href @returns {Inline[]} */
function address(href) {
  const bare = href.replace(/[.,;:!?'"]+$/, "");
  const rest = href.slice(bare.length);
  return [{ type: "link", href: bare, children: [text(bare)] }, ...(rest ? [text(rest)] : [])];
}
