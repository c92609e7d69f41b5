// @ts-check
import { byId, el } from "./dom.js";
import { keep, recall } from "./settings.js";
import { language, t } from "./words.js";

// more would be a menu, not a suggestion
const MAX_SUGGESTIONS = 3;

/**
 * What the page says before anybody has asked: who answers here, what for, and questions to begin with.
 *
 * @param {import("./types.ts").PageInfo} info
 * @param {{ say: (text: string) => void, goBack: (() => void) | null }} acts
 */
export function drawWelcome(info, { say, goBack }) {
  const section = byId("welcome", HTMLElement);
  const agent = info.agents.find(({ id }) => id === recall("agent")) ?? info.agents[0];
  const back =
    goBack && el("p", {}, el("button", { class: "quiet", type: "button", click: goBack }, t("lastTalk")));
  if (!agent) {
    section.replaceChildren(el("h1", { id: "agent-name" }, info.title[language()]), back ?? "");
    return;
  }
  const choose = (/** @type {string} */ id) => {
    keep("agent", id);
    drawWelcome(info, { say, goBack });
    section.querySelector(`[data-agent="${CSS.escape(id)}"]`)?.dispatchEvent(new CustomEvent("chosen"));
  };
  const suggestions = agent.suggestions[language()].slice(0, MAX_SUGGESTIONS);
  section.replaceChildren(
    ...[
      info.agents.length > 1 ? agentChips(info.agents, agent.id, choose) : null,
      el("h1", { id: "agent-name" }, agent.name[language()]),
      el("p", { class: "purpose" }, agent.purpose[language()]),
      suggestions.length > 0 ? suggestionList(suggestions, say) : null,
      back,
    ].filter((part) => part !== null),
  );
}

/** @param {readonly import("./types.ts").AgentCard[]} agents @param {string} chosen @param {(id: string) => void} choose */
function agentChips(agents, chosen, choose) {
  const chips = agents.map(({ id, name }) => {
    const chip = el(
      "button",
      { class: "chip", type: "button", "aria-pressed": id === chosen ? "true" : "false", "data-agent": id },
      name[language()],
    );
    chip.addEventListener("click", () => choose(id));
    chip.addEventListener("chosen", () => chip.focus());
    return chip;
  });
  return el("div", { class: "chips", role: "group", "aria-label": t("agents") }, ...chips);
}

/** @param {readonly string[]} suggestions @param {(text: string) => void} say */
function suggestionList(suggestions, say) {
  const items = suggestions.map((text) =>
    el("li", {}, el("button", { class: "suggestion", type: "button", click: () => say(text) }, text)),
  );
  return el("ul", { class: "suggestions", role: "list", "aria-label": t("suggestions") }, ...items);
}
