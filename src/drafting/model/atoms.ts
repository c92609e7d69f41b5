/** Whatever carries a fact by its exact form: digits, Latin words, Chinese numerals, names in brackets and marks. */
const ATOM =
  /《[^《》]*》|〔[^〔〕]*〕|“[^“”]*”|[A-Za-z0-9]+(?:[.:：-][A-Za-z0-9]+|,\d{3}(?!\d))*%?|[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+/gu;

// one alone is as often a word as a number (一并, 万一), and says nothing that the check of words below would miss
const LONE_NUMERAL = /^[一万千百十]$/u;

/** The atoms of a text in sorted order, full-width forms folded. */
export function atomsOf(text: string): readonly string[] {
  const found = text.normalize("NFKC").match(ATOM) ?? [];
  return found.filter((atom) => !LONE_NUMERAL.test(atom)).toSorted();
}
