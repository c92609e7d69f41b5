/** Full names of the laws that set periods, by the short names used in the tables beside this file. */
export const LAW = {
  penalty: "中华人民共和国行政处罚法",
  compulsion: "中华人民共和国行政强制法",
  reconsideration: "中华人民共和国行政复议法",
  regulation: "中华人民共和国行政复议法实施条例",
  litigation: "中华人民共和国行政诉讼法",
  interpretation: "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
  civilProcedure: "中华人民共和国民事诉讼法",
  police: "中华人民共和国治安管理处罚法",
  policeProcedure: "公安机关办理行政案件程序规定",
  publication: "市场监督管理行政处罚信息公示规定",
  transfer: "行政执法机关移送涉嫌犯罪案件的规定",
} as const;

/** Articles of one law. */
export interface Source {
  readonly law: (typeof LAW)[keyof typeof LAW];
  readonly at: readonly string[];
}

/** Articles of a law by its short name. */
export const source = (law: keyof typeof LAW, ...at: readonly string[]): Source => ({ law: LAW[law], at });

/**
 * Articles as a document cites them.
 *
 * @example cite([source("penalty", "第五十六条", "第八十五条")]) // "《中华人民共和国行政处罚法》第五十六条、第八十五条"
 */
export const cite = (sources: readonly Source[]): string =>
  sources.map(({ law, at }) => `《${law.replace(/《(.*)》/, "〈$1〉")}》${at.join("、")}`).join("；");
