import type { ValueOf } from "../facts/kinds.ts";

/** A yes or no told in a text, for a field. */
export interface FoundAnswer {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: ValueOf<"answer">;
}

const NO = "(?:没有?|未|不|均未|都没|均不|拒绝|无需|并未|并没有?|忘了|没来得及|从未)";

/** Sayings of yes or no by field: `yes` is said as done, the same words behind a 没 or 不 say no. */
const SAYINGS: readonly (readonly [string, string])[] = [
  [
    "credentials_shown",
    "(?:出示|亮|亮明|表明|展示|出示过?)了?(?:了|过)?(?:我们的|两人的|各自的|行政)?(?:执法)?(?:证件?|证|身份|执法证件?)",
  ],
  [
    "credentials_shown",
    "(?:执法)?证件?(?:也|都|均|已|已经)*(?:给(?:他|她|对方|人家|当事人)?看|出示|亮)(?:了|过)",
  ],
  [
    "rights_told",
    "(?:告知|告诉|说明|讲明?|宣读)了?(?:了|过|其|他|她|对方|当事人|被询问人|负责人)*(?:享有|依法享有|有关|相关|的)*(?:权利(?:和|与|及)?义务|权利|陈述申辩权|申辩权)",
  ],
  [
    "rights_told",
    "(?:权利(?:和|与|及|、)?义务|权利)(?:也|都|均|已|已经|全部)*(?:告知|告诉|讲|说)(?:了|过|清楚)*",
  ],
  ["hearing_told", "听证(?:的)?(?:权利?)?(?:也|都|均|已|已经)*(?:告知|告诉)(?:了|过)*"],
  [
    "recusal",
    "(?:申请|要求|提出|需要)(?:了|过)?(?:执法人员|检查人员|我们|民警|有关人员|任何人)?(?:的)?(?:回避)(?:申请)?",
  ],
  ["hearing_requested", "(?:要求|申请|提出)(?:了|过|举行)?听证(?:申请|要求)?"],
  ["hearing_told", "(?:告知|告诉)(?:了|过|其|他|她|当事人)*(?:享有|有)?(?:要求)?听证(?:的)?(?:权利|权)?"],
  ["paid_on_spot", "(?:当场|现场)(?:扫码|微信|刷卡|现金|就|已)*(?:收缴|缴纳|交|缴|收取?)(?:了|清)?(?:罚款)?"],
  [
    "full_recording",
    "全程(?:同步)?(?:都)?(?:有|进行了?|开着?|开启)?(?:录音录像|执法记录仪|录像|摄像|音像记录)",
  ],
  [
    "statement_waived",
    "(?:明确|书面|表示)?(?:放弃)(?:了)?(?:陈述(?:和|、|与)?申辩|申辩|陈述)(?:权利?|的权利)?",
  ],
  ["seizure_extended", "(?:批准)?延长了?(?:查封|扣押)(?:期限)?"],
  ["first_offence", "(?:第一次|首次|初次)(?:被查|违法|违规)|初犯"],
  ["crime_suspected", "涉嫌(?:刑事)?犯罪"],
  ["is_major", "(?:案情|情节)?(?:重大|复杂)(?:、|或者|和)?(?:复杂|重大)?案件|属于重大"],
  ["needs_legal_review", "(?:需要|应当|要)(?:经|做|进行)?法制审核"],
];
const PLAIN_NO: Readonly<Record<string, RegExp>> = {
  recusal: /(?:不|没有?|未|无|无需)(?:用|要|需|需要|要求|申请|提出?|人申请)*(?:执法人员)?回避/g,
  statement_waived: /不陈述(?:、|,?也?不)?申辩/g,
  crime_suspected: /(?:不构成|不涉嫌|未涉嫌|没有?涉嫌)犯罪/g,
};
// 不陈述不申辩 says yes to waiving
const NO_IS_YES = new Set(["statement_waived"]);
const ASKING = /(?:是否|有没有|问他?是不是|吗|要不要)[^,。;\n]{0,6}$/;
const DENIED_BEFORE = new RegExp(`${NO}(?:有|向|对|其|他|她|当场|主动|再|明确|进行|按规定|被|我们)*$`);

/** Every yes or no of a text for the fields that can be answered so; a question is no answer. */
export function answersIn(text: string, has: (name: string) => boolean): FoundAnswer[] {
  const said = SAYINGS.filter(([name]) => has(name)).flatMap(([name, form]) => {
    return [...text.matchAll(new RegExp(form, "g"))].map((match) => answerAt(name, text, match));
  });
  const plain = Object.entries(PLAIN_NO).flatMap(([name, form]) =>
    has(name) ? [...text.matchAll(form)].map((match) => plainNo(name, text, match)) : [],
  );
  const all = [...plain, ...said].filter((one) => one !== null);
  const kept: FoundAnswer[] = [];
  for (const one of all) {
    if (kept.every(({ name, start, end }) => name !== one.name || one.end <= start || one.start >= end))
      kept.push(one);
  }
  return kept;
}

// the answer is the saying with the no in front of it
const bounds = (text: string, start: number, end: number): readonly [number, number] => [
  start - (DENIED_BEFORE.exec(text.slice(Math.max(0, start - 12), start))?.[0].length ?? 0),
  end,
];

// 有没有申请回避?
const isAsked = (text: string, match: RegExpExecArray): boolean =>
  text.slice(0, match.index).endsWith("有没有") ||
  (match[0].startsWith("没") && text.slice(0, match.index).endsWith("有")) ||
  /^[^,。;\n]{0,4}[?？]/.test(text.slice(match.index + match[0].length));

function answerAt(name: string, text: string, match: RegExpExecArray): FoundAnswer | null {
  const before = text.slice(Math.max(0, match.index - 12), match.index).replace(/^[\s\S]*[,。;\n]/, "");
  const after = text.slice(match.index + match[0].length);
  if (ASKING.test(before) || isAsked(text, match) || /^(?:了)?(?:吗|没有\?|没\?|与否)/.test(after))
    return null;
  const isDenied = DENIED_BEFORE.test(before) || /^[了过]?(?:没有|:?\s*(?:否|无))(?=$|[,。;\s])/.test(after);
  const [start, end] = bounds(text, match.index, match.index + match[0].length);
  return { name, start, end, value: { yes: !isDenied, words: text.slice(start, end) } };
}

function plainNo(name: string, text: string, match: RegExpExecArray): FoundAnswer | null {
  const [start, end] = bounds(text, match.index, match.index + match[0].length);
  if (ASKING.test(text.slice(start, match.index)) || isAsked(text, match)) return null;
  return { name, start, end, value: { yes: NO_IS_YES.has(name), words: text.slice(start, end) } };
}

/** The yes or no that a short text says when a question or label stands before it, or null. */
export function yesOrNo(text: string): boolean | null {
  const plain = text.trim();
  if (/^(?:否|无|没|未|不|均未|都没|并未|暂无|×)/.test(plain)) return false;
  if (/(?:没有?|未|不)(?:申请|出示|告知|要求|提出|需要|放弃|延长)/.test(plain)) return false;
  return /^(?:是|有|已|对|好|可以|行|要|都|均|当场|√|出示|告知|申请|要求|明确|放弃|全程|符合|属于|嗯|两)/.test(
    plain,
  )
    ? true
    : null;
}
