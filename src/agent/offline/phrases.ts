import type { Language, Words } from "../../core/language.ts";

/** Every sentence that the bot says of itself without a model; all the rest of an answer is quoted. */
export const PHRASES = {
  unknown: {
    zh: "我没有可靠来源回答这个问题。可以问{contact}，或回复“转人工”。",
    en: "I have no reliable source for this. Please ask {contact}, or reply “human”.",
  },
  unknownAlone: {
    zh: "我没有可靠来源回答这个问题。可以回复“转人工”。",
    en: "I have no reliable source for this. You may reply “human”.",
  },
  guess: {
    zh: "不确定这是不是您要问的，最接近的是：",
    en: "This may not be just what you ask; the nearest is:",
  },
  near: {
    zh: "没有找到完全对应的内容。您要问的是不是下面的哪一项？都不是的话，可以问{contact}，或回复“转人工”。",
    en: "Nothing matches exactly. Did you mean one of these? If not, ask {contact}, or reply “human”.",
  },
  person: {
    zh: "{why}。请联系人工：{contact}。",
    en: "For this please contact a person ({why}): {contact}.",
  },
  unknownReason: { zh: "知识库里没有可靠来源", en: "the knowledge base holds no reliable source" },
  differs: { zh: "{topics}各地不一样。{ask}", en: "This differs from place to place: {topics}. {ask}" },
  askCity: { zh: "您在哪个城市（区县）办理？", en: "Which city and district are you in?" },
  noLocal: {
    zh: "我这里没有{region}的{topics}，可以问{contact}。",
    en: "I hold nothing on {topics} for {region}; please ask {contact}.",
  },
  otherLanguage: { zh: "来源为英文，照原文引用：", en: "The source is in Chinese and quoted as it stands:" },
  more: { zh: "……（回复“{part}”看全部）", en: "… (reply “{part}” for the rest)" },
  cut: { zh: "……", en: "…" },
  greeting: {
    zh: "您好，这里是{name}。请直接说要办什么事。",
    en: "Hello, this is {name}. What would you like to get done?",
  },
  thanks: { zh: "不客气，办事顺利。", en: "You are welcome." },
  colon: { zh: "：", en: ": " },
} as const satisfies Record<string, Words>;

/** A phrase with its blanks filled in. */
export function phrase(
  name: keyof typeof PHRASES,
  language: Language,
  blanks: Readonly<Record<string, string>> = {},
): string {
  const words: string = PHRASES[name][language];
  return words.replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? "");
}
