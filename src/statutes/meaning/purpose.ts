/** A part of a sentence that tells what a citation is used for. */
export interface PurposePart {
  readonly words: string;
  /** How sure it is that these words are the article's business: a part that only may be can acquit, not accuse. */
  readonly mayAccuse: boolean;
  /** The words stand in front of the citation. */
  readonly isBefore?: boolean;
}

export interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the citation before ends and the one behind begins. */
  readonly from: number;
  readonly to: number;
}

const AFTER_CHARS = 90;
const BEFORE_CHARS = 70;
const SENTENCE_END = /[。;!?\n]/;
const BASIS = /(?:依据|根据|依照|按照|参照|依|按)了?(?:是|为|:)*$/;
const BREACH = /(?:违反|违背|触犯|不符合)了?$/;
const LEAD = /^(?:的|之|中|所)?(?:有关|相关|上述)?(?:规定|要求|明确|精神)?的?[,:]*/;
// 第三十条规定的情形: what follows is a condition of the sentence, not what the article orders
const CONDITION =
  /^(?:的|所|中)?(?:有关|相关)?(?:(?:规定|列举?|称|指|涉及?|确定|列明)的|(?:规定|所?列举?|所?称|所?指|列明)?(?:之一|情形|条件|行为|事项|范围|业务|方式|程序|期限|以外|除外))|^所?(?:称|指)/;
const TOPIC = /^(?:中)?(?:关于|有关)([^,。;]{2,40}?)(?:的规定|之规定|的要求)/;
const STATES = /^(?:之|的)?(?:规定|明确(?:规定)?|要求)?[:,]?[“"]?/;
// in front of the next citation these belong to that one
const NEXT_LEAD =
  /(?:,|并|且|同时|现|拟|已|又|决定)*(?:依据|根据|依照|按照|参照|违反了?|触犯了?|适用|和|及|与|或者?|、)+$/;

// stands in every decision and says nothing of the article behind it
const FORMULA = new RegExp(
  [
    "经(?:本|我)?(?:局|机关|单位|院|队|所)?(?:主要)?(?:负责人|领导|行政机关负责人)(?:集体)?(?:批准|审批|同意|讨论|研究)(?:决定|后)?",
    "(?:当事人|你|你单位|你公司|该单位|该公司|行为人)的?(?:上述|以上|该|前述)?(?:违法)?行为(?:涉嫌|已)?",
    "上述(?:违法)?(?:行为|事实)(?:涉嫌|已)?",
    "(?:现|拟|依法|经研究|本(?:局|机关|院|单位|队))*(?:对(?:你|当事人)(?:单位|公司)?)?(?:作出|给予|处以)?(?:你|当事人|你单位)?(?:如下|以下|下列)(?:行政)?(?:处罚|许可|强制|处理)?的?(?:决定|措施|意见|通知|告知|公告|答复|事项|内容)?",
    "(?:决定|告知|通知|公告|答复|处理)(?:如下|的?事项)",
    "(?:对此)?(?:已|均)?(?:有|作出|作了)?明确的?(?:要求|规定)|应予(?:遵守|执行)",
    "特此(?:告知|通知|公告|决定|函告|回复)",
  ].join("|"),
  "g",
);

/** The parts of the words around a citation that tell its purpose, the most telling first. */
export function purposeOf({ text, start, end, from, to }: Around): readonly PurposePart[] {
  const behind = text.slice(end, Math.min(to, end + AFTER_CHARS));
  const lead = text.slice(Math.max(from, start - BEFORE_CHARS), start);
  const [, topic] = TOPIC.exec(behind) ?? [];
  const isCondition = topic === undefined && CONDITION.test(behind);
  const isBreach = BREACH.test(lead);
  const isBasis = BASIS.test(lead);
  const before = { words: beforeOf(lead), mayAccuse: false, isBefore: true };
  const after = {
    words: afterOf(behind),
    mayAccuse: !isCondition && !isBreach && (isBasis || STATES.test(behind)),
  };
  const first = topic === undefined ? [] : [{ words: topic, mayAccuse: true }];
  const isLast = !hasWords(after) && (isBasis || isBreach);
  return [...first, after, { ...before, mayAccuse: isLast }].filter(hasWords);
}

const hasWords = ({ words }: { readonly words: string }): boolean => /[\u4e00-\u9fff]{2}/.test(words);

function afterOf(text: string): string {
  const words = text.replace(LEAD, "").replace(NEXT_LEAD, "").replace(FORMULA, ",");
  const end = words.search(SENTENCE_END);
  return end < 0 ? words : words.slice(0, end);
}

function beforeOf(text: string): string {
  const parts = text.split(SENTENCE_END);
  return (parts.at(-1) ?? "").replace(BASIS, "").replace(BREACH, "").replace(FORMULA, ",");
}
