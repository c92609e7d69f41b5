import type { Words } from "../../../core/language.ts";

/** Everything the forms say. */
export const WORDS = {
  title: { zh: "起草文书", en: "Draft a document" },
  next: { zh: "下一步", en: "Next" },
  send: { zh: "生成草稿", en: "Draft it" },
  back: { zh: "返回", en: "Back" },
  cancel: { zh: "取消", en: "Cancel" },
  close: { zh: "知道了", en: "Close" },
  which: { zh: "文书类型", en: "Which document" },
  choose: { zh: "请选择", en: "Please choose" },
  needed: {
    zh: "*文书需要的内容*　现在不填的，起草时再问您",
    en: "*What the document needs*: what you leave out now is asked for later",
  },
  other: { zh: "*可以一并填写*", en: "*If you know it already*" },
  told: { zh: "其他情况", en: "Anything else" },
  toldHint: {
    zh: "想到什么写什么，会从中读出时间、地点、人员等；读不出的会问您。",
    en: "Write what you know in your own words: times, places and people are read out of it.",
  },
  cut: {
    zh: "原消息太长，只带入了前面一部分；其余的请在草稿生成后发给我。",
    en: "The message is too long: only its beginning is here. Please send the rest once the draft is there.",
  },
  where: { zh: "在哪里起草", en: "Where to draft it" },
  inThread: {
    zh: "在频道的消息列里，频道的人都能看到",
    en: "In a thread here, for everybody in the channel",
  },
  inDirect: { zh: "和我私聊，只有您能看到", en: "In a direct message, for your eyes only" },
  from: { zh: "开始", en: "from" },
  to: { zh: "结束", en: "to" },
  yes: { zh: "是", en: "Yes" },
  no: { zh: "否", en: "No" },
  lines: { zh: "可写多行，每行一项。", en: "One item a line." },
  oneEdge: { zh: "开始和结束请都填，或都不填。", en: "Give both ends, or neither." },
  turned: { zh: "结束时间早于开始时间。", en: "The end is before the beginning." },
  notNumber: { zh: "请填数字。", en: "Please give a number." },
  late: {
    zh: "这一步等得太久，Slack 已不再接受。请再点一次。",
    en: "That took too long and Slack no longer takes it. Please try once more.",
  },
  failed: { zh: "表单没有打开，请再试一次。", en: "The form did not open. Please try again." },
  old: {
    zh: "这张表单是旧的，已不能提交。请关闭后重新打开，填写的内容请先复制。",
    en: "This form is out of date and cannot be sent. Copy what you wrote, close it and open it again.",
  },
  notKept: {
    zh: "没有存下，请再点一次“生成草稿”。填写的内容还在。",
    en: "It could not be stored. Nothing is lost: please press the button again.",
  },
  notHere: {
    zh: "我不在这个频道里，发不了言。请先邀请我，或选择私聊。",
    en: "I am not in this channel. Invite me first, or choose the direct message.",
  },
} as const satisfies Record<string, Words>;

/** The line in a channel below which a document is drafted. */
export const rootWords = (user: string, name: Words): Words => ({
  zh: `<@${user}> 起草《${name.zh}》，请在本条消息下继续。`,
  en: `<@${user}> drafts: ${name.en}. Please go on below this message.`,
});
