import type { Words } from "../core/language.ts";

/** What the agent says around an answer; failures have their own table. */
export const SAYINGS = {
  slow: {
    zh: "还在处理，复杂问题可能要一分钟。",
    en: "Still working; a difficult question may take a minute.",
  },
  switching: {
    zh: "主用模型没有回应，正在换备用模型。",
    en: "The main model is not answering; trying the other one.",
  },
  bridge: { zh: "先给您知识库里查到的内容：", en: "Meanwhile, this is what the knowledge base says:" },
  incomplete: {
    zh: "以上内容不完整，可以再问一次。",
    en: "The answer above is not complete; please ask again.",
  },
  noModel: {
    zh: "未接入大模型，以上为知识库原文整理",
    en: "working without a model: quoted from the knowledge base",
  },
  withoutModel: {
    zh: "本次没有用大模型，以上为知识库原文整理",
    en: "no model was used this time: quoted from the knowledge base",
  },
  otherModel: {
    zh: "主用模型不可用，由备用模型回答",
    en: "the main model is unavailable; another one answered",
  },
  dropped: { zh: "已略去 {n} 句没有来源支持的话", en: "{n} unsupported sentence(s) left out" },
  unsourced: {
    zh: "这段回答没有引用来源，请以窗口答复为准",
    en: "this answer quotes no source; the office's word counts",
  },
} as const satisfies Record<string, Words>;
