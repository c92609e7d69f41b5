const MARK = /[[［【]\^?(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)[\]］】](?!\()/g;

/** Gives source numbers their places in the answer: the first one cited becomes [1]. */
export interface CitationOrder {
  /** The text with known marks renumbered and unknown ones removed. */
  mark(text: string): string;
  /** Source numbers in the order in which they were cited. */
  cited(): readonly number[];
}

/** Citation marks of one answer; `isKnown` tells which numbers the tools really gave out. */
export function orderCitations(isKnown: (source: number) => boolean): CitationOrder {
  const order: number[] = [];
  const place = (source: number): string => {
    if (!order.includes(source)) order.push(source);
    return `[${order.indexOf(source) + 1}]`;
  };
  return {
    mark: (text) =>
      text.replace(MARK, (_, list: string) => {
        const sources = list.split(/\s*[,，、]\s*/).map(Number);
        return [...new Set(sources.filter(isKnown))].map(place).join("");
      }),
    cited: () => order,
  };
}
