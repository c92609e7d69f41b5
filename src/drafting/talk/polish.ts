import { Vault } from "../../privacy/vault.ts";
import type { Block } from "../../documents/composed.ts";
import { latestOf } from "../case/case.ts";
import { guardPolish } from "../model/polish.ts";
import { sentencesOf } from "../model/sentences.ts";
import { composeNow, keepVersion } from "./compose.ts";
import type { Here, Session } from "./session.ts";

interface Outcome {
  readonly here: Here;
  /** Sentences that were taken from the model, of all that were offered to it. */
  readonly polished: number;
  readonly of: number;
}

/** Offers the narrative paragraphs to the model, sentence by sentence; keeps a version if any sentence was taken. */
export async function polishNow(session: Session, here: Here): Promise<Outcome> {
  const { desk, turn } = session;
  const composed = latestOf(here.draft)?.composed ?? composeNow(session, here);
  const nothing = { here, polished: 0, of: 0 };
  if (desk.writer === null || here.draft.state !== "draft") return nothing;
  let polished = 0;
  let of = 0;
  const blocks: Block[] = [];
  for (const block of composed.blocks) {
    if (block.kind !== "paragraph" || block.isNarrative !== true) {
      blocks.push(block);
      continue;
    }
    const sentences = sentencesOf(block.text);
    of += sentences.length;
    // identity numbers never leave the machine; the tokens must come back as they went
    const vault = new Vault();
    const masked = sentences.map((sentence) => vault.mask(sentence).masked);
    const answered = await desk.writer.polish({
      sentences: masked,
      purpose: block.section,
      signal: turn.signal,
    });
    const kept = sentences.map((sentence, index) => {
      const offered = answered?.length === sentences.length ? answered[index] : undefined;
      const checked = guardPolish(sentence, offered === undefined ? "" : vault.restore(offered, "full"));
      if (checked.isPolished && checked.text !== sentence) polished += 1;
      return checked.text;
    });
    blocks.push({ ...block, text: kept.join("") });
  }
  if (polished === 0) return { ...nothing, of };
  return { here: await keepVersion(session, here, { ...composed, blocks }), polished, of };
}
