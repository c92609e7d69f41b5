import { messageOf } from "../../core/errors.ts";
import type { Segment } from "../segment/segment.ts";
import type { Question } from "./question.ts";

/** A question's vectors by embedder, and why one is missing. */
export interface QuestionVectors {
  readonly byEmbedder: ReadonlyMap<string, Float32Array>;
  readonly lack: { readonly lack?: string };
}

/** Embeds a question once with each embedder that made a vector of what will be searched. */
export async function vectorsOf(question: Question, segments: readonly Segment[]): Promise<QuestionVectors> {
  const byEmbedder = new Map<string, Float32Array>();
  const faults = new Set<string>();
  const tried = new Set<string>();
  for (const { meaning } of segments) {
    if (meaning === null || tried.has(meaning.embedderId)) continue;
    tried.add(meaning.embedderId);
    try {
      byEmbedder.set(meaning.embedderId, await meaning.embedQuestion(question.text, question.official));
    } catch (error) {
      // a search by words is better than none
      faults.add(messageOf(error));
    }
  }
  return { byEmbedder, lack: faults.size === 0 ? {} : { lack: [...faults].join("; ") } };
}
