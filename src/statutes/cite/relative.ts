import { insideArticle, type Place } from "./locator.ts";

/** Words that point back to the article or paragraph named last. */
export interface RelativePlace {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** 款 and 项 that follow the word; empty when none do. */
  readonly inside: readonly Place[];
}

const RELATIVE = /前条|上条|本条|该条|同条|前款|上款|本款|该款/g;
const NOWHERE = { main: 0, sub: 0 };

/** 前款第（三）项, 该条第二款, 前条 … in a plain text; a bare 本条 or 该条 names nothing new and is left out. */
export function relativePlaces(text: string): RelativePlace[] {
  return Array.from(text.matchAll(RELATIVE)).flatMap((match) => {
    const word = match[0];
    const start = match.index;
    const behind = start + word.length;
    const inside = insideArticle(text, NOWHERE, { start, end: behind }).filter(
      ({ paragraph, item }) => paragraph !== null || item !== null,
    );
    if (inside.length === 0 && !/^[前上]/.test(word)) return [];
    return [{ word, start, end: inside.at(-1)?.end ?? behind, inside }];
  });
}
