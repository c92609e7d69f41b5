import type { Citation } from "../core/reply.ts";
import type { Passage } from "../knowledge/passage.ts";
import type { ToolResult } from "../tools/define.ts";

/** The sources of one turn, numbered from 1 as tools bring them; the same source keeps its number. */
export interface Sources {
  numberOf(citation: Citation): number;
  get(number: number): Citation | undefined;
  readonly count: number;
}

/** An empty list of sources. */
export function numberSources(): Sources {
  const list: Citation[] = [];
  return {
    numberOf(citation) {
      const known = list.findIndex((other) => isSame(other, citation));
      return known >= 0 ? known + 1 : list.push(citation);
    },
    get: (number) => list[number - 1],
    get count() {
      return list.length;
    },
  };
}

/** The citation of a passage: the tool's own where it gave one for this title, else made from the passage. */
export function citationOf(passage: Passage, result: ToolResult): Citation {
  const given = result.citations?.find(
    ({ title, article }) => title === passage.title && article === passage.article,
  );
  if (given !== undefined) return given;
  const { title, source, article, region, checkedOn, validFrom, validTo } = passage;
  return {
    title,
    source,
    region,
    ...(article === undefined ? {} : { article }),
    ...(checkedOn === undefined ? {} : { checkedOn }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

const isSame = (one: Citation, other: Citation): boolean =>
  one.title === other.title && one.article === other.article && one.source === other.source;
