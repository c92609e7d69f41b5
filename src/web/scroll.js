// @ts-check
import { byId, icon } from "./dom.js";
import { t } from "./words.js";

// this near to the end a reader wants to follow
const NEAR_PX = 120;

const isNearEnd = () => document.documentElement.scrollHeight - window.innerHeight - window.scrollY < NEAR_PX;

const toEnd = () => window.scrollTo({ top: document.documentElement.scrollHeight });

/**
 * Keeps the newest words in sight while the reader is at the end, and never pulls somebody away who reads above.
 *
 * @returns {{ toEnd: () => void, relabel: () => void }}
 */
export function followTalk() {
  const talk = byId("talk", HTMLElement);
  const latest = byId("latest", HTMLButtonElement);
  let isFollowing = true;

  const look = () => {
    isFollowing = isNearEnd();
    latest.hidden = isFollowing;
  };
  window.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(() => (isFollowing ? toEnd() : look())).observe(talk);
  latest.addEventListener("click", () => {
    isFollowing = true;
    toEnd();
    byId("question", HTMLTextAreaElement).focus();
  });
  return {
    toEnd() {
      isFollowing = true;
      toEnd();
    },
    relabel: () => latest.replaceChildren(icon("latest"), t("latest")),
  };
}
