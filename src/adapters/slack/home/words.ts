import type { Words } from "../../../core/language.ts";

/** Everything the home page says. */
export const WORDS = {
  can: { zh: "*我能做什么*", en: "*What I can do*" },
  ask: {
    zh: "在“消息”里直接写您要办的事；在频道里 @我；或用 `/ask` 提问。",
    en: "Write to me under *Messages*, mention me in a channel, or ask with `/ask`.",
  },
  draft: { zh: "起草文书", en: "Draft a document" },
  mine: { zh: "我的文书", en: "My drafts" },
  noDrafts: { zh: "还没有文书。", en: "No drafts yet." },
  open: { zh: "打开", en: "Open" },
  due: { zh: "期限", en: "Deadlines" },
  noDue: { zh: "没有正在计算的期限。", en: "No deadline is running." },
  unknownDay: { zh: "算不出日期", en: "no day can be told" },
  settings: { zh: "设置", en: "Settings" },
  language: { zh: "语言", en: "Language" },
  agent: { zh: "默认窗口", en: "Who answers" },
  byQuestion: { zh: "跟随问题", en: "As the question asks" },
  zh: { zh: "中文", en: "中文" },
  en: { zh: "English", en: "English" },
  more: { zh: "其余的请发“我的文书”查看。", en: "Write “my drafts” to see the rest." },
} as const satisfies Record<string, Words>;

/** How far off a day is. */
export function daysWords(daysLeft: number): Words {
  if (daysLeft < 0) return { zh: `已过 ${-daysLeft} 天`, en: `${-daysLeft} days overdue` };
  if (daysLeft === 0) return { zh: "今天", en: "today" };
  return { zh: `还有 ${daysLeft} 天`, en: `${daysLeft} days left` };
}
