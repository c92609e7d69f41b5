import { partsOf } from "../../calendar/day.ts";
import type { Composed } from "../../documents/composed.ts";
import type { Finding } from "../../documents/finding.ts";
import type { Cases, CasesOptions, Where } from "./api.ts";
import type { CaseBook } from "./book.ts";
import type { CaseFile } from "./case.ts";
import { startedSince } from "./deadlines.ts";
import type { Happening } from "./events.ts";
import { wrongValue } from "./faults.ts";
import { draftOf, insist, versionOf } from "./guards.ts";
import { issue, refuseIssue } from "./issuing.ts";
import { numberOf, seriesOf } from "./numbers.ts";
import { typeNamed } from "./type-named.ts";

/** Writes the number into a document: its head carries it. */
const withNumber = (approved: Composed, number: string): Composed => ({ ...approved, number });

interface Given {
  readonly where: Where;
  readonly on: string;
  readonly findings: readonly Finding[];
  readonly finish: ((approved: Composed, number: string) => Composed) | undefined;
}

/** Issues an approved document with the next number of its series, both in one commit. */
export async function issueDocument(
  book: CaseBook,
  options: CasesOptions,
  { where, on, findings, finish = withNumber }: Given,
): ReturnType<Cases["issue"]> {
  if (partsOf(on) === null) throw noDay();
  const { caseId, document, by } = where;
  const actor = book.actorOf(by);
  const before = await book.read(caseId, by);
  const draft = draftOf(before, document);
  // who may not issue is told that, not what the institution's file lacks
  insist(refuseIssue(findings), { actor, file: before, draft });
  const series = seriesOf(typeNamed(options.types, draft.type), options.tenant, on);
  const make = (now: CaseFile, number: string | null): readonly Happening[] => {
    const scene = { actor, file: now, draft: draftOf(now, document) };
    const approved = versionOf(scene.draft).composed;
    const composed = number === null ? approved : finish(approved, number);
    return issue(scene, { number, on, composed, text: options.plainOf(composed) }, findings);
  };
  const file =
    series === null
      ? await book.change(caseId, actor, (now) => make(now, null))
      : await book.changeNumbered(caseId, actor, series, (now, serial) =>
          make(now, numberOf(series, serial)),
        );
  const number = draftOf(file, document).issued?.number ?? null;
  return { file, number, started: startedSince(before, file) };
}

const noDay = (): Error =>
  wrongValue(
    { zh: "日期不对，请写成 2026-11-24。", en: "That is no day. Write it as 2026-11-24." },
    { field: "on", remedy: "YYYY-MM-DD" },
  );
