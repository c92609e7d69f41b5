// @ts-check
import { draw } from "./draw.js";
import { el } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./types.ts").Draft} Draft */

/**
 * A document on its way: its text as a sheet and what the rules say about it, side by side where there is room.
 *
 * @param {Draft | undefined} draft
 * @returns {HTMLElement | null}
 */
export function draftView(draft) {
  if (!draft || draft.text === "") return null;
  const title = t("draft", { n: draft.version });
  const marks = draft.findings.length === 0 ? t("noFindings") : t("findings", { n: draft.findings.length });
  return el(
    "details",
    { class: "draft" },
    el("summary", {}, `${title} · ${marks}`),
    el(
      "div",
      { class: "draft-body" },
      el("div", { class: "draft-sheet prose", tabindex: "0", "aria-label": title }, draw(draft.text)),
      findings(draft),
    ),
  );
}

/** @param {Draft} draft */
function findings({ findings: list }) {
  if (list.length === 0) return null;
  const items = list.map(({ rule, severity, message, where, article, fix }) =>
    el(
      "li",
      { class: `finding finding-${severity}` },
      el("p", {}, el("strong", {}, `${t(severity)} ${rule}`), " ", message),
      el("p", { class: "finding-about" }, [where, article].join(" · ")),
      fix ? el("p", {}, `→ ${fix}`) : null,
    ),
  );
  return el(
    "ul",
    { class: "findings", role: "list", "aria-label": t("findings", { n: list.length }) },
    ...items,
  );
}
