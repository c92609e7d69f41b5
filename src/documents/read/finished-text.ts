/** A finished text made ready to read: its signs folded one to one, its lines, and what stands behind its labels. */
export interface FinishedText {
  /** As given, without Markdown's marks. */
  readonly text: string;
  /** The same length with ASCII punctuation, so that places in it are places in `text`. */
  readonly folded: string;
  readonly lines: readonly string[];
  readonly labelled: readonly Labelled[];
}

/** Words behind a label, up to the next one or the end of the line. */
export interface Labelled {
  readonly label: string;
  readonly words: string;
}

const SAME: Readonly<Record<string, string>> = {
  "：": ":",
  "（": "(",
  "）": ")",
  "，": ",",
  "；": ";",
  "　": " ",
};

/** Every label that documents put before a value; longer ones first, so that 执法证号 is not read as 证号. */
const LABELS = [
  ..."统一社会信用代码（注册号） 统一社会信用代码/注册号 统一社会信用代码 社会信用代码 信用代码".split(" "),
  ..."当事人名称 当事人姓名 当事人 被处罚人姓名 被处罚人 被处罚单位 被检查单位 被检查人 违法嫌疑人 违法行为人 单位名称 字号名称 字号 名称 姓名".split(
    " ",
  ),
  ..."法定代表人（负责人） 法定代表人/负责人 法定代表人 主要负责人 现场负责人 负责人 经营者姓名 经营者".split(
    " ",
  ),
  ..."居民身份证号码 身份证件号码 身份证号码 身份证号 公民身份号码 证件号码 证件类型 性别 出生日期 出生年月 年龄 民族".split(
    " ",
  ),
  ..."经营场所 住所（住址） 住所地 住所 住址 家庭住址 现住址 地址 联系电话 联系方式 电话".split(" "),
  ..."执法人员 检查人员 检查人 承办人员 承办人 办案人员 办案民警 调查人员 询问人 记录人 送达人 执法证号 执法证件号 证号 警号".split(
    " ",
  ),
  ..."检查时间 勘验时间 询问时间 起止时间 检查地点 检查场所 询问地点 被询问人 与本案关系 与案件关系 见证人".split(
    " ",
  ),
  ..."案由 案件来源 立案日期 立案时间 发现时间 批准日期 到案时间 离开时间 违法时间 违法行为发生时间".split(
    " ",
  ),
  ..."受送达人 送达文书名称及文号 送达文书名称 送达文书 送达方式 送达地点 送达时间 送达日期 收到时间 签收日期 签收人 收件人 代收人 代收理由 拒收事由".split(
    " ",
  ),
  ..."决定日期 决定书文号 处罚决定书文号 送达日期 结案日期 结案理由 结案方式 缴款日期 罚没收据号 案件编号 文号 编号".split(
    " ",
  ),
  ..."签发人 联系人 抄送 会议时间 会议地点 时间 地点 主持人 主持 出席人员 出席 参加人员 参会人员 列席 请假 缺席 听证主持人 法制审核人员 审核人员 审核人".split(
    " ",
  ),
  ..."处罚机关 保存期限 保存地点 批准人 改正期限".split(" "),
];
const ordered = [...new Set(LABELS)].toSorted((one, other) => other.length - one.length);
// a short label is often stretched with spaces to fill a line
const spaced = ordered.map((label) =>
  [...label.replace(/[（）]/g, "")].join("[ \\t]*").replace(/\//g, "[/／]?"),
);
const LABEL = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${spaced.join("|")})(?:\\([^()\\n]{0,16}\\))?[ \\t]*:[ \\t]*`,
  "g",
);

/** Reads a text into lines and labels: Markdown tables and bold are taken off, cells become labels and values. */
export function readLines(given: string): FinishedText {
  const text = given
    .replace(/\r\n?/g, "\n")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/^#{1,6}\s*/gm, "")
    .replace(/\*\*/g, "")
    .split("\n")
    .flatMap((line) => (isRuler(line) ? [] : [asLabels(line).trimEnd()]))
    .join("\n");
  const folded = foldSigns(text);
  return {
    text,
    folded,
    lines: text.split("\n").filter((line) => line.trim() !== ""),
    labelled: labelsIn(text, folded),
  };
}

/** The text with full-width punctuation made ASCII, sign for sign. */
export const foldSigns = (text: string): string =>
  text.replace(/[：（），；\u3000]/g, (sign) => SAME[sign] ?? sign);

const isRuler = (line: string): boolean => /^[\s|:-]+$/.test(line) && line.includes("-");

const isLabel = (cell: string): boolean => {
  const plain = foldSigns(cell)
    .replace(/[\s:]/g, "")
    .replace(/\([^)]*\)$/, "");
  return ordered.some((label) => foldSigns(label).replace(/\([^)]*\)$/, "") === plain);
};

/** A row of cells, `| 案由 | … |` or cells between tabs, as `案由：…`. */
function asLabels(line: string): string {
  const isTabs = line.includes("\t") && !line.includes("|");
  if (!isTabs && !/^\s*\|.*\|\s*$/.test(line)) return line;
  const cells = (
    isTabs
      ? line.split("\t")
      : line
          .trim()
          .slice(1, -1)
          .split(/(?<!\\)\|/)
  ).map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== "");
  return filled
    .map((cell, at) =>
      isLabel(cell) && at < filled.length - 1 ? `${cell.replace(/[：:]$/, "")}：` : `${cell}　`,
    )
    .join("")
    .trim();
}

function labelsIn(text: string, folded: string): readonly Labelled[] {
  const found = [...folded.matchAll(LABEL)];
  return found.map((match, at) => {
    const from = match.index + match[0].length;
    const line = text.indexOf("\n", from);
    const next = found[at + 1]?.index ?? text.length;
    const end = Math.min(next, line < 0 ? text.length : line);
    return {
      label: (match[1] ?? "").replace(/\s/g, ""),
      words: text.slice(from, end).replace(/^[\s_]+|[\s，,；;。_]+$/g, ""),
    };
  });
}

/** What stands behind the first of these labels that has something behind it. */
export function behind({ labelled }: FinishedText, ...labels: readonly string[]): string | undefined {
  for (const label of labels) {
    const found = labelled.find((each) => each.label === label && each.words !== "");
    if (found) return found.words;
  }
  return undefined;
}
