import { isLaw, titleOf, versionDayOf } from "./build.ts";
import type { Collection } from "../collection/read.ts";
import { bucketsOf, type Sketch } from "../meaning/sketch.ts";
import { articleKey } from "../text/article-number.ts";
import { paragraphsOf, textOf } from "../text/article.ts";
import { nameKey } from "../text/name.ts";

/** Sketches of the laws named, every version a collection holds of them. */
export function sketchLaws(collection: Collection, names: readonly string[]): Sketch[] {
  const wanted = new Set(names.map(nameKey));
  return collection.files
    .filter((file) => isLaw(file) && wanted.has(nameKey(titleOf(file))))
    .map((file) => ({
      title: titleOf(file),
      published: versionDayOf(file) ?? "",
      articles: new Map(
        file.law.pieces
          .filter((piece) => piece.kind === "article")
          .map(({ number, raw }) => [articleKey(number), bucketsOf(textOf(paragraphsOf(raw)))] as const),
      ),
    }));
}
