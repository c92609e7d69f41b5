import { dialogueIn } from "../extract/dialogue.ts";
import { evidenceItem } from "../extract/lists.ts";
import { penaltiesIn } from "../extract/penalties.ts";
import { photosIn } from "../extract/photos.ts";
import { amountsIn } from "../facts/amount.ts";
import type { FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";

const DECIDES =
  /(?:决定|作出)[^。;\n]{0,60}?(?:如下|以下)[^。;\n]{0,12}(?:处罚|决定)|(?:本[局机关队委厅]{1,3}|现|我局)?决定[^。;\n]{0,40}?(?:给予|处以?|并处|没收|吊销|责令|予以)/;
const PROPOSES = /拟(?:对[^。;\n]{0,40})?(?:决定|依法)?(?:作出|给予|处以?|并处|没收)/;
const ENDS =
  /(?:复议|收到本(?:决定|处罚)|自收到|履行(?:方式|期限)|缴至|缴纳|有权|可以(?:在|进行|向)|到期不|逾期)/;
const SECTION_CHARS = 600;

/** Penalties, decided or proposed, out of the part that imposes them. */
export function readPenalties({ folded }: FinishedText, facts: FoundFacts, type: string | undefined): void {
  const isNotice = type === "penalty-notice";
  const start = (isNotice ? PROPOSES : DECIDES).exec(folded);
  if (!start) return;
  const part = folded.slice(start.index, start.index + SECTION_CHARS);
  const lead = start[0].length;
  const end = ENDS.exec(part.slice(lead));
  const words = part.slice(0, end ? lead + end.index : part.length);
  const found = penaltiesIn(words.replace(/^拟(?:对[^。;\n]{0,40}?)?(?=作出|给予|处|没收)/, ""));
  if (!found) return;
  facts.add(isNotice ? "proposed_penalties" : "penalties", "penalties", found.value, words);
}

const GOODS = /货值(?:金额)?(?:共计|合计|为|共|是|:)*\s*/g;
const GAINS = /违法所得(?:共计|合计|为|共|是|计|:)*\s*(?=[¥￥\d零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾])/g;

/** Value of goods and unlawful gains, where a text says them once or always alike. */
export function readAmounts({ folded }: FinishedText, facts: FoundFacts): void {
  for (const [name, form] of [
    ["goods_value", GOODS],
    ["illegal_gains", GAINS],
  ] as const) {
    const said = [...folded.matchAll(form)].flatMap((match) => {
      const from = match.index + match[0].length;
      const [amount] = amountsIn(folded.slice(from, from + 30));
      // 没收违法所得 is a penalty, 不足一万元 a condition of the law
      const isOther = /没收|不足|超过|以上/.test(folded.slice(Math.max(0, match.index - 4), from));
      return amount?.yuan != null && amount.start === 0 && !isOther
        ? [{ yuan: amount.yuan, words: match[0] + amount.words }]
        : [];
    });
    const [first] = said;
    if (first && said.every(({ yuan }) => yuan === first.yuan))
      facts.add(name, "money", first.yuan, first.words);
  }
}

const NUMBERED =
  /^\s*(?:证据)?[（(]?([0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]?\s*[、.．:：]\s*(.{4,200})$/;
const LIST_HEAD =
  /(?:下列|以下|如下|主要)(?:主要)?证据|证据(?:如下|材料如下|有)|有(?:下列|以下|如下)?[^。]{0,6}证据/;

/** A numbered list of evidence under the line that announces it. */
export function readEvidence({ lines }: FinishedText, facts: FoundFacts): void {
  const head = lines.findIndex((line) => LIST_HEAD.test(line));
  if (head < 0) return;
  const items: ReturnType<typeof evidenceItem>[] = [];
  for (const line of lines.slice(head + 1)) {
    const [, id, words] = NUMBERED.exec(line) ?? [];
    if (id === undefined || words === undefined) break;
    items.push(evidenceItem(id, words.replace(/[;；。]$/, "")));
  }
  if (items.length > 0) facts.add("evidence", "evidence", items, lines[head] ?? "");
}

/** What was seen, asked and photographed: prose stays prose. */
export function readRecord(read: FinishedText, facts: FoundFacts, type: string | undefined): void {
  const photos = photosIn(read.folded);
  if (photos?.value) facts.add("photos", "photos", photos.value, photos.words);
  // the line that confirms the record is no answer
  const end = read.folded.search(/(?:^|\n)[^\n]{0,4}(?:以上笔录|被询问人[^\n]{0,6}签|以上内容)/);
  const [folded, text] = [read.folded, read.text].map((each) => (end < 0 ? each : each.slice(0, end)));
  const talk = type === "interview-record" ? dialogueIn(folded ?? "", text ?? "") : null;
  if (talk) facts.add("dialogue", "dialogue", talk.value, "");
  const seen =
    /(?:检查情况|检查内容|勘验情况|现场情况)[:：]?\s*\n?([\s\S]{10,1200}?)(?=\n\s*(?:采取|处理|当事人意见|签名|检查人|执法人员|照片|以上)|$)/.exec(
      read.text,
    )?.[1];
  if (type === "inspection-record" && seen !== undefined)
    facts.add("observations", "prose", seen.trim(), seen);
}

const SAYINGS: readonly (readonly [string, RegExp, boolean])[] = [
  [
    "credentials_shown",
    /(?:未|没有)(?:主动)?(?:向[^。;]{0,12})?出示(?:行政)?(?:执法|工作|人民警察)?证/,
    false,
  ],
  ["credentials_shown", /出示(?:了)?[^。;]{0,10}(?:执法|工作|人民警察)?证/, true],
  ["rights_told", /(?:未|没有)告知[^。;]{0,12}(?:权利|义务|回避)/, false],
  ["rights_told", /告知[^。;]{0,16}(?:权利|义务|回避)/, true],
  ["statement_waived", /(?:明确|书面|自愿)?(?:表示)?放弃[^。;]{0,8}(?:陈述|申辩)/, true],
  ["hearing_requested", /(?:未|没有|不)(?:在[^。;]{0,12})?(?:提出|要求|申请)[^。;]{0,8}听证/, false],
  ["full_recording", /全程(?:同步)?录音录像/, true],
  ["paid_on_spot", /当场(?:收缴|缴纳|收取)(?:了)?罚款/, true],
  ["crime_suspected", /(?<!不)(?<!未)涉嫌(?:构成)?犯罪/, true],
];
const HEARING = /(?:有权|可以|权利)[^。;]{0,30}听证|听证(?:的)?权利|要求[^。;]{0,6}听证的权利/;

/** Answers that a text gives by saying a thing was done or not. */
export function readAnswers({ folded }: FinishedText, facts: FoundFacts): void {
  for (const [name, form, yes] of SAYINGS) {
    const match = form.exec(folded);
    if (match) facts.add(name, "answer", { yes, words: match[0] }, match[0]);
  }
  const told = HEARING.exec(folded);
  if (told) facts.add("hearing_told", "answer", { yes: true, words: told[0] }, told[0]);
  const heard = /[^。;\n]*(?:提出(?:了)?[^。;\n]{0,10}(?:陈述|申辩)|陈述申辩意见)[^。;\n]*/.exec(folded)?.[0];
  const isSilent = heard !== undefined && /未(?:在[^。;]{0,14})?(?:提出|进行)|没有提出|有权|可以/.test(heard);
  if (heard !== undefined && !isSilent) facts.add("statement_made", "prose", heard.trim(), heard);
  const level = /(减轻|从轻|从重)(?:行政)?处罚/.exec(folded.replace(/从轻或者减轻/g, ""));
  if (level && !/从轻或减轻/.test(folded)) facts.add("discretion_level", "choice", level[1], level[0]);
}
