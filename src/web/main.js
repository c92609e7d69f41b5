// @ts-check
import { fetchInfo, sendFeedback } from "./api.js";
import { createComposer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId } from "./dom.js";
import { copyText, download, talkAsMarkdown } from "./save.js";
import { followTalk } from "./scroll.js";
import { recall } from "./settings.js";
import { createTalkView } from "./talk-view.js";
import { createToolbar } from "./toolbar.js";
import { drawWelcome } from "./welcome.js";
import { language, t, translatePage } from "./words.js";

/** @typedef {import("./types.ts").Turn} Turn */

// a screen reader is told the beginning of an answer; the rest is there to be read
const ANNOUNCED_CHARS = 600;

/** @type {import("./types.ts").PageInfo | null} */
let info = null;

const conversation = new Conversation({
  onTurn(turn, isFinished) {
    view.showTurn(turn, conversation.talk);
    if (isFinished) announce(turn);
    showAround();
  },
  onMany() {
    view.showAll(conversation.talk);
    showAround();
  },
  onConnection(isOnline) {
    const line = byId("connection", HTMLElement);
    line.hidden = isOnline;
    line.textContent = isOnline ? "" : t("offline");
  },
  onFault: (words) => composer.complain(words),
  onTakenBack: (text) => composer.fill(text),
});
const view = createTalkView((/** @type {Turn} */ turn) => ({
  say,
  retry: () => conversation.send(turn),
  focusOn: (ask) => composer.focus(ask),
  judge: (value) => sendFeedback(turn.id ?? "", value),
  copy: copyText,
  info: () => info,
}));
const composer = createComposer({ onSend: say, onStop: () => conversation.stop() });
const scroll = followTalk();
const toolbar = createToolbar({
  onNew() {
    conversation.startAnew();
    composer.focus();
  },
  onSave: save,
  onLanguage: redrawAll,
});

/** @param {string} text */
function say(text) {
  composer.complain("");
  conversation.say(text);
  scroll.toEnd();
  composer.focus();
}

function save() {
  const { talk } = conversation;
  download(talkAsMarkdown(talk.turns.map((turn) => ({ turn, reply: talk.replyTo(turn) }))), "bangban.md");
}

/** Tells a screen reader the finished answer, once. @param {Turn} turn */
function announce(turn) {
  const text = conversation.talk.replyTo(turn)?.text ?? "";
  byId("announcer", HTMLElement).textContent = text.replace(/[*_`#|>[\]]/g, "").slice(0, ANNOUNCED_CHARS);
}

/** Everything on the page that depends on whether there is a talk and whether an answer is under way. */
function showAround() {
  const { talk, isLoading } = conversation;
  const isEmpty = talk.turns.length === 0 && !isLoading;
  const welcome = byId("welcome", HTMLElement);
  if (info && isEmpty && welcome.hidden) drawWelcome(info, { say, goBack: backDoor() });
  welcome.hidden = !isEmpty;
  composer.setBusy(talk.running.length > 0);
  toolbar.show(talk.turns.length > 0);
}

/** The way back to the talk before this one, where there is one. */
function backDoor() {
  if (recall("previous") === null) return null;
  return () => {
    conversation.goBack();
    composer.focus();
  };
}

function redrawAll() {
  translatePage();
  composer.relabel();
  scroll.relabel();
  toolbar.relabel();
  if (info) showNames(info);
  view.clear();
  view.showAll(conversation.talk);
  byId("welcome", HTMLElement).hidden = true;
  showAround();
}

/** @param {import("./types.ts").PageInfo} known */
function showNames({ title, model }) {
  document.title = title[language()];
  byId("title", HTMLElement).textContent = title[language()];
  const badge = byId("badge", HTMLElement);
  badge.textContent = model || t("noModel");
  badge.hidden = false;
}

conversation.resume();
redrawAll();
info = await fetchInfo().catch((error) => {
  composer.complain(String(error.message));
  return null;
});
redrawAll();
composer.focus();
