import { NO_WORK } from "../segment/works.ts";
import type { View } from "./view.ts";
import type { Visible } from "./visible.ts";

/** How much the other works of a base lean on each work of a part, 0 to 1; by the part's work numbers. */
export type Standing = Float32Array;

// a base in which no work is named by more than a handful says little about standing
const MANY_NAMINGS = 30;

const kept = new WeakMap<
  Visible,
  { readonly views: readonly Visible[]; readonly standing: readonly Standing[] }
>();

/**
 * The standing of all works, part by part: how many other works that may be seen name them, on a scale of logs.
 *
 * What many others build on is what most questions are about: on two sets of lay questions over statutes it found
 * more than any way of weighing their words.
 */
export function standingOf(views: readonly View[]): readonly Standing[] {
  const [first] = views;
  if (first === undefined) return [];
  const seen = views.map(({ visible }) => visible);
  const known = kept.get(first.visible);
  const isSame =
    known?.views.length === seen.length && seen.every((visible, i) => known.views[i] === visible);
  if (known !== undefined && isSame) return known.standing;
  const standing = computeStanding(views);
  kept.set(first.visible, { views: seen, standing });
  return standing;
}

function computeStanding(views: readonly View[]): readonly Standing[] {
  const namings = new Map<string, Set<string>>();
  for (const { segment, visible } of views) {
    const { workOf, names, namingRows, named } = segment.text.works;
    namingRows.forEach((row, i) => {
      const work = workOf[row] ?? NO_WORK;
      if (visible.rows[row] === 0 || work === NO_WORK) return;
      const title = names[named[i] ?? 0] ?? "";
      const by = namings.get(title) ?? new Set();
      namings.set(title, by.add(names[work] ?? ""));
    });
  }
  const works = (title: string): number => namings.get(title)?.size ?? 0;
  const most = views
    .flatMap(({ segment }) => segment.text.works.names)
    .reduce((top, title) => Math.max(top, works(title)), 0);
  const scale = Math.log1p(Math.max(most, MANY_NAMINGS));
  return views.map(({ segment }) =>
    Float32Array.from(segment.text.works.names, (title) => Math.log1p(works(title)) / scale),
  );
}
