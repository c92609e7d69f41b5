import type { Day } from "../../calendar/day.ts";
import type { Collection, LawFile } from "../collection/read.ts";
import { articleKey, compareArticles } from "../text/article-number.ts";
import { paragraphsOf, shapeOf, textOf, type ArticleShape } from "../text/article.ts";
import { nameKey } from "../text/name.ts";
import { movedNumbers } from "./align.ts";
import { endOf, historyOf, publishedOf, startOf, statedInText, tailOf } from "./interval.ts";
import type { GoneLaw, Law, Ledger, Level, Renumbering, Shapes, Topic, Version } from "./ledger.ts";
import { LEVELS } from "./ledger.ts";
import { repealsIn, type Repeal } from "./repeals.ts";

/** A day of entry into force that the catalogue has wrong, with who says so. */
export interface Correction {
  readonly law: string;
  readonly published: Day;
  readonly from: Day;
  readonly source: string;
}

/** What no collection can tell: short names, moved numbers, corrected days. */
export interface Supplements {
  readonly aliases: Readonly<Record<string, string>>;
  readonly renumberings: readonly Renumbering[];
  readonly corrections: readonly Correction[];
  readonly topics: readonly Topic[];
}

type Draft = { -readonly [Key in keyof Version]: Version[Key] };

interface LawDraft {
  title: string;
  level: Level;
  versions: Draft[];
  history: Set<Day>;
  repealedBy?: string;
}

/** True for files that are laws; guides and case reports in a collection are not. */
export const isLaw = (file: LawFile): boolean =>
  file.row?.level !== "案例" && !(file.row?.level === "其他" && file.law.style === "none");

/** The name a file's law goes by: its printed title. */
export const titleOf = (file: LawFile): string => file.law.title.replace(/\s+/g, "") || file.name;

/** The day that tells a file's version from the law's others: its publication, or the last change its head lists. */
export const versionDayOf = (file: LawFile): Day | null =>
  publishedOf(file) ?? historyOf(file).findLast((day) => day !== startOf(file)) ?? null;

/** Makes the ledger of a collection: names, versions with their intervals, shapes of articles, repeals. */
export function buildLedger(collection: Collection, more: Supplements, builtOn: Day): Ledger {
  const drafts = new Map<string, LawDraft>();
  for (const files of versionsOf(collection)) addVersion(drafts, files, more.corrections);
  for (const draft of drafts.values()) closeIntervals(draft);
  const gone = applyRepeals(drafts, collection);
  const laws = [...drafts.values()].map(({ history, ...law }): Law => ({
    ...law,
    history: [...history].toSorted(),
  }));
  const published = laws.flatMap(({ versions }) => versions.flatMap((version) => version.published ?? []));
  return {
    about: {
      collection: collection.name,
      builtOn,
      newest: published.toSorted().at(-1) ?? builtOn,
      laws: laws.length,
      versions: laws.reduce((sum, { versions }) => sum + versions.length, 0),
    },
    laws: laws.toSorted((one, other) => (one.title < other.title ? -1 : 1)),
    gone,
    aliases: more.aliases,
    renumberings: [...more.renumberings, ...movesIn(collection, laws)],
    topics: more.topics,
  };
}

/** Where numbers went between the versions whose words the collection holds. */
function movesIn(collection: Collection, laws: readonly Law[]): Renumbering[] {
  const words = new Map<string, Map<string, string>>();
  for (const files of versionsOf(collection)) {
    const [first] = files;
    if (!first) continue;
    const articles = files.flatMap(({ law }) => law.pieces.filter((piece) => piece.kind === "article"));
    const texts = articles.map(({ number, raw }) => [articleKey(number), textOf(paragraphsOf(raw))] as const);
    words.set(`${nameKey(titleOf(first))}/${versionDayOf(first) ?? ""}`, new Map(texts));
  }
  const wordsOf = (law: Law, version: Version): Map<string, string> =>
    words.get(`${nameKey(law.title)}/${version.published ?? ""}`) ?? new Map();
  return laws.flatMap((law) =>
    law.versions.slice(1).flatMap((version, index) => {
      const older = law.versions[index];
      const moved = older ? movedNumbers(wordsOf(law, older), wordsOf(law, version)) : {};
      const isMoved = version.from !== null && Object.keys(moved).length > 0;
      return isMoved && version.from !== null ? [{ law: law.title, from: version.from, moved }] : [];
    }),
  );
}

