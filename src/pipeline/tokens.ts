const HAN_OR_WIDE = /[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]/gu;

// DeepSeek's own rule of thumb: a Chinese character is about 0.6 of a token, a Latin one about 0.3
const TOKENS_PER_HAN = 0.6;
const TOKENS_PER_OTHER = 0.3;

/** Roughly how many tokens a text costs a DeepSeek model; right for Chinese, where "characters / 4" is not. */
export function countTokens(text: string): number {
  const wide = text.match(HAN_OR_WIDE)?.length ?? 0;
  return Math.ceil(wide * TOKENS_PER_HAN + (text.length - wide) * TOKENS_PER_OTHER);
}
