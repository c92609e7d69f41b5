import type { Exchange } from "../../core/turn.ts";
import { withoutPartWords } from "./sections.ts";

const SMALL_TALK = {
  greeting:
    /^(?:你好|您好|嗨|哈喽|在吗|在不在|早上好|下午好|晚上好|你是谁|您是谁|你能做什么|你会什么|hi|hello|hey|who are you|what can you do)[啊呀吗呢么\s!！?？。.,，~]*$/i,
  thanks:
    /^(?:谢谢|多谢|感谢|好的|知道了|明白了|ok|okay|thanks|thank you|got it)[你您啦了啊哈\s!！。.,，~]*$/i,
} as const;

/** What kind of small talk a text is; undefined for a question. */
export function smallTalkOf(text: string): keyof typeof SMALL_TALK | undefined {
  if (SMALL_TALK.greeting.test(text.trim())) return "greeting";
  return SMALL_TALK.thanks.test(text.trim()) ? "thanks" : undefined;
}

const FILLERS =
  /请问|那么|那|还有|另外|需要|要不要|可以|能不能|能|怎么办理|怎么办|咋办|办理|一般|大概|具体|到底|这个|它|他|她|我|您|你|要|是|有|的|了|吗|呢|啊|呀|吧|和|去|\p{P}|\s/gu;
const ENGLISH_FILLERS =
  /\b(?:and|what|about|the|how|do|does|is|are|it|that|this|a|an|for|to|i|my|me|of|in|on|can|should|need|take|much|long|many|then|so)\b/gi;
const LEAST_MATTER = 2; // characters of Chinese that may name a matter: 社保

/** A question without the words that every question has. */
export const withoutFillers = (text: string): string =>
  text.replace(FILLERS, " ").replace(ENGLISH_FILLERS, " ");

/** True for words that only make sense after what was said before: "那费用呢". */
export function isFollowUp(text: string): boolean {
  const rest = withoutFillers(withoutPartWords(text));
  return rest.replace(/[\s\p{P}]/gu, "").length < LEAST_MATTER;
}

/** The words to search for: a follow-up question together with the last question that named a matter. */
export function searchWords(text: string, history: readonly Exchange[]): string {
  if (!isFollowUp(text)) return text;
  const matter = history.findLast(({ question }) => !isFollowUp(question))?.question;
  return matter === undefined ? text : `${matter} ${text}`;
}
