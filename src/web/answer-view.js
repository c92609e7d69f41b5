// @ts-check
import { draw } from "./draw.js";
import { el, icon } from "./dom.js";
import { draftView } from "./draft-view.js";
import { sourceList, sourceMarks } from "./sources.js";
import { language, t } from "./words.js";

/** @typedef {import("./types.ts").Reply} Reply */
/** @typedef {import("./types.ts").PageInfo} PageInfo */
/**
 * What the buttons below an answer do.
 *
 * @typedef {object} AnswerActs
 * @property {(text: string) => void} say
 * @property {(ask: string) => void} focusOn puts the question back into the box as a reminder
 * @property {(value: "up" | "down") => Promise<unknown>} judge
 * @property {(text: string) => Promise<boolean>} copy
 * @property {() => PageInfo | null} info
 */

// 120, 12345, 010-12345678, 400-800-1234, +86 10 …: at least three digits in a row
const PHONE = /\+?\d(?:[\d-]| (?=\d)){1,16}\d/g;

/**
 * A finished answer with everything it comes with.
 *
 * @param {Reply} reply
 * @param {AnswerActs} acts
 * @returns {DocumentFragment}
 */
export function drawAnswer(reply, acts) {
  const fragment = document.createDocumentFragment();
  const text = el("div", { class: "prose", dir: "auto" }, draw(reply.text, sourceMarks(reply.citations)));
  const parts = [
    alarm(reply),
    text,
    asks(reply, acts),
    actions(reply, acts),
    draftView(reply.draft),
    files(reply),
    handover(reply),
    sourceList(reply.citations),
    notices(reply),
    toolbar(reply, acts),
  ];
  fragment.append(...parts.filter((part) => part !== null));
  return fragment;
}

/** Who must be called now, before everything else. @param {Reply} reply */
function alarm({ escalation }) {
  if (!escalation || escalation.contacts.length === 0) return null;
  const contacts = escalation.contacts.map((contact) => {
    const [number] = contact.match(PHONE) ?? [];
    if (!number) return el("strong", { class: "alarm-contact" }, contact);
    const words = contact === number ? t("call", { number }) : contact;
    const [before = "", after = ""] = words.split(number);
    const digits = el("span", { class: "number" }, number);
    return el(
      "a",
      { class: "alarm-call", href: telephone(number) },
      icon("phone"),
      el("span", {}, before, digits, after),
    );
  });
  return el("div", { class: "alarm", role: "alert" }, el("p", {}, t("urgent")), ...contacts);
}

/** @param {string} number */
const telephone = (number) => `tel:${number.replace(/[^+\d]/g, "")}`;

/** @param {Reply} reply @param {AnswerActs} acts */
function asks({ asks: all, draft, text }, { focusOn }) {
  // the questions about a document stand numbered in its words, to be answered by their numbers
  const questions = draft ? all.filter((ask) => !text.includes(ask)) : all;
  if (questions.length === 0) return null;
  const buttons = questions.map((ask) =>
    el("button", { class: "ask", type: "button", click: () => focusOn(ask) }, ask),
  );
  return el("div", { class: "asks" }, el("p", { class: "small-head" }, t("asks")), ...buttons);
}

/** @param {Reply} reply @param {AnswerActs} acts */
function actions({ actions: choices }, { say }) {
  if (choices.length === 0) return null;
  const buttons = choices.map(({ label, text }) =>
    el("button", { class: "action", type: "button", click: () => say(text) }, label),
  );
  return el("div", { class: "actions", role: "group", "aria-label": t("actions") }, ...buttons);
}

/** @param {Reply} reply */
function files({ files: list }) {
  if (list.length === 0) return null;
  const links = list.map(({ name, fileId }) =>
    el(
      "li",
      {},
      el("a", { href: `/files/${encodeURIComponent(fileId)}`, download: name }, icon("file"), name),
    ),
  );
  return el("ul", { class: "files", role: "list", "aria-label": t("files") }, ...links);
}

/** @param {Reply} reply */
function handover({ handover: who }) {
  if (!who) return null;
  return el(
    "p",
    { class: "handover" },
    el("span", { class: "small-head" }, t("handover")),
    el("strong", {}, ...withPhones(who.to)),
    el("span", {}, ...withPhones(who.reason)),
  );
}

/** @param {string} text @returns {(Node | string)[]} */
function withPhones(text) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(PHONE)) {
    parts.push(text.slice(from, found.index), el("a", { href: telephone(found[0]) }, found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

/** @param {Reply} reply */
function notices({ notices: lines }) {
  if (lines.length === 0) return null;
  return el("div", { class: "notices" }, ...lines.map((line) => el("p", {}, line)));
}

/** @param {Reply} reply @param {AnswerActs} acts */
function toolbar(reply, acts) {
  const said = el("span", { class: "said", role: "status" });
  const copy = el(
    "button",
    { class: "tool", type: "button", "aria-label": t("copy"), title: t("copy") },
    icon("copy"),
  );
  copy.addEventListener("click", async () => {
    if (!(await acts.copy(reply.text))) return;
    copy.replaceChildren(icon("check"));
    said.textContent = t("copied");
  });
  return el("div", { class: "toolbar" }, who(reply, acts.info()), copy, ...judges(acts, said), said);
}

/** Which agent and which mode the answer came from. @param {Reply} reply @param {PageInfo | null} info */
function who({ agent, mode, model }, info) {
  const name = info?.agents.find(({ id }) => id === agent)?.name[language()];
  const source = mode === "model" ? model : t(mode === "rule" ? "byRule" : "noModel");
  return el("span", { class: "who" }, [name, source].filter(Boolean).join(" · "));
}

/** @param {AnswerActs} acts @param {HTMLElement} said */
function judges({ judge }, said) {
  /** @param {"up" | "down"} value @param {string} label */
  const button = (value, label) =>
    el(
      "button",
      { class: "tool", type: "button", "aria-pressed": "false", "aria-label": label, title: label },
      icon(value),
    );
  const up = button("up", t("good"));
  const down = button("down", t("bad"));
  /** @param {"up" | "down"} value @param {HTMLElement} pressed @param {HTMLElement} other */
  const press = async (value, pressed, other) => {
    await judge(value);
    pressed.setAttribute("aria-pressed", "true");
    other.setAttribute("aria-pressed", "false");
    said.textContent = t("thanks");
  };
  up.addEventListener("click", () => press("up", up, down));
  down.addEventListener("click", () => press("down", down, up));
  return [up, down];
}
