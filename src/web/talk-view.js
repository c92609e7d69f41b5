// @ts-check
import { byId } from "./dom.js";
import { createTurnView } from "./turn-view.js";

/** @typedef {import("./types.ts").Turn} Turn */
/** @typedef {import("./turn-view.js").TurnView} TurnView */

/**
 * The list of turns on the page.
 *
 * @param {import("./turn-view.js").ActsOf} actsOf
 */
export function createTalkView(actsOf) {
  const list = byId("talk", HTMLOListElement);
  /** @type {Map<Turn, TurnView>} */
  const views = new Map();

  /** @param {Turn} turn @param {import("./talk.js").Talk} talk */
  const show = (turn, talk) => {
    const view = views.get(turn) ?? createTurnView(actsOf);
    views.set(turn, view);
    view.show(turn, talk.liveOf(turn), talk.replyTo(turn));
    return view.element;
  };

  return {
    /** One turn, at the end of the list where it is new. @param {Turn} turn @param {import("./talk.js").Talk} talk */
    showTurn(turn, talk) {
      const element = show(turn, talk);
      if (element.parentNode !== list) list.append(element);
    },
    /** All turns in their order; new ones are put onto the page together. @param {import("./talk.js").Talk} talk */
    showAll(talk) {
      const wanted = new Set(talk.turns);
      for (const [turn, view] of views) {
        if (wanted.has(turn)) continue;
        view.element.remove();
        views.delete(turn);
      }
      const fresh = document.createDocumentFragment();
      for (const turn of talk.turns) {
        const element = show(turn, talk);
        if (element.parentNode !== list) fresh.append(element);
      }
      list.append(fresh);
    },
    /** Forgets what is drawn, so that it is drawn anew: in another language, for instance. */
    clear() {
      views.clear();
      list.replaceChildren();
    },
  };
}
