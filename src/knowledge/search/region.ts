const WHOLE_COUNTRY: ReadonlySet<string> = new Set([
  "全国",
  "国家",
  "中国",
  "nationwide",
  "national",
  "china",
]);
const SUFFIX = /(特别行政区|自治区|自治州|自治县|省|市|区|县)$/;

/** A region without the word that says what kind it is: 天津市 and 天津 are one. */
function bare(region: string): string {
  const name = region.trim().toLowerCase();
  const short = name.replace(SUFFIX, "");
  return short.length >= 2 ? short : name;
}

/**
 * True when what is said about one region holds for a person in another: the whole country, the same place, or
 * a place around it.
 *
 * @example holdsIn("天津", "天津市南开区") // true
 */
export function holdsIn(region: string, person: string): boolean {
  if (WHOLE_COUNTRY.has(region.trim().toLowerCase())) return true;
  const said = bare(region);
  const asked = bare(person);
  return asked.includes(said) || said.endsWith(asked);
}
