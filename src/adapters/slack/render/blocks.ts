import type { Language, Words } from "../../../core/language.ts";
import type { Reply } from "../../../core/reply.ts";
import { sourceLine } from "../../plain-reply.ts";
import { FEEDBACK, SAY, SHARE } from "../normalize/pressed.ts";
import { escapeMrkdwn } from "./markdown.ts";

/** A block of Slack's Block Kit, as JSON. */
export type Block = Readonly<Record<string, unknown>>;

// Slack takes 3,000 characters in a text object; a list of sources this long is a document
const MAX_CONTEXT = 1_800;
const MAX_LABEL = 75;
const MAX_VALUE = 2_000;
// Slack takes 25 in a row; the last place is for sharing
const MAX_BUTTONS = 24;

const WORDS = {
  sources: { zh: "来源：", en: "Sources:" },
  more: { zh: "… 其余略", en: "… and more" },
  good: { zh: "有用", en: "Helpful" },
  bad: { zh: "没用", en: "Not helpful" },
  share: { zh: "分享到频道", en: "Share with the channel" },
} as const satisfies Record<string, Words>;

/** A message's words. */
export const markdownBlock = (text: string): Block => ({ type: "markdown", text });

/** The sources in small print, linked where they have an address. */
export function sourcesBlock({ citations }: Reply, language: Language): readonly Block[] {
  if (citations.length === 0) return [];
  const lines = citations.map((citation, index) => {
    const line = escapeMrkdwn(sourceLine(citation, index + 1, language));
    const isAddress = /^https?:\/\/[^\s<>|]+$/.test(citation.source);
    return isAddress ? `<${citation.source}|${line.replaceAll("|", "｜")}>` : line;
  });
  return [contextBlock([WORDS.sources[language], ...lines], language)];
}

/** The lines that code adds: the AI label, the mode, what was masked. */
export const noticesBlock = ({ notices }: Reply, language: Language): readonly Block[] =>
  notices.length === 0 ? [] : [contextBlock(notices.map(escapeMrkdwn), language)];

/** Lines in small print; what is too long is left out at the end of a line, and said to be. */
export function contextBlock(lines: readonly string[], language: Language): Block {
  let text = "";
  for (const line of lines) {
    if (text.length + line.length + 1 > MAX_CONTEXT) {
      text += `\n${WORDS.more[language]}`;
      break;
    }
    text += (text === "" ? "" : "\n") + line;
  }
  return { type: "context", elements: [{ type: "mrkdwn", text }] };
}

/** Buttons that say their text. A text too long for a button is left to be typed. */
export function actionsBlock(
  { actions }: Reply,
  share: string | undefined,
  language: Language,
): readonly Block[] {
  const buttons = actions
    .filter(({ label, text }) => label.trim() !== "" && text !== "" && text.length <= MAX_VALUE)
    .slice(0, MAX_BUTTONS)
    .map(({ label, text }, index) => button(`${SAY}${index}`, label, text));
  const sharing = share === undefined ? [] : [button(SHARE, WORDS.share[language], share)];
  const elements = [...buttons, ...sharing];
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}

const button = (actionId: string, label: string, value: string): Block => ({
  type: "button",
  action_id: actionId,
  text: {
    type: "plain_text",
    text: Array.from(label)
      .slice(0, MAX_LABEL / 2)
      .join(""),
  },
  value,
});

/** Two thumbs below an agent's answer. */
export const feedbackBlock = (language: Language): Block => ({
  type: "context_actions",
  elements: [
    {
      type: "feedback_buttons",
      action_id: FEEDBACK,
      positive_button: { text: { type: "plain_text", text: WORDS.good[language] }, value: "up" },
      negative_button: { text: { type: "plain_text", text: WORDS.bad[language] }, value: "down" },
    },
  ],
});
