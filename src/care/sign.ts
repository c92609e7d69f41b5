/** What an emergency is about; it decides who must be called. */
export type Category =
  | "selfHarm"
  | "abuse"
  | "violence"
  | "fire"
  | "accident"
  | "poisoning"
  | "unconscious"
  | "heart"
  | "breathing"
  | "stroke"
  | "bleeding"
  | "acute"
  | "missing"
  | "help";

/**
 * One thing a person may say about a body or a place. A firm sign describes something going on before
 * somebody's eyes; the others count only when nothing in the message
 * speaks of insurance, certificates or penalties.
 */
export interface Sign {
  readonly isFirm: boolean;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** A sign that counts whatever else the message is about. */
export const firm = (zh: readonly string[], en: readonly string[] = []): Sign => ({ isFirm: true, zh, en });

/** A sign that counts only where the message is not about papers, money or law. */
export const loose = (zh: readonly string[], en: readonly string[] = []): Sign => ({ isFirm: false, zh, en });
