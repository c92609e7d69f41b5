const TITLE = /《([^《》]{2,60})》/g;

/** The titles in 《》 that a sentence names and that occur in none of the texts read. */
export function unsupportedTitles(sentence: string, known: string): readonly string[] {
  const titles = [...sentence.matchAll(TITLE)].map((match) => match[1] ?? "");
  return titles.filter((title) => !known.includes(title));
}
