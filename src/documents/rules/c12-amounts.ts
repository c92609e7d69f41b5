import type { CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { amountsIn, readAmount } from "../facts/amount.ts";
import { documentsOf, factIn, placesOf } from "./look/facts.ts";
import { fineRanges } from "./look/fine-range.ts";
import { lawWords } from "./look/laws.ts";
import { fineOf, penaltiesOf, sumOf, yuan } from "./look/penalties.ts";
import { allWords, sentencesOf } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

const CENT = 0.005;
const isSameYuan = (one: number, other: number): boolean => Math.abs(one - other) < CENT;

/** C12: amounts that agree with their capitals, their sums and the law. */
export const amounts: Rule = {
  id: "C12",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第五十九条第一款第（三）项、第七十六条第一款第（二）项",
  title: say("金额大小写、合计和幅度", "amounts: capitals, sums and range"),
  check: (view) => [
    ...capitals(view),
    ...capitalsInWords(view),
    ...productsInWords(view),
    ...goods(view),
    ...range(view),
    ...paid(view),
    ...fineInText(view),
  ],
};

function capitals(view: CaseView): readonly Found[] {
  return ["penalties", "proposed_penalties"].flatMap((field) =>
    placesOf(view, field, "penalties").flatMap(({ value, where }) =>
      value.flatMap(({ kind, amount, capitals: written }): readonly Found[] => {
        if (amount === undefined || written === undefined) return [];
        const read = readAmount(written);
        if (read !== null && isSameYuan(read, amount)) return [];
        const message = say(
          `${kind}${yuan(amount)}与大写“${written}”不一致`,
          `「${kind}」 of ${amount} yuan, but the capitals say 「${written}」`,
        );
        return [{ where, message }];
      }),
    ),
  );
}

const CAPITALS =
  "[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?";
const DIGITS = "[¥￥]?\\s*\\d[\\d,]*(?:\\.\\d{1,2})?";
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

/** The value of the goods against quantity and price, where every line has both. */
function goods(view: CaseView): readonly Found[] {
  const total = factIn(view, "goods_value", "money");
  const list = factIn(view, "goods", "goods");
  if (total === undefined || !list) return [];
  const known = list.filter(({ price, quantity }) => price !== undefined && quantity !== undefined);
  if (known.length < list.length) return [];
  const sum = known.reduce((all, { price = 0, quantity = 0 }) => all + price * quantity, 0);
  if (isSameYuan(sum, total)) return [];
  const message = say(
    `货值金额${yuan(total)}与清单合计${yuan(sum)}不一致`,
    `The goods are valued at ${total} yuan but the list adds up to ${Number(sum.toFixed(2))}`,
  );
  return [
    {
      where: "goods_value",
      message,
      severity: "warn",
      fix: say("核对单价和数量", "Check prices and quantities"),
    },
  ];
}

/** The fine against the words of its basis, as quoted or as the law store has them. */
function range(view: CaseView): readonly Found[] {
  const penalties = penaltiesOf(view);
  const fines = penalties.filter(({ kind, amount }) => kind === "罚款" && amount !== undefined);
  const laws = factIn(view, "penalty_basis", "laws") ?? [];
  const [fine] = fines;
  // several fines are for several acts: which law is for which is not told
  if (!fine?.amount || fines.length > 1) return [];
  const bases = {
    goods: factIn(view, "goods_value", "money"),
    gains: factIn(view, "illegal_gains", "money"),
  };
  const ranges = laws.flatMap((law) => fineRanges(lawWords(view, law), bases));
  if (ranges.length === 0) return [];
  const min = Math.min(...ranges.map((each) => each.min));
  const max = Math.max(...ranges.map((each) => each.max));
  const level = factIn(view, "discretion_level", "choice");
  const said = say(`${yuan(min)}至${yuan(max)}`, `${min} to ${max} yuan`);
  const at = { where: "penalties" };
  if (fine.amount > max + CENT) {
    const message = say(
      `罚款${yuan(fine.amount)}超过法定幅度（${said.zh}）`,
      `${fine.amount} yuan is over the range (${said.en})`,
    );
    return [{ ...at, message }];
  }
  if (fine.amount < min - CENT && level !== "减轻") {
    const message = say(
      `罚款${yuan(fine.amount)}低于法定幅度（${said.zh}），${level === undefined ? "未写明减轻处罚" : `裁量档次为“${level}”`}`,
      `${fine.amount} yuan is under the range (${said.en}) without the level 「减轻」`,
    );
    const fix = say("减轻处罚的，写明第三十二条的情形", "Below the range only with a ground of article 32");
    return [{ ...at, message, fix }];
  }
  if (fine.amount >= min && level === "减轻" && min > 0) {
    const message = say(
      `裁量档次为“减轻”，罚款${yuan(fine.amount)}却在法定幅度（${said.zh}）之内，应为从轻或者一般`,
      `The level is 「减轻」 but ${fine.amount} yuan lies within the range (${said.en})`,
    );
    return [{ ...at, message, severity: "warn" }];
  }
  return [];
}

const IS_DONE = /履行|执行完毕/;

/** A closing form that says it is all paid. */
function paid(view: CaseView): readonly Found[] {
  const amount = factIn(view, "paid_amount", "money");
  const penalties = penaltiesOf(view);
  const due = fineOf(penalties) + sumOf(penalties, "没收违法所得");
  const reason = factIn(view, "closing_reason", "choice");
  if (amount === undefined || due === 0 || (reason !== undefined && !IS_DONE.test(reason))) return [];
  if (amount >= fineOf(penalties) - CENT && amount <= due + fineOf(penalties) + CENT) return [];
  const message = say(
    `实缴${yuan(amount)}与决定的罚没款${yuan(due)}不符`,
    `${amount} yuan were paid, ${due} yuan decided`,
  );
  return [{ where: "paid_amount", message, severity: "warn" }];
}

/** The fine that the decision's own words impose, against the fact. */
function fineInText(view: CaseView): readonly Found[] {
  return documentsOf(view, "penalty-decision", "spot-penalty").flatMap(
    ({ text, type, facts, isComposed }) => {
      const penalties = valueOf(facts, "penalties", "penalties") ?? [];
      const fines = penalties.filter(({ kind }) => kind === "罚款");
      const [fine] = fines;
      if (fines.length !== 1 || fine?.amount === undefined || isComposed) return [];
      const imposed = sentencesOf(text)
        .filter(
          (sentence) =>
            /(?:决定|处以|并处|给予)[^，]{0,24}罚款/.test(sentence) && !/以下|以上|拟/.test(sentence),
        )
        .flatMap((sentence) => amountsIn(sentence.slice(sentence.indexOf("罚款"))).slice(0, 1))
        .flatMap(({ yuan: value }) => value ?? []);
      const other = imposed.find((value) => !isSameYuan(value, fine.amount ?? 0));
      if (other === undefined) return [];
      const message = say(
        `文中罚款${yuan(other)}与处罚内容${yuan(fine.amount)}不一致`,
        `The text imposes ${other} yuan, the penalty is ${fine.amount}`,
      );
      return [{ where: type.name.zh, message, severity: "warn" as const }];
    },
  );
}
