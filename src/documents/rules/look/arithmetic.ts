import type { CaseView } from "../../case-view.ts";
import { readAmount } from "../../facts/amount.ts";
import { say, type Found } from "../rule.ts";
import { fineOf, isSameYuan, penaltiesOf, sumOf, yuan } from "./penalties.ts";
import { allWords } from "./words.ts";

/** What a text calculates: amounts beside their capitals, products, sums, and the total of fine and confiscation. */
export const arithmetic = (view: CaseView): readonly Found[] => [
  ...capitalsInWords(view),
  ...productsInWords(view),
  ...sumsInWords(view),
  ...total(view),
];

const CAPITALS =
  "[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?";
const DIGITS = "(?<![\\d,])\\d[\\d,]{0,20}(?:\\.\\d{1,2})?";
const AFTER = new RegExp(
  `(${DIGITS})\\s*(万)?元?\\s*[（(]\\s*(?:人民币)?(?:大写)?[:：]?\\s*(?:人民币)?(${CAPITALS})`,
  "g",
);
const BEFORE = new RegExp(
  `(${CAPITALS})\\s*[（(]\\s*(?:小写)?[:：]?\\s*(?:人民币)?\\s*(${DIGITS})\\s*(万)?`,
  "g",
);

/** 罚款3000元（大写：叁仟元整） and the other way round. */
function capitalsInWords(view: CaseView): readonly Found[] {
  return allWords(view).flatMap(({ text, where }) => {
    const pairs = [
      ...Array.from(text.matchAll(AFTER), ([, digits, tenThousand, written]) => [
        digits,
        tenThousand,
        written,
      ]),
      ...Array.from(text.matchAll(BEFORE), ([, written, digits, tenThousand]) => [
        digits,
        tenThousand,
        written,
      ]),
    ];
    return pairs.flatMap(([digits = "", tenThousand, written = ""]): readonly Found[] => {
      const number = Number(digits.replace(/[^\d.]/g, "")) * (tenThousand === undefined ? 1 : 10_000);
      const read = readAmount(written);
      if (read === null || isSameYuan(read, number)) return [];
      const message = say(
        `${yuan(number)}与大写“${written}”不一致`,
        `${number} yuan, but the capitals say 「${written}」`,
      );
      return [{ where, message }];
    });
  });
}

const PRODUCT =
  /(?<![\d.×*x])(\d+(?:\.\d+)?)\s*(元|[\u4e00-\u9fff]{0,2})\s*(?:[/／每][\u4e00-\u9fff]{1,2})?\s*[×*xX]\s*(\d+(?:\.\d+)?)\s*[\u4e00-\u9fff/／]{0,4}\s*[=＝]\s*(\d[\d,]*(?:\.\d+)?)/g;

/** 6盒×9.9元=59.4元: the product must be right. */
function productsInWords(view: CaseView): readonly Found[] {
  return allWords(view).flatMap(({ text, where }) =>
    Array.from(text.matchAll(PRODUCT)).flatMap(
      ([words, one = "", , other = "", said = ""]): readonly Found[] => {
        const product = Number(one) * Number(other);
        if (isSameYuan(product, Number(said.replaceAll(",", "")))) return [];
        const right = Number(product.toFixed(2));
        return [
          { where, message: say(`“${words}”计算有误，应为${right}`, `「${words}」 is miscounted: ${right}`) },
        ];
      },
    ),
  );
}

// bounded, so that no text however odd makes it slow
const NUMBER = "\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,4})?";
const PLUS = new RegExp(`(?<![\\d.+＋])((?:${NUMBER}元?[+＋]){1,12}${NUMBER})元?[=＝](${NUMBER})`, "g");

/** 120元+80元=200元. */
function sumsInWords(view: CaseView): readonly Found[] {
  return allWords(view).flatMap(({ text, where }) =>
    Array.from(text.replace(/[ \u3000]/g, "").matchAll(PLUS)).flatMap(
      ([words, parts = "", said = ""]): readonly Found[] => {
        const numbers = parts.split(/[+＋]/).map((part) => Number(part.replace(/[^\d.]/g, "")));
        const sum = numbers.reduce((all, each) => all + each, 0);
        if (isSameYuan(sum, Number(said.replaceAll(",", "")))) return [];
        const right = Number(sum.toFixed(2));
        return [
          {
            where,
            message: say(`“${words}”合计有误，应为${right}`, `「${words}」 is added up wrongly: ${right}`),
          },
        ];
      },
    ),
  );
}

const TOTAL = /罚没(?:款|金额|款项)?(?:合计|共计|总计|总额)[^\d。；]{0,8}(\d[\d,]*(?:\.\d+)?)\s*元/;

/** 罚没款合计 against the fine and what is confiscated. */
function total(view: CaseView): readonly Found[] {
  const penalties = penaltiesOf(view);
  const sum = fineOf(penalties) + sumOf(penalties, "没收违法所得");
  if (sum === 0) return [];
  return allWords(view).flatMap(({ text, where }): readonly Found[] => {
    const said = TOTAL.exec(text)?.[1];
    if (said === undefined || isSameYuan(Number(said.replaceAll(",", "")), sum)) return [];
    const message = say(
      `罚没款合计写作${said}元，各项相加为${yuan(sum)}`,
      `The total is given as ${said} yuan, the parts add up to ${sum}`,
    );
    return [{ where, message }];
  });
}
