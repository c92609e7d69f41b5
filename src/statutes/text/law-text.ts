import type { ArticleNumber } from "./article-number.ts";

/** A heading of a law text: 编, 章, 节, or an annex. */
export interface HeadingPiece {
  readonly kind: "heading";
  readonly raw: string;
  /** 1 for #, 2 for ##, … */
  readonly depth: number;
  readonly title: string;
}

/** An article, or a numbered point (一、) of a text that has no articles. */
export interface ArticlePiece {
  readonly kind: "article";
  readonly raw: string;
  readonly number: ArticleNumber;
  /** The headings it stands under, outermost first. */
  readonly path: readonly string[];
}

/** Text outside of articles: preambles, annexes, signatures, the text of a decision. */
export interface LoosePiece {
  readonly kind: "loose";
  readonly raw: string;
}

export type Piece = HeadingPiece | ArticlePiece | LoosePiece;

/** Something in a file that was kept but could not be placed. */
export interface Problem {
  readonly line: number;
  readonly reason:
    "no title" | "no end of the head" | "article number repeated" | "article number skipped" | "no articles";
  readonly text: string;
}

/**
 * One file of a collection, taken apart without loss: `head` and the pieces' `raw`, joined, are the file.
 */
export interface LawText {
  /** As printed: 中华人民共和国行政处罚法. */
  readonly title: string;
  /** The book of a code that is split over files: 合同编. */
  readonly book: string | null;
  /** Lines on who passed and changed it, and when. */
  readonly history: readonly string[];
  readonly head: string;
  readonly pieces: readonly Piece[];
  /** Whether the numbers stand before articles (第一条) or points (一、). */
  readonly style: "articles" | "points" | "none";
  readonly problems: readonly Problem[];
}
