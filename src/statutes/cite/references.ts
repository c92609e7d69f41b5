import { nameKey } from "../text/name.ts";
import type { Title } from "../text/titles.ts";
import type { LawBook } from "./book.ts";
import { claimOf } from "./claim.ts";
import type { LawRef } from "./mention.ts";

const DEFINED =
  /^(?:\([^()]*\))?\((?:[^()]*?[,;])?(?:以下|下文|下)均?(?:简|统|合)?称(?:为|作)?:?[《“"']?([^《》“”"'()]{1,24})[》”"']?[^()]*\)/;
const EDITION = /^\([^()\d]{0,6}(\d{4})(?:年\d{1,2}月\d{1,2}日[^()]*|年?(?:\d{1,2}月)?[^()\d]{0,8})\)/;
const EDITION_BEFORE =
  /(\d{4})年(?:\d{1,2}月\d{1,2}日)?(?:新?(?:修订|修正|修改|颁布|公布|通过|施行|实施|版))后?的?(?:新)?$/;
const FORMER = /(?:原|旧|(?:修订|修改|修正)(?:之)?前的?|(?:已|现已|已经)?(?:废止|失效)的)$/;
const EDITION_INSIDE = /(?<!修正案)[(（](\d{4})年?[^()（）\d]{0,8}[)）]$/;

/** Short names a text gives itself: （以下简称《处罚法》）; key of the short name → the name it stands for. */
export function definitionsIn(text: string, titles: readonly Title[]): Map<string, string> {
  const defined = new Map<string, string>();
  for (const title of titles) {
    const [, short] = DEFINED.exec(text.slice(title.end, title.end + 160)) ?? [];
    if (short !== undefined) defined.set(nameKey(short), title.name);
  }
  return defined;
}

/** True when the title only introduces a short name: the 《处罚法》 of （以下简称《处罚法》）. */
export const isDefinition = (text: string, title: Title): boolean =>
  /称(?:为|作)?:?[“"]?$/.test(text.slice(Math.max(0, title.start - 5), title.start));

interface Written {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a written name points to, by the text's own definitions first, then by the book. */
export function referenceOf(
  text: string,
  { name, start, end }: Written,
  book: LawBook,
  defined: ReadonlyMap<string, string>,
): LawRef {
  const full = defined.get(nameKey(name)) ?? name;
  const found = book.find(full);
  if (!found) return { kind: "unknown", written: full, claim: claimOf(full) };
  const before = text.slice(Math.max(0, start - 24), start);
  const year =
    EDITION_INSIDE.exec(name)?.[1] ??
    EDITION.exec(text.slice(end, end + 40))?.[1] ??
    EDITION_BEFORE.exec(before)?.[1];
  return {
    kind: "known",
    found,
    written: name,
    year: year === undefined ? null : Number(year),
    isFormer: FORMER.test(before),
  };
}
