// @ts-check
import { byId, icon } from "./dom.js";
import { t } from "./words.js";

// the bot takes no longer ones; the page says so before they are sent
const MAX_CHARS = 20_000;
const WARN_FROM_CHARS = 18_000;
// a phone's keyboard leaves room for about this much
const MAX_HEIGHT_PX = 220;

/**
 * The box for questions.
 *
 * @typedef {object} Composer
 * @property {() => void} relabel
 * @property {(text: string) => void} fill puts text back, for instance one that was refused
 * @property {(ask?: string) => void} focus with a reminder of what was asked
 * @property {(isBusy: boolean) => void} setBusy
 * @property {(words: string) => void} complain one line below the box; empty takes it away
 */

/**
 * @param {{ onSend: (text: string) => void, onStop: () => void }} acts
 * @returns {Composer}
 */
export function createComposer({ onSend, onStop }) {
  const form = byId("composer", HTMLFormElement);
  const box = byId("question", HTMLTextAreaElement);
  const send = byId("send", HTMLButtonElement);
  const stop = byId("stop", HTMLButtonElement);
  const fault = byId("fault", HTMLElement);
  send.append(icon("send"));
  stop.append(icon("stop"));

  const complain = (/** @type {string} */ words) => {
    fault.textContent = words;
    fault.hidden = words === "";
  };
  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, MAX_HEIGHT_PX)}px`;
    const left = MAX_CHARS - box.value.length;
    send.disabled = box.value.trim() === "" || left < 0;
    complain(box.value.length > WARN_FROM_CHARS ? t("tooLong", { n: left }) : "");
  };
  const submit = () => {
    const text = box.value.trim();
    if (text === "" || text.length > MAX_CHARS) return;
    box.value = "";
    box.placeholder = t("ask");
    grow();
    onSend(text);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    // while an input method composes, Enter chooses a word; 229 is how older browsers say so
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  stop.addEventListener("click", onStop);
  grow();

  return {
    complain,
    relabel() {
      box.placeholder = t("ask");
      for (const [button, word] of /** @type {const} */ ([
        [send, "send"],
        [stop, "stop"],
      ])) {
        button.setAttribute("aria-label", t(word));
        button.title = t(word);
      }
    },
    fill(text) {
      if (box.value.trim() === "") box.value = text;
      grow();
      box.focus();
    },
    focus(ask) {
      if (ask !== undefined) box.placeholder = ask;
      box.focus();
    },
    setBusy(isBusy) {
      // the button that is pressed must not vanish under the finger of a keyboard user
      if (!isBusy && document.activeElement === stop) box.focus();
      stop.hidden = !isBusy;
    },
  };
}
