import type { CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import type { Penalty } from "../facts/kinds.ts";
import { documentsOf, factIn } from "./look/facts.ts";
import { penaltiesOf, sumOf, yuan } from "./look/penalties.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** C22: one fine for one act; unlawful gains are taken unless they go back. */
export const oneFine: Rule = {
  id: "C22",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第二十八条第二款、第二十九条",
  title: say("一事不再罚款、没收违法所得", "one fine for one act; gains confiscated"),
  check: (view) => [...doubleFine(penaltiesOf(view)), ...twoDecisions(view), ...gains(view)],
};

function doubleFine(penalties: readonly Penalty[]): readonly Found[] {
  const fines = penalties.filter(({ kind }) => kind === "罚款");
  const twice = fines.find(({ act }, at) => fines.slice(0, at).some((other) => other.act === act));
  if (!twice) return [];
  const isSaid = twice.act !== undefined;
  const message = isSaid
    ? say(`对同一行为“${twice.act ?? ""}”两次罚款`, `Two fines for one act: 「${twice.act ?? ""}」`)
    : say("有两项罚款，没有分别写明对应的行为", "Two fines, and for which acts is not said");
  const fix = say(
    "同一行为只罚款一次，按罚款数额高的规定处罚；不同行为的，逐项写明",
    "One fine for one act, by the rule with the higher one; for several acts name each",
  );
  return [{ where: "penalties", message, fix, severity: isSaid ? "block" : "warn" }];
}

/** Two decisions with a fine in one case against one party. */
function twoDecisions(view: CaseView): readonly Found[] {
  const fined = documentsOf(view, "penalty-decision", "spot-penalty").filter(({ facts }) =>
    (valueOf(facts, "penalties", "penalties") ?? []).some(({ kind }) => kind === "罚款"),
  );
  const acts = new Set(fined.map(({ own }) => valueOf(own, "violation_facts", "prose") ?? ""));
  const parties = new Set(fined.map(({ facts }) => valueOf(facts, "party", "party")?.name));
  if (fined.length < 2 || acts.size > 1 || parties.size > 1) return [];
  const message = say(
    `同一案件有${fined.length}份罚款决定，违法事实相同`,
    `${fined.length} decisions with a fine for the same facts`,
  );
  return [{ where: fined.map(({ number, type }) => number ?? type.name.zh).join("、"), message }];
}

const REFUNDED =
  /退赔|退还|退回|退款|返还(?:消费者|购买|当事|被害|受害|货款)|无法(?:查清|核实|计算)违法所得|违法所得(?:无法|难以|不能)(?:查|核|计)/;

function gains(view: CaseView): readonly Found[] {
  const amount = factIn(view, "illegal_gains", "money");
  const penalties = penaltiesOf(view);
  // gains of public security acts are recovered by another article (治安管理处罚法 11)
  if (amount === undefined || penalties.length === 0 || isPolice(view) || isSpot(view)) return [];
  const taken = penalties.filter(({ kind }) => kind === "没收违法所得");
  const isRefunded = allWords(view).some(({ text }) => REFUNDED.test(text));
  if (amount > 0 && taken.length === 0) {
    if (isRefunded) return [];
    const message = say(
      `违法所得${yuan(amount)}，处罚中没有没收违法所得，也没有退赔的记载`,
      `Gains of ${amount} yuan are neither confiscated nor said to be refunded`,
    );
    return [
      {
        where: "penalties",
        message,
        fix: say("增加没收违法所得，或者写明依法退赔", "Confiscate them, or say that they were refunded"),
      },
    ];
  }
  const sum = sumOf(taken, "没收违法所得");
  const isCounted = taken.some(({ amount: each }) => each !== undefined);
  if (!isCounted || Math.abs(sum - amount) < 0.005 || (isRefunded && sum < amount)) return [];
  const message = say(
    `没收违法所得${yuan(sum)}与认定的违法所得${yuan(amount)}不一致`,
    `${sum} yuan of gains are confiscated, ${amount} were found`,
  );
  return [{ where: "penalties", message }];
}
