import type { Law, Version } from "../ledger/ledger.ts";
import { articleKey, articleLabel, articleOfKey } from "../text/article-number.ts";
import type { Verdict } from "./citation.ts";
import { englishLabel, inner, placeLabel } from "./label.ts";
import type { Place } from "./locator.ts";

type Spot = Pick<Place, "article" | "paragraph" | "item">;
type Fault = Pick<Verdict, "status" | "detail" | "suggestion">;

/** What is wrong with the place in this version: no such article, 款 or 项; null when it exists. */
export function placeFault(law: Law, version: Version, spot: Spot): Fault | null {
  const shapes = version.shapes();
  if (shapes.size === 0) return null;
  const shape = shapes.get(articleKey(spot.article));
  if (shape === undefined) return noArticle(law, version, spot);
  if (shape === null) return null;
  if (spot.paragraph !== null && spot.paragraph > shape.length) return noParagraph(law, spot, shape.length);
  if (spot.item === null) return null;
  const items = spot.paragraph === null ? Math.max(...shape) : (shape[spot.paragraph - 1] ?? 0);
  return spot.item <= items ? null : noItem(law, spot, shape, items);
}

function noArticle(law: Law, version: Version, { article }: Spot): Fault {
  const keys = [...version.shapes().keys()];
  const last = articleOfKey(keys.at(-1) ?? "");
  const label = placeLabel({ article, paragraph: null, item: null });
  return {
    status: "no_article",
    detail: {
      zh: `《${inner(law.title)}》${edition(version).zh}没有${label}${last ? `，最后一条是${articleLabel(last)}` : ""}。`,
      en: `《${inner(law.title)}》${edition(version).en} has no ${englishLabel({ article, paragraph: null, item: null })}${last ? `; its last is Article ${last.main}` : ""}.`,
    },
  };
}

function noParagraph(law: Law, spot: Spot, count: number): Fault {
  const article = { ...spot, paragraph: null, item: null };
  return {
    status: "no_paragraph",
    detail: {
      zh: `《${inner(law.title)}》${placeLabel(article)}只有${count}款，没有第${spot.paragraph}款。`,
      en: `${englishLabel(article)} of 《${inner(law.title)}》 has ${count} paragraph(s); there is no paragraph ${spot.paragraph}.`,
    },
    suggestion: `《${inner(law.title)}》${placeLabel({ ...article, paragraph: count > 1 ? count : null })}`,
  };
}

function noItem(law: Law, spot: Spot, shape: readonly number[], items: number): Fault {
  const place = { ...spot, item: null };
  const holder = shape.findIndex((count) => count >= (spot.item ?? 0));
  const right = holder < 0 ? place : { ...spot, paragraph: holder + 1 };
  return {
    status: "no_item",
    detail: {
      zh: `《${inner(law.title)}》${placeLabel(place)}${items === 0 ? "没有项" : `只有${items}项`}，没有第${spot.item}项。`,
      en: `${englishLabel(place)} of 《${inner(law.title)}》 has ${items} item(s); there is no item ${spot.item}.`,
    },
    suggestion: `《${inner(law.title)}》${placeLabel(right)}`,
  };
}

/** （2021-07-15起施行的文本）, so that a reader knows which edition was looked at. */
export const edition = ({ from }: Version): { readonly zh: string; readonly en: string } =>
  from === null ? { zh: "", en: "" } : { zh: `（${from}起施行的文本）`, en: ` (as in force from ${from})` };