/** Files of one version together: a code that is split by books is one version of one law. */
function versionsOf(collection: Collection): LawFile[][] {
  const groups = new Map<string, LawFile[]>();
  for (const file of collection.files.filter(isLaw)) {
    const key = `${nameKey(titleOf(file))}/${publishedOf(file) ?? historyOf(file).at(-1) ?? ""}`;
    const group = groups.get(key) ?? [];
    // the same text may stand in two folders; a book of a code is another text
    if (group.length === 0 || file.law.book !== null) groups.set(key, [...group, file]);
  }
  return [...groups.values()];
}

function addVersion(
  drafts: Map<string, LawDraft>,
  files: readonly LawFile[],
  corrections: readonly Correction[],
): void {
  const [first] = files;
  if (!first) return;
  const title = titleOf(first);
  const key = nameKey(title);
  const published = publishedOf(first);
  const corrected = corrections.find((each) => nameKey(each.law) === key && each.published === published);
  const shapes = shapesOf(files);
  const draft = drafts.get(key) ?? { title, level: levelOf(first), versions: [], history: new Set() };
  for (const day of files.flatMap(historyOf)) draft.history.add(day);
  draft.versions.push({
    published: versionDayOf(first),
    from: corrected?.from ?? startOf(first),
    ...endOf(first),
    shapes: () => shapes,
  });
  drafts.set(key, draft);
}

function levelOf(file: LawFile): Level {
  if (/最高人民(法院|检察院)/.test(titleOf(file)) || file.folder === "司法解释") return "司法解释";
  const listed = LEVELS.find((level) => level === file.row?.level);
  if (listed) return listed;
  const top = file.folder.split("/")[0] ?? "";
  return LEVELS.find((level) => level === top) ?? (top === "" ? "其他" : "法律");
}

function shapesOf(files: readonly LawFile[]): Shapes {
  const articles = files
    .flatMap(({ law }) => law.pieces.filter((piece) => piece.kind === "article"))
    .toSorted((one, other) => compareArticles(one.number, other.number));
  const shapes = new Map<string, ArticleShape | null>();
  let expected = 1;
  for (const { number, raw } of articles) {
    for (; expected < number.main; expected += 1) shapes.set(`${expected}`, null);
    shapes.set(articleKey(number), shapeOf(paragraphsOf(raw)));
    expected = number.main + 1;
  }
  return shapes;
}

/** A version ends when the next one begins; only the newest may end otherwise. */
function closeIntervals(draft: LawDraft): void {
  draft.versions.sort((one, other) => ((one.from ?? "") < (other.from ?? "") ? -1 : 1));
  for (const [index, version] of draft.versions.entries()) {
    const next = draft.versions[index + 1];
    if (!next) continue;
    version.to = next.from;
    version.hasEnded = true;
  }
}

function applyRepeals(drafts: Map<string, LawDraft>, collection: Collection): GoneLaw[] {
  const gone = new Map<string, GoneLaw>();
  for (const repeal of repealsOf(collection)) {
    const key = nameKey(repeal.name);
    const target = drafts.get(key);
    const last = target?.versions.at(-1);
    if (!target) {
      const known = gone.get(key);
      if (!known || repeal.on < known.on) gone.set(key, { ...repeal, name: repeal.name.replace(/\s+/g, "") });
    } else if (last && key !== nameKey(repeal.by) && (last.published ?? last.from ?? "") < repeal.on) {
      last.to = repeal.on;
      last.hasEnded = true;
      target.repealedBy = repeal.by;
    }
  }
  return [...gone.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const repealsOf = (collection: Collection): Repeal[] =>
  collection.files.filter(isLaw).flatMap((file) => {
    const from = startOf(file);
    const first = historyOf(file)[0];
    // an amended text repeats the clause of the first one: the day it names, not the amendment's
    return from === null ? [] : repealsIn(tailOf(file), titleOf(file), firstForce(file, first) ?? from);
  });

function firstForce(file: LawFile, first: Day | undefined): Day | null {
  const stated = file.law.history.length > 0 ? startOfClause(file) : null;
  return stated !== null && first !== undefined && stated >= first ? stated : null;
}

function startOfClause(file: LawFile): Day | null {
  return statedInText(file).at(-1) ?? null;
}
