const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const SECTIONS = ["", "万", "亿"];
const SECTION = 10_000;
const FEN = 100;

/** Beyond 万亿 the sections would need a name of their own. */
const LARGEST_FEN = SECTION ** SECTIONS.length * FEN - 1;

/**
 * The amount in Chinese capitals, exact to the fen (正确填写票据和结算凭证的基本规定): 3000 is 叁仟元整.
 *
 * 整 stands after yuan only; a zero is written where a place between two digits is empty. Throws a RangeError for
 * amounts below zero, finer than a fen or beyond 万亿.
 */
export function capitalsOf(yuan: number): string {
  const total = Math.round(yuan * FEN);
  const isExact = Math.abs(yuan * FEN - total) < 1e-4;
  if (!isExact || total < 0 || total > LARGEST_FEN) throw new RangeError(`no amount of money: ${yuan}`);
  const whole = Math.floor(total / FEN);
  const [jiao, fen] = [Math.floor((total % FEN) / 10), total % 10];
  if (total === 0) return "零元整";
  const written = whole === 0 ? "" : `${wholeInCapitals(whole)}元`;
  if (jiao === 0 && fen === 0) return `${written}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : written === "" ? "" : "零";
  return `${written}${tenths}${fen > 0 ? `${DIGITS[fen]}分` : ""}`;
}

function wholeInCapitals(whole: number): string {
  let written = "";
  let isGap = false;
  for (let at = SECTIONS.length - 1; at >= 0; at -= 1) {
    const section = Math.floor(whole / SECTION ** at) % SECTION;
    if (section === 0) {
      isGap = written !== "";
      continue;
    }
    const needsZero = written !== "" && (isGap || section < SECTION / 10);
    written += `${needsZero ? "零" : ""}${sectionInCapitals(section)}${SECTIONS[at]}`;
    isGap = false;
  }
  return written;
}

function sectionInCapitals(section: number): string {
  let written = "";
  let isGap = false;
  for (let place = PLACES.length - 1; place >= 0; place -= 1) {
    const digit = Math.floor(section / 10 ** place) % 10;
    if (digit === 0) {
      isGap = written !== "";
      continue;
    }
    written += `${isGap ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    isGap = false;
  }
  return written;
}
