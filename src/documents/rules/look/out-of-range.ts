import type { CaseView } from "../../case-view.ts";
import { say, type Found } from "../rule.ts";
import { factIn } from "./facts.ts";
import { fineRanges } from "./fine-range.ts";
import { lawWords } from "./laws.ts";
import { CENT, penaltiesOf, yuan } from "./penalties.ts";

/** The fine against the words of its basis, as quoted or as the law store has them. */
export function outOfRange(view: CaseView): readonly Found[] {
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
