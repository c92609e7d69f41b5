/** The sentences of a paragraph, each with its end mark; joined they are the paragraph again. */
export function sentencesOf(paragraph: string): readonly string[] {
  return paragraph.match(/[^。；！？]+[。；！？]?|[。；！？]/gu) ?? [];
}
