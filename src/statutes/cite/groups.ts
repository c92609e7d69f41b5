import type { Mention } from "./mention.ts";

/** Citations that share one purpose, because only joining words stand between them. */
export interface Group {
  readonly members: readonly Mention[];
  readonly start: number;
  readonly end: number;
  /** End of the group before and start of the one behind. */
  readonly from: number;
  readonly to: number;
}

const LINK = /^(?:、|,|以及|或者|和|及|与|或|并|至|到)*$/;

/** Puts neighbouring citations together: 第四十四条、第五十九条和《…》第三条的规定. */
export function groupsOf(text: string, mentions: readonly Mention[]): Group[] {
  const runs: Mention[][] = [];
  let last: Mention | undefined;
  for (const mention of mentions) {
    const between = last ? text.slice(last.end, mention.start) : null;
    const isLinked =
      last && last.place && mention.place && (mention.start <= last.end || LINK.test(between ?? ""));
    if (isLinked) runs.at(-1)?.push(mention);
    else runs.push([mention]);
    last = mention;
  }
  return runs.map((members, index) => ({
    members,
    start: members[0]?.start ?? 0,
    end: members.at(-1)?.end ?? 0,
    from: runs[index - 1]?.at(-1)?.end ?? 0,
    to: runs[index + 1]?.[0]?.start ?? text.length,
  }));
}
