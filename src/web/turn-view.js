// @ts-check
import { drawAnswer } from "./answer-view.js";
import { draw } from "./draw.js";
import { el } from "./dom.js";
import { t, toolWords } from "./words.js";

/** @typedef {import("./types.ts").Turn} Turn */
/** @typedef {import("./types.ts").Live} Live */
/** @typedef {import("./types.ts").Reply} Reply */
/** @typedef {(turn: Turn) => import("./answer-view.js").AnswerActs & { retry: () => void }} ActsOf */

/**
 * One question and its answer on the page. `show` may be called as often as anything changes.
 *
 * @typedef {{ element: HTMLLIElement, show: (turn: Turn, live: Live, reply?: Reply) => void }} TurnView
 */

/** @param {ActsOf} actsOf @returns {TurnView} */
export function createTurnView(actsOf) {
  const question = el("div", { class: "question", dir: "auto" });
  const answer = el("div", { class: "answer" });
  const element = el("li", { class: "turn" }, question, answer);
  /** @type {Reply | undefined} */
  let drawn;
  let frame = 0;

  return {
    element,
    show(turn, live, reply) {
      cancelAnimationFrame(frame);
      element.dataset["state"] = reply ? "answered" : turn.state;
      drawQuestion(question, turn);
      if (reply) {
        if (drawn !== reply) answer.replaceChildren(unseen(t("bot")), drawAnswer(reply, actsOf(turn)));
        drawn = reply;
        return;
      }
      // words come faster than a screen can show them
      frame = requestAnimationFrame(() => answer.replaceChildren(...underWay(turn, live, actsOf)));
    },
  };
}

/** @param {string} words */
const unseen = (words) => el("h2", { class: "unseen" }, words);

/** @param {HTMLElement} question @param {Turn} turn */
function drawQuestion(question, { text }) {
  question.hidden = text === "";
  if (question.childElementCount === 0) question.append(unseen(t("you")), el("p", {}, text));
}

/** @param {Turn} turn @param {Live} live @param {ActsOf} actsOf @returns {Node[]} */
function underWay(turn, live, actsOf) {
  if (turn.state === "failed") {
    const retry = el(
      "button",
      { class: "action", type: "button", click: () => actsOf(turn).retry() },
      t("retry"),
    );
    return [el("p", { class: "not-sent", role: "alert" }, t("notSent"), " ", retry)];
  }
  const words =
    live.partial === "" ? null : el("div", { class: "prose partial", dir: "auto" }, draw(live.partial));
  const line = statusLine(turn, live);
  return [words, line].filter((part) => part !== null);
}

/** @param {Turn} turn @param {Live} live */
function statusLine(turn, live) {
  if (turn.state === "stopped") return el("p", { class: "status" }, t("stopped"));
  if (turn.state === "silent") return turn.text === "" ? null : el("p", { class: "status" }, t("noAnswer"));
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return el("p", { class: "status" }, dots, statusWords(turn, live));
}

/** @param {Turn} turn @param {Live} live */
function statusWords(turn, { partial, status }) {
  if (turn.state === "sending") return t("sending");
  if (partial !== "") return t("writing");
  if (status?.type === "queued") return t("queued", { n: status.ahead });
  if (status?.type === "tool") return t("tool", { name: toolWords(status.name) });
  if (status?.type === "working" && status.words !== "") return status.words;
  return t("working");
}
