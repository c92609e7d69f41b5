import type { Words } from "../../core/language.ts";
import { source, type Source } from "./laws.ts";

/** Roll-over of reconsideration periods: the law sends gaps to the civil procedure law. */
export const ROLL_RECONSIDERATION: readonly Source[] = [
  source("reconsideration", "第八十八条第一款"),
  source("civilProcedure", "第八十五条第三款"),
];

/** Roll-over of court periods. */
export const ROLL_LITIGATION: readonly Source[] = [
  source("litigation", "第一百零一条"),
  source("civilProcedure", "第八十五条第三款"),
];

/** Roll-over where the law itself is silent: the general rule of the procedure law, in the party's favour. */
export const ROLL_BY_ANALOGY: readonly Source[] = [source("civilProcedure", "第八十五条第三款")];

/** 行政处罚法 has no roll-over of its own; a reader should know that. */
export const BY_ANALOGY: Words = {
  zh: "行政处罚法没有规定期满日遇休息日顺延，这里按民事诉讼法的一般规则作有利于当事人的计算。",
  en: "The penalty law has no roll-over of its own; the general rule of the civil procedure law is applied in the party's favour.",
};

/** What the party may rely on besides the date. */
export const BY_POST: Words = {
  zh: "期满前交邮的不算过期，在途时间不计（民事诉讼法第八十五条第四款）。",
  en: "What is posted before the end is in time; time in the post is not counted (civil procedure law, article 85, paragraph 4).",
};

/** 治安管理处罚法 has no clause that turns days into working days. */
export const NO_WORKING_DAYS: Words = {
  zh: "治安管理处罚法没有“按工作日计算”的条款，这里按自然日计算，这是稳妥的读法。",
  en: "The public security penalties law has no clause on working days, so calendar days are counted: the safe reading.",
};
