import { isDeepStrictEqual } from "node:util";
import type { Composed } from "../../documents/composed.ts";
import type { Fact } from "../../documents/facts/fact.ts";
import type { Finding } from "../../documents/finding.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import { latestOf, type CaseFile, type Draft } from "./case.ts";
import type { Happening } from "./events.ts";
import { moved } from "./faults.ts";
import { isOfCourse } from "./fold-draft.ts";
import { asDrafter, firstOf, insist, titleOf, whileIn, whileOpen, type Actor, type Scene } from "./guards.ts";
import { contentHash } from "./hash.ts";

/** Whether the person may change the words of a document now. */
export const refuseEdit = firstOf<Scene>(
  asDrafter,
  whileOpen,
  whileIn(["draft", "legal_review", "approved"], { zh: "再改", en: "changed" }),
);

/** A new document in a case, or in one that is only now opened. */
export function begin(
  given: { readonly actor: Actor; readonly file: CaseFile | null; readonly type: DocumentType },
  opening: { readonly tenant: string; readonly title: string },
): Happening[] {
  const { actor, file, type } = given;
  insist(asDrafter, { actor });
  if (file !== null) insist(whileOpen, { file });
  const begun: Happening = {
    kind: "begun",
    document: `d${(file?.documents.length ?? 0) + 1}`,
    type: type.id,
    name: type.name,
    fields: type.fields.map(({ name }) => name),
  };
  return file === null ? [{ kind: "opened", ...opening }, begun] : [begun];
}

export interface FactsChange {
  readonly set: Readonly<Record<string, Fact>>;
  readonly withdraw: readonly string[];
}

/** Facts set and withdrawn: those of the document, and those all documents share; equal values are left out. */
export function setFacts(scene: Scene, change: FactsChange, type: DocumentType | undefined): Happening[] {
  insist(firstOf<Scene>(asDrafter, whileOpen), scene);
  const { file, draft } = scene;
  const own = new Set(type?.fields.filter(({ scope }) => scope === "document").map(({ name }) => name));
  const ofDocument = factsEvent(
    draft.id,
    draft.own,
    pick(change, (name) => own.has(name)),
  );
  const ofCase = factsEvent(
    null,
    file.facts,
    pick(change, (name) => !own.has(name)),
  );
  const touchesWords = ofDocument.some(
    ({ set, withdrawn }) => withdrawn.length > 0 || !Object.values(set).every(isOfCourse),
  );
  if (touchesWords) insist(refuseEdit, scene);
  return [...ofDocument, ...ofCase];
}

const pick = ({ set, withdraw }: FactsChange, isWanted: (name: string) => boolean): FactsChange => ({
  set: Object.fromEntries(Object.entries(set).filter(([name]) => isWanted(name))),
  withdraw: withdraw.filter(isWanted),
});

type FactsHappening = Extract<Happening, { readonly kind: "facts" }>;

function factsEvent(document: string | null, facts: Draft["own"], change: FactsChange): FactsHappening[] {
  const set = Object.entries(change.set).filter(([name, fact]) => !isEqual(facts[name], fact));
  const withdrawn = change.withdraw.filter((name) => name in facts && !(name in change.set));
  if (set.length === 0 && withdrawn.length === 0) return [];
  return [{ kind: "facts", document, set: Object.fromEntries(set), withdrawn }];
}

const isEqual = (one: Fact | undefined, other: Fact): boolean =>
  one?.kind === other.kind && isDeepStrictEqual(one.value, other.value);

/** What was composed, and from which state of the facts. */
export interface Composition {
  readonly composed: Composed;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly factsRevision: number;
}

/** The next version of a document; nothing when it says the same as the newest one, from the same facts. */
export function compose(scene: Scene, { composed, text, findings, factsRevision }: Composition): Happening[] {
  const { draft } = scene;
  const hash = contentHash(composed, text);
  const latest = latestOf(draft);
  const isSame =
    latest?.hash === hash &&
    latest.factsRevision === factsRevision &&
    isDeepStrictEqual(latest.findings, findings);
  if (isSame && factsRevision === draft.factsRevision) return [];
  insist(refuseEdit, scene);
  if (factsRevision !== draft.factsRevision) throw factsMoved(draft);
  const version = (latest?.version ?? 0) + 1;
  return [{ kind: "composed", document: draft.id, version, factsRevision, composed, text, hash, findings }];
}

function factsMoved(draft: Draft): Error {
  const title = titleOf(draft);
  return moved({
    zh: `${title.zh}的事实刚刚被别人修改，这一稿没有保存。请重新查看全文。`,
    en: `Others have just changed facts of ${title.en}, so this draft was not kept. Please look at its text again.`,
  });
}
