// @ts-check
import { el } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./types.ts").Citation} Citation */

/**
 * All sources of an answer, folded away until they are wanted.
 *
 * @param {readonly Citation[]} citations
 * @returns {HTMLElement | null}
 */
export function sourceList(citations) {
  if (citations.length === 0) return null;
  const count = t(citations.length === 1 ? "source" : "sources", { n: citations.length });
  const items = citations.map((citation, index) => el("li", {}, sourceCard(citation, index + 1)));
  return el("details", { class: "sources" }, el("summary", {}, count), el("ol", { role: "list" }, ...items));
}

/** @param {Citation} citation @param {number} number @returns {HTMLElement} */
function sourceCard(citation, number) {
  const { title, source, article, quote } = citation;
  const place = article && !title.includes(article) ? el("span", { class: "source-article" }, article) : null;
  const about = [title.includes(source) ? "" : source, ...datesOf(citation)].filter((part) => part !== "");
  return el(
    "div",
    { class: "source" },
    el("span", { class: "source-number", "aria-hidden": "true" }, String(number)),
    el(
      "div",
      { class: "source-body" },
      el("p", { class: "source-title" }, sourceTitle(title, source), place && " ", place),
      quote ? el("blockquote", {}, quote) : null,
      about.length > 0 ? el("p", { class: "source-about" }, about.join(" · ")) : null,
    ),
  );
}

/** @param {string} title @param {string} source */
function sourceTitle(title, source) {
  if (!/^https?:\/\//i.test(source)) return title;
  return el("a", { href: source, target: "_blank", rel: "noopener noreferrer" }, title);
}

// how the knowledge base writes "the whole country", whatever the language of the card
const NATIONWIDE = "全国";

/** @param {Citation} citation @returns {string[]} */
function datesOf({ region, checkedOn, validFrom, validTo }) {
  return [
    region === NATIONWIDE ? t("nationwide") : (region ?? ""),
    validFrom ? t("validFrom", { date: validFrom }) : "",
    validTo ? t("validTo", { date: validTo }) : "",
    checkedOn ? t("checkedOn", { date: checkedOn }) : "",
  ];
}

/**
 * Makes the [1] marks of an answer: pressing one unfolds its source right below the sentence it supports.
 *
 * @param {readonly Citation[]} citations
 * @returns {import("./draw.js").DrawMark}
 */
export function sourceMarks(citations) {
  return (number) => {
    const citation = citations[number - 1];
    if (!citation) return null;
    const label = t("sourceMark", { n: number, title: citation.title });
    const mark = el(
      "button",
      {
        class: "mark",
        type: "button",
        "aria-expanded": "false",
        "aria-label": label,
        title: citation.title,
        click: () => toggle(mark, citation, number),
      },
      String(number),
    );
    return mark;
  };
}

/** @type {WeakMap<HTMLElement, HTMLElement>} the unfolded source of a mark */
const unfolded = new WeakMap();

/** @param {HTMLButtonElement} mark @param {Citation} citation @param {number} number */
function toggle(mark, citation, number) {
  const shown = unfolded.get(mark);
  mark.setAttribute("aria-expanded", String(!shown));
  if (shown) {
    shown.remove();
    unfolded.delete(mark);
    return;
  }
  const label = t("sourceMark", { n: number, title: citation.title });
  const note = el("aside", { class: "unfolded", "aria-label": label }, sourceCard(citation, number));
  const item = mark.closest(".prose li");
  if (item) item.append(note);
  else (mark.closest(".wide, p, h3, blockquote") ?? mark).after(note);
  unfolded.set(mark, note);
}
