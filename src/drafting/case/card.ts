import type { CaseCard } from "../../store/cases.ts";
import type { CaseFile } from "./case.ts";

/** By what a case is found, from how it stands. */
export const cardOf = (file: CaseFile): CaseCard => ({
  tenant: file.tenant,
  title: titleOf(file),
  state: file.state,
  people: file.people.map(({ id }) => id),
  documents: file.documents.map(({ id, type, state, issued }) => ({
    id,
    type,
    state,
    number: issued?.number ?? null,
  })),
  deadlines: file.deadlines.map(({ id, due, metOn }) => ({ id, due, isOpen: metOn === null })),
});

/** What people call the case: its cause, its party, its subject; until one is known, what it was opened as. */
export function titleOf({ facts, documents, title }: CaseFile): string {
  const all = [facts, ...documents.map(({ own }) => own)];
  const textOf = (name: string): string | undefined => {
    const value = all.find((each) => name in each)?.[name]?.value;
    if (typeof value === "string") return value;
    return typeof value === "object" && "name" in value ? value.name : undefined;
  };
  return textOf("case_cause") ?? textOf("party") ?? textOf("subject") ?? title;
}
