import { articleLabel } from "../text/article-number.ts";
import { chineseNumber } from "../text/numerals.ts";
import type { Place } from "./locator.ts";

type Spot = Pick<Place, "article" | "paragraph" | "item">;

/** 第五十九条第一款第（一）项. */
export const placeLabel = ({ article, paragraph, item }: Spot): string =>
  articleLabel(article) +
  (paragraph === null ? "" : `第${chineseNumber(paragraph)}款`) +
  (item === null ? "" : `第（${chineseNumber(item)}）项`);

/** Article 59(1)(i) as Chinese statutes are cited in English: Article 59, paragraph 1, item 1. */
export const englishLabel = ({ article, paragraph, item }: Spot): string =>
  `Article ${article.main}${article.sub === 0 ? "" : `-${article.sub}`}` +
  (paragraph === null ? "" : `, paragraph ${paragraph}`) +
  (item === null ? "" : `, item ${item}`);

/** 《中华人民共和国行政处罚法》第六十三条. */
export const citationLabel = (title: string, spot: Spot): string => `《${inner(title)}》${placeLabel(spot)}`;

/** A title to be put in 《》: marks inside become 〈〉. */
export const inner = (title: string): string => title.replaceAll("《", "〈").replaceAll("》", "〉");
