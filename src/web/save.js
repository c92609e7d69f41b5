// @ts-check
import { el } from "./dom.js";
import { language, t } from "./words.js";

/** @typedef {import("./types.ts").Turn} Turn */
/** @typedef {import("./types.ts").Reply} Reply */

/**
 * The whole talk as Markdown.
 *
 * @param {{ turn: Turn, reply: Reply | undefined }[]} entries
 * @returns {string}
 */
export function talkAsMarkdown(entries) {
  const blocks = entries.map(({ turn, reply }) => {
    const when = new Date(turn.atMs).toLocaleString(language() === "zh" ? "zh-CN" : "en-GB");
    const sources = (reply?.citations ?? []).map(
      ({ title, article, source }, index) =>
        `[${index + 1}] ${[title, article, source].filter(Boolean).join(" · ")}`,
    );
    return [
      `**${t("you")}** (${when})`,
      turn.text,
      `**${t("bot")}**`,
      reply?.text ?? "–",
      ...sources,
      ...(reply?.notices ?? []),
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  });
  return `${blocks.join("\n\n---\n\n")}\n`;
}

/** Hands a text to the person as a file. @param {string} text @param {string} name */
export function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  el("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/**
 * Copies a text; also where the page is served by plain http and has no clipboard of its own.
 *
 * @param {string} text
 * @returns {Promise<boolean>} false when the browser did not allow it
 */
export async function copyText(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const box = el("textarea", { class: "unseen", "aria-hidden": "true" });
  box.value = text;
  const focused = document.activeElement;
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand("copy");
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
