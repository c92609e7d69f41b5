import type { Language } from "../../core/language.ts";
import type { Principal } from "../../core/principal.ts";
import type { Turn } from "../../core/turn.ts";
import type { Facts } from "../../documents/facts/fact.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import { factsOf, type CaseFile, type Draft } from "../case/case.ts";
import type { Where } from "../case/api.ts";
import type { DraftingOptions } from "../options.ts";

/** One turn at the drafting desk: who speaks where. */
export interface Session {
  readonly desk: DraftingOptions;
  readonly turn: Turn;
  readonly by: Principal;
  readonly conversation: string;
  readonly language: Language;
}

/** The document a room or thread looks at. */
export interface Here {
  readonly file: CaseFile;
  readonly draft: Draft;
  readonly type: DocumentType;
  /** The case's facts with the document's own on top. */
  readonly facts: Facts;
}

export const openSession = (desk: DraftingOptions, turn: Turn): Session => ({
  desk,
  turn,
  by: turn.principal,
  conversation: turn.message.conversation.key,
  language: turn.language,
});

/** What this place of talk looks at now; null for nothing, or where the document is no longer there. */
export async function hereOf({ desk, conversation, by }: Session): Promise<Here | null> {
  const current = await desk.cases.current(conversation, by);
  return current === null ? null : hereIn(desk, current.file, current.document);
}

/** A document of a case; the one begun last unless named. Null where there is none, or its type is gone. */
export function hereIn(desk: DraftingOptions, file: CaseFile, document: string | null): Here | null {
  const draft = document === null ? file.documents.at(-1) : file.documents.find(({ id }) => id === document);
  const type = draft && desk.types.get(draft.type);
  return draft && type ? { file, draft, type, facts: factsOf(file, draft) } : null;
}

/** The same document after the case has changed. */
export function again({ desk }: Session, { draft }: Here, file: CaseFile): Here {
  const here = hereIn(desk, file, draft.id);
  if (here === null) throw new Error(`document ${draft.id} left case ${file.id}`);
  return here;
}

export const whereOf = ({ by }: Session, { file, draft }: Here): Where => ({
  caseId: file.id,
  document: draft.id,
  by,
});
