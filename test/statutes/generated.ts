import type { Law, Ledger, Version } from "../../src/statutes/ledger/ledger.ts";
import { standingOn } from "../../src/statutes/cite/edition.ts";
import { inner } from "../../src/statutes/cite/label.ts";
import { nameKey } from "../../src/statutes/text/name.ts";
import { chineseNumber } from "../../src/statutes/text/numerals.ts";
import { articleOfKey } from "../../src/statutes/text/article-number.ts";
import type { CitationStatus } from "../../src/statutes/index.ts";

/** A citation made from the ledger, and what may be said of it. */
export interface Generated {
  readonly text: string;
  readonly kind: string;
  readonly allowed: readonly CitationStatus[];
}

/** The same numbers from 0 to 1 for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Next = () => number;
const pick = <Value>(next: Next, from: readonly Value[]): Value => {
  const value = from[Math.floor(next() * from.length)];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
};

const SENTENCES = [
  (citation: string) => `依据${citation}的规定，作出如下决定。`,
  (citation: string) => `当事人的上述行为违反了${citation}之规定。`,
  (citation: string) => `上述事实清楚，证据确凿（${citation}）。`,
  (citation: string) => `经查，${citation}已有明确要求，应予遵守。`,
  (citation: string) => `${citation}。`,
  (citation: string) => `根据${citation}，经本局负责人批准，现将有关事项通知如下。`,
  (citation: string) => `本机关依照${citation}，依法对你单位作出如下处理决定：`,
  (citation: string) => `你单位的行为涉嫌违反${citation}，我局已于2026年11月3日依法立案。`,
  (citation: string) => `法律依据：${citation}`,
  (citation: string) =>
    `上述行为有现场笔录、照片、询问笔录为证，不符合${citation}的要求，限于2026年12月1日前改正。`,
];
const FULL_WIDTH = 0xfee0;
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH));

interface Spot {
  readonly key: string;
  readonly paragraph: number | null;
  readonly item: number | null;
}

function write(next: Next, { key, paragraph, item }: Spot): string {
  const { main, sub } = articleOfKey(key) ?? { main: 0, sub: 0 };
  const style = Math.floor(next() * 4);
  const number = (value: number): string =>
    style === 1 ? String(value) : style === 2 ? wide(String(value)) : chineseNumber(value);
  const gap = style === 3 ? " " : "";
  const parts = [`第${gap}${number(main)}${gap}条${sub === 0 ? "" : `之${number(sub)}`}`];
  if (paragraph !== null) parts.push(`第${number(paragraph)}款`);
  if (item !== null) parts.push(next() < 0.5 ? `第（${number(item)}）项` : `第${number(item)}项`);
  return parts.join(style === 3 ? "\n" : "");
}

const written = (next: Next, title: string): string => {
  const name = next() < 0.5 ? title : title.replace("中华人民共和国", "");
  return `《${inner(name)}》`;
};

function spotIn(next: Next, version: Version): Spot {
  const shapes = [...version.shapes()].flatMap(([key, shape]) => (shape ? [{ key, shape }] : []));
  const { key, shape } = pick(next, shapes);
  const paragraph = next() < 0.6 ? Math.floor(next() * shape.length) + 1 : null;
  const items = paragraph === null ? Math.max(...shape) : (shape[paragraph - 1] ?? 0);
  return { key, paragraph, item: items > 0 && next() < 0.6 ? Math.floor(next() * items) + 1 : null };
}

interface Held {
  readonly law: Law;
  readonly version: Version;
}

/** Laws with articles that are in force on a day. */
export const inForce = (ledger: Ledger, day: string): Held[] =>
  ledger.laws.flatMap((law) => {
    const { kind, version } = standingOn(law, day);
    return kind === "in_force" && version.shapes().size > 3 ? [{ law, version }] : [];
  });

/** A right citation. */
export function right(next: Next, held: readonly Held[]): Generated {
  const { law, version } = pick(next, held);
  const text = pick(next, SENTENCES)(`${written(next, law.title)}${write(next, spotIn(next, version))}`);
  return { text, kind: "right", allowed: ["ok"] };
}

/** A citation with one thing wrong in it. */
export function wrong(next: Next, held: readonly Held[], ledger: Ledger, day: string): Generated {
  const { law, version } = pick(next, held);
  const spot = spotIn(next, version);
  const shape = version.shapes().get(spot.key) ?? [0];
  const faults: readonly (() => [string, string, string, readonly CitationStatus[]])[] = [
    () => {
      const last = articleOfKey([...version.shapes().keys()].at(-1) ?? "")?.main ?? 0;
      const past = { key: `${last + 1 + Math.floor(next() * 5)}`, paragraph: null, item: null };
      return ["article past the end", law.title, write(next, past), ["no_article"]];
    },
    () => {
      const past = { ...spot, paragraph: shape.length + 1, item: null };
      return ["paragraph past the end", law.title, write(next, past), ["no_paragraph", "stale_number"]];
    },
    () => {
      const paragraph = Math.floor(next() * shape.length) + 1;
      const past = { ...spot, paragraph, item: (shape[paragraph - 1] ?? 0) + 1 };
      return ["item past the end", law.title, write(next, past), ["no_item", "stale_number"]];
    },
    () => {
      const years = new Set(
        [...law.history, ...law.versions.flatMap((each) => [each.published ?? "", each.from ?? ""])].map(
          (each) => each.slice(0, 4),
        ),
      );
      let year = 1990;
      while (years.has(String(year))) year += 1;
      return ["edition that never was", law.title, `（${year}年修订）${write(next, spot)}`, ["wrong_name"]];
    },
    () => [
      "changed name",
      changed(next, law.title, ledger),
      write(next, spot),
      ["wrong_name", "unknown_law"],
    ],
    () => {
      const ended = ledger.laws.filter((each) => standingOn(each, day).kind === "ended");
      const dead = pick(next, ended);
      return ["repealed", dead.title, write(next, { key: "1", paragraph: null, item: null }), ["repealed"]];
    },
  ];
  const [kind, title, place, allowed] = pick(next, faults)();
  return { text: pick(next, SENTENCES)(`${written(next, title)}${place}`), kind, allowed };
}

const OTHER_SIGNS = "海山林水火木金土人文天地";

function changed(next: Next, title: string, ledger: Ledger): string {
  const known = new Set(ledger.laws.map((each) => nameKey(each.title)));
  const signs = [...title.replace("中华人民共和国", "")];
  const places = signs.flatMap((sign, index) =>
    /[\u4e00-\u9fff]/.test(sign) && index < signs.length - 1 ? [index] : [],
  );
  for (;;) {
    const copy = [...signs];
    copy[pick(next, places)] = pick(next, [...OTHER_SIGNS]);
    const name = copy.join("");
    if (!known.has(nameKey(name)) && nameKey(name) !== nameKey(title)) return name;
  }
}
