/** A part of a sentence that tells what a citation is used for. */
export interface PurposePart {
  readonly words: string;
  /** How sure it is that these words are the article's business: a part that only may be can acquit, not accuse. */
  readonly mayAccuse: boolean;
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

/** The parts of the words around a citation that tell its purpose, the most telling first. */
export function purposeOf({ text, start, end, from, to }: Around): readonly PurposePart[] {
  const behind = text.slice(end, Math.min(to, end + AFTER_CHARS));
  const lead = text.slice(Math.max(from, start - BEFORE_CHARS), start);
  const [, topic] = TOPIC.exec(behind) ?? [];
  const isCondition = topic === undefined && CONDITION.test(behind);
  const isBreach = BREACH.test(lead);
  const isBasis = BASIS.test(lead);
  const before = { words: beforeOf(lead), mayAccuse: false };
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
  const words = text.replace(LEAD, "").replace(NEXT_LEAD, "");
  const end = words.search(SENTENCE_END);
  return end < 0 ? words : words.slice(0, end);
}

function beforeOf(text: string): string {
  const parts = text.split(SENTENCE_END);
  return (parts.at(-1) ?? "").replace(BASIS, "").replace(BREACH, "");
}
