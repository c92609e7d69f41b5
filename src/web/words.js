// @ts-check
import { keep, recall } from "./settings.js";

/** @typedef {"zh" | "en"} Language */

const WORDS = {
  skip: { zh: "跳到输入框", en: "Skip to the question box" },
  talk: { zh: "谈话", en: "Talk" },
  question: { zh: "您的问题", en: "Your question" },
  ask: { zh: "想办什么事？直接问就行", en: "What do you need? Just ask" },
  keys: { zh: "Enter 发送，Shift+Enter 换行。", en: "Enter sends, Shift+Enter starts a new line." },
  privacy: {
    zh: "请不要发送身份证号、银行卡号。",
    en: "Please do not send ID or bank card numbers.",
  },
  send: { zh: "发送", en: "Send" },
  stop: { zh: "停止回答", en: "Stop answering" },
  newTalk: { zh: "新的谈话", en: "New talk" },
  lastTalk: { zh: "回到上一段谈话", en: "Back to the previous talk" },
  save: { zh: "下载这段谈话", en: "Download this talk" },
  otherLanguage: { zh: "English", en: "中文" },
  toLight: { zh: "换成浅色", en: "Light theme" },
  toDark: { zh: "换成深色", en: "Dark theme" },
  suggestions: { zh: "可以这样问", en: "You could ask" },
  agents: { zh: "我能帮这些事", en: "What I can help with" },
  you: { zh: "您", en: "You" },
  bot: { zh: "回答", en: "Answer" },
  sending: { zh: "正在发送…", en: "Sending…" },
  working: { zh: "正在处理…", en: "Working on it…" },
  writing: { zh: "正在回答…", en: "Answering…" },
  queued: {
    zh: "还在处理上一条：前面还有 {n} 条，会按顺序回答。",
    en: "Still on the previous one: {n} before this, answered in order.",
  },
  tool: { zh: "正在查{name}…", en: "Looking up {name}…" },
  stopped: { zh: "已停止。", en: "Stopped." },
  notSent: { zh: "没有发出去。", en: "Not sent." },
  retry: { zh: "再发一次", en: "Send again" },
  offline: {
    zh: "连接断开，正在重新连接…写好的内容不会丢。",
    en: "Connection lost, trying again… Nothing is lost.",
  },
  noModel: { zh: "未接入大模型", en: "without a model" },
  byRule: { zh: "由规则给出", en: "by rule" },
  sources: { zh: "来源 {n} 条", en: "{n} sources" },
  source: { zh: "来源 {n} 条", en: "{n} source" },
  sourceMark: { zh: "来源 {n}：{title}", en: "Source {n}: {title}" },
  nationwide: { zh: "全国", en: "nationwide" },
  checkedOn: { zh: "{date} 核对", en: "checked {date}" },
  validFrom: { zh: "{date} 起施行", en: "in force from {date}" },
  validTo: { zh: "{date} 止", en: "until {date}" },
  asks: { zh: "还需要您告诉我", en: "Please tell me" },
  actions: { zh: "接下来可以", en: "What you can do next" },
  files: { zh: "文件", en: "Files" },
  draft: { zh: "文书草稿 {n}", en: "Draft {n}" },
  findings: { zh: "检查出 {n} 处", en: "{n} remarks" },
  noFindings: { zh: "检查未见问题", en: "no remarks" },
  block: { zh: "必须改", en: "Must mend" },
  warn: { zh: "请核对", en: "Check" },
  info: { zh: "提示", en: "Note" },
  call: { zh: "拨打 {number}", en: "Call {number}" },
  urgent: { zh: "请立即联系", en: "Please call now" },
  handover: { zh: "可以找", en: "Who can help" },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  good: { zh: "有帮助", en: "Helpful" },
  bad: { zh: "没帮助", en: "Not helpful" },
  thanks: { zh: "谢谢，已记下。", en: "Thank you, noted." },
  latest: { zh: "看最新的", en: "Newest" },
  tooLong: { zh: "还可以写 {n} 字", en: "{n} characters left" },
  noAnswer: { zh: "这一条没有回答。", en: "This one was not answered." },
  table: { zh: "表格", en: "Table" },
  code: { zh: "代码", en: "Code" },
};

/** @type {Record<string, { zh: string, en: string }>} what a person knows a tool as */
const TOOLS = {
  search_knowledge: { zh: "知识库", en: "the knowledge base" },
  find_statute: { zh: "法律条文", en: "the law" },
  look_up_table: { zh: "资料表", en: "reference tables" },
  look_up_records: { zh: "业务数据", en: "records" },
  calculate_tax: { zh: "税额", en: "the tax" },
  add_period: { zh: "期限", en: "the time limit" },
  draft_document: { zh: "文书", en: "the document" },
};
const ANY_TOOL = { zh: "资料", en: "sources" };

/** @typedef {keyof typeof WORDS} Word */

const fromBrowser = () => (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");

/** @type {Language} */
let current = recall("language") === "zh" ? "zh" : recall("language") === "en" ? "en" : fromBrowser();

/** @returns {Language} */
export const language = () => current;

/** Changes to the other language and remembers it. */
export function switchLanguage() {
  current = current === "zh" ? "en" : "zh";
  keep("language", current);
}

/**
 * A saying of ours in the language of the page.
 *
 * @param {Word} word
 * @param {Record<string, string | number>} [values] what stands for {name}
 * @returns {string}
 */
export function t(word, values = {}) {
  return WORDS[word][current].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * What is being looked at, never a tool's code name.
 *
 * @param {string} name
 */
export const toolWords = (name) => (TOOLS[name] ?? ANY_TOOL)[current];

/**
 * @param {string | undefined} name
 * @returns {name is Word}
 */
const isWord = (name) => name !== undefined && name in WORDS;

/** Puts the words into everything that is part of the page from the start. */
export function translatePage() {
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word], [data-word-label]")) {
    if (!(element instanceof HTMLElement)) continue;
    const { word, wordLabel } = element.dataset;
    if (isWord(word)) element.textContent = t(word);
    if (isWord(wordLabel)) element.setAttribute("aria-label", t(wordLabel));
  }
}
