import type { Words } from "../core/language.ts";
import type { Step } from "../core/turn.ts";

const WRITTEN_BY_MODEL: Words = {
  zh: "本回答由人工智能生成，仅供参考，请以所列来源和主管部门答复为准。",
  en: "Written by artificial intelligence, for reference only; the sources named and the authority decide.",
};

/**
 * Labels what a model wrote, in code and not by the model.
 *
 * 人工智能生成合成内容标识办法 (in force 2025-09-01) article 4 asks for a visible notice on generated text.
 */
export function publish(): Step {
  return async (turn, next) => {
    const reply = await next(turn);
    if (reply?.mode !== "model") return reply;
    return { ...reply, notices: [...reply.notices, WRITTEN_BY_MODEL[turn.language]] };
  };
}
