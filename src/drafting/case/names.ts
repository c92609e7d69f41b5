import type { Words } from "../../core/language.ts";
import type { DraftState } from "./case.ts";

/** The states in words. */
export const STATE_WORDS: Readonly<Record<DraftState, Words>> = {
  draft: { zh: "草稿", en: "draft" },
  legal_review: { zh: "审核中", en: "under review" },
  approved: { zh: "已批准", en: "approved" },
  issued: { zh: "已印发", en: "issued" },
  closed: { zh: "已结案", en: "closed" },
};

const IN_CHINA = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** A moment as a person in China reads it, `2026-11-24 10:20`. */
export const clockOf = (atMs: number): string => IN_CHINA.format(atMs);
