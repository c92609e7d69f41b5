// @ts-check
import { byId, el, icon } from "./dom.js";
import { switchTheme, theme } from "./settings.js";
import { language, switchLanguage, t } from "./words.js";

/**
 * The buttons at the top: download, new talk, language, theme.
 *
 * @param {{ onNew: () => void, onSave: () => void, onLanguage: () => void }} acts
 * @returns {{ relabel: () => void, show: (hasTalk: boolean) => void }}
 */
export function createToolbar({ onNew, onSave, onLanguage }) {
  const save = button(onSave);
  const start = button(onNew);
  const languages = button(() => {
    switchLanguage();
    onLanguage();
  });
  const themes = button(() => {
    switchTheme();
    relabel();
  });
  byId("tools", HTMLElement).append(save, start, languages, themes);

  const relabel = () => {
    face(save, t("save"), icon("save"));
    face(start, t("newTalk"), icon("plus"));
    face(languages, t("otherLanguage"), language() === "zh" ? "EN" : "中");
    const isDark = theme() === "dark";
    face(themes, t(isDark ? "toLight" : "toDark"), icon(isDark ? "sun" : "moon"));
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", relabel);
  return {
    relabel,
    show(hasTalk) {
      save.hidden = !hasTalk;
      start.hidden = !hasTalk;
    },
  };
}

/** @param {() => void} press */
const button = (press) => el("button", { class: "tool", type: "button", click: press });

/** @param {HTMLButtonElement} button @param {string} label @param {Node | string} picture */
function face(button, label, picture) {
  button.replaceChildren(picture);
  button.setAttribute("aria-label", label);
  button.title = label;
}
