import type { Library } from "../../store/library.ts";
import type { Passage } from "../passage.ts";
import { shown } from "./search.ts";

/** The passages around one in its article and language, with it, in reading order; empty when there is none. */
export async function neighboursOf(
  library: Library,
  id: string,
  collection: string,
  radius: number,
): Promise<readonly Passage[]> {
  const passage = await library.passage(id, collection);
  if (passage === null) return [];
  const article = await library.article(collection, passage.articleId, passage.language);
  const at = article.findIndex((each) => each.row === passage.row);
  return article.slice(Math.max(0, at - radius), at + radius + 1).map(shown);
}
