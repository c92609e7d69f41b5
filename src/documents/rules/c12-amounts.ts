import type { CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { amountsIn, readAmount } from "../facts/amount.ts";
import { arithmetic } from "./look/arithmetic.ts";
import { documentsOf, factIn, placesOf } from "./look/facts.ts";
import { CENT, fineOf, isSameYuan, penaltiesOf, sumOf, yuan } from "./look/penalties.ts";
import { outOfRange } from "./look/out-of-range.ts";
import { sentencesOf } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** C12: amounts that agree with their capitals, their sums and the law. */
export const amounts: Rule = {
  id: "C12",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第五十九条第一款第（三）项、第七十六条第一款第（二）项",
  title: say("金额大小写、合计和幅度", "amounts: capitals, sums and range"),
  check: (view) => [
    ...capitals(view),
    ...arithmetic(view),
    ...goods(view),
    ...outOfRange(view),
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
