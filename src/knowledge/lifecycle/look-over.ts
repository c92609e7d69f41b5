import type { CollectionState, Library, StoredPassage } from "../../store/library.ts";
import { pagesOf } from "../segment/write.ts";
import { Comparison, type Pair } from "./compare.ts";
import { bounded, type Finding, type Findings } from "./finding.ts";
import { staleIn } from "./stale.ts";

// two minutes and half a gigabyte; a larger collection is a library, not a handbook that somebody keeps in order
const MAX_COMPARED = 200_000;
const EXCERPT_CHARS = 30;

/** Looks all collections over for what is stale on a day, what says the same twice, and what contradicts itself. */
export async function lookOver(library: Library, today: string): Promise<Findings> {
  const findings: Finding[] = [];
  const leftOut: string[] = [];
  let compared = 0;
  for (const state of await library.collections()) {
    const fileOf = (path: string) => (state.kind === "pack" ? `${state.name}/${path}` : path);
    findings.push(...(await library.metas(state.name)).flatMap(staleIn(state.name, fileOf, today)));
    if (state.passages > MAX_COMPARED) {
      leftOut.push(state.name);
      continue;
    }
    const { pairs, size } = await compareIn(library, state, today);
    compared += size;
    const paths = await library.pathsOf(pairs.flatMap(({ a, b }) => [a.row, b.row]));
    findings.push(...pairs.map((pair) => findingOf(pair, (row) => fileOf(paths.get(row) ?? ""))));
  }
  return bounded(findings, compared, leftOut);
}

async function compareIn(library: Library, { name }: CollectionState, today: string) {
  const comparison = new Comparison();
  for await (const page of pagesOf({ library, collection: name })) {
    for (const passage of page) if (isInForce(passage, today)) comparison.add(passage);
  }
  return { pairs: oneOfTwoTexts(await comparison.pairs(library)), size: comparison.size };
}

const isInForce = ({ validFrom = "", validTo = "9" }: StoredPassage, today: string): boolean =>
  validFrom <= today && today <= validTo;

/** Of two documents that share many passages, the first pair of each kind: the operator opens both anyway. */
function oneOfTwoTexts(pairs: readonly Pair[]): Pair[] {
  const first = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = `${pair.kind} ${[pair.a.articleId, pair.b.articleId].toSorted().join(" ")}`;
    if (!first.has(key)) first.set(key, pair);
  }
  return [...first.values()];
}

function findingOf({ kind, a, b, figures }: Pair, fileOf: (row: number) => string): Finding {
  const excerpt = a.text.slice(0, EXCERPT_CHARS).replaceAll("\n", " ");
  const place = {
    kind,
    collection: a.collection,
    file: fileOf(a.row),
    passage: a.id,
    other: { file: fileOf(b.row), passage: b.id },
  };
  if (kind === "duplicate") {
    return {
      ...place,
      detail: { zh: `与另一处内容相同：“${excerpt}…”`, en: `says the same as another text: "${excerpt}…"` },
      remedy: {
        zh: "保留一处；若是旧版，写明 valid_to 或 superseded_by",
        en: "keep one of them; if one is an older edition, give it valid_to or superseded_by",
      },
    };
  }
  const [left, right] = figures;
  return {
    ...place,
    detail: {
      zh: `同一事项数字不一致：${left} / ${right}`,
      en: `one matter, different figures: ${left} / ${right}`,
    },
    remedy: {
      zh: "核对来源，改正一处；若一处是旧版，写明 valid_to 或 superseded_by",
      en: "check both against their sources and correct one; give an older edition valid_to or superseded_by",
    },
  };
}
