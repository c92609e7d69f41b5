const DIGITS = new Map(
  [..."〇零一壹二两三四五六七八九"].map((sign, at) => [sign, Number("0011223456789"[at])]),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1_000],
  ["万", 10_000],
  ["w", 10_000],
  ["k", 1_000],
]);

const PLAIN = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SPOKEN_REST = String.raw`(?:\d(?![\d.,个月年%岁号日])千?)?`;

/** Source of a pattern for a number as people write it, with unit and spoken rest: 1.5万, 1万8, 两万五, 20k. */
export const NUMBER = `${PLAIN}(?:[万千wk]${SPOKEN_REST})?|[〇零一二两三四五六七八九十百千万]+`;

/**
 * The value of a number as people write it; NaN when it is none.
 *
 * @example readNumber("1万8") // 18000
 */
export function readNumber(text: string): number {
  const plain = text.replaceAll(",", "").toLowerCase().trim();
  const spoken = /^(\d+(?:\.\d+)?)([万千wk])?(\d?)千?$/.exec(plain);
  if (spoken) {
    const [, head = "", unit = "", rest = ""] = spoken;
    return unit === "" ? Number(plain) : scaled(head, unit) + scaled(rest, unit) / 10;
  }
  return /^[〇零一壹二两三四五六七八九十百千万]+$/.test(plain) ? readChinese(plain) : Number.NaN;
}

// 1.1 × 10 000 is not whole in floating point
const scaled = (head: string, unit: string): number => Math.round(Number(head) * (UNITS.get(unit) ?? 1));

function readChinese(text: string): number {
  const [high = "", low] = text.split("万", 2);
  return low === undefined
    ? belowTenThousand(text)
    : belowTenThousand(high) * 10_000 + belowTenThousand(low, 1_000);
}

/** `lastUnit` is what a lone last digit stands for: the 五 of 两万五 is five thousand. */
function belowTenThousand(text: string, lastUnit = 1): number {
  let total = 0;
  let digit = 0;
  let spokenUnit = text.length === 1 ? lastUnit : 1;
  for (const sign of text) {
    const unit = UNITS.get(sign);
    if (unit === undefined) {
      digit = DIGITS.get(sign) ?? 0;
      if (sign === "零" || sign === "〇") spokenUnit = 1;
      continue;
    }
    total += (digit || 1) * unit;
    digit = 0;
    spokenUnit = unit > 10 ? unit / 10 : 1;
  }
  return total + digit * spokenUnit;
}
