import type { Day } from "../../calendar/day.ts";
import type { Block, Composed } from "../composed.ts";
import { valueOf, type Facts } from "../facts/fact.ts";
import type { Tenant } from "../tenant.ts";
import type { DocumentType } from "../types/document-type.ts";
import { missingOf } from "../types/missing.ts";
import { sayDay } from "./dates.ts";
import { fill, NOT_GIVEN, type Source } from "./fill.ts";
import type { LawStore } from "./laws.ts";
import { headingCounter, writeSection, type Writing } from "./sections.ts";

/** What a document is made from besides its facts. */
export interface ComposeOptions {
  readonly tenant: Tenant;
  readonly today: Day;
  /** Quotes the laws; without it they are cited without their words. */
  readonly statutes?: LawStore | undefined;
  /** The number given to it when it is issued; else the one among the facts. */
  readonly number?: string | undefined;
}

/** Where a document of this stage keeps its number for the other documents of the case. */
const NUMBER_FIELDS: Readonly<Partial<Record<DocumentType["stage"], string>>> = {
  notice: "notice_number",
  decision: "decision_number",
};

/** The document as it reads: same type, facts, institution, laws and day give the same text. */
export function compose(type: DocumentType, facts: Facts, options: ComposeOptions): Composed {
  const { tenant, statutes, today } = options;
  const settings = new Set<string>();
  const source: Writing = {
    type,
    facts,
    tenant,
    manner: {
      statutes,
      on: dayOfLaw(facts, today),
      labels: new Map(type.fields.map(({ name, label }) => [name, label.zh])),
    },
    onMissing: (path) => settings.add(path),
  };
  const agency = fill("{tenant.name}", source).text;
  const title = fill(type.layout.title, source).text;
  const blocks = writeBlocks(source, agency);
  const missing = missingOf(type, facts, tenant).map(({ name }) => name);
  return {
    type: type.id,
    form: type.layout.form,
    agency,
    hasRedHead: type.layout.red_head,
    title,
    number: options.number ?? numberIn(type, facts),
    signer: type.direction === "up" ? (valueOf(facts, "signer", "person")?.name ?? null) : null,
    secrecy: valueOf(facts, "secrecy", "text") ?? null,
    urgency: valueOf(facts, "urgency", "text") ?? null,
    blocks,
    missing: [...missing, ...settings],
  };
}

/** The law of the time of the act is the one quoted (行政处罚法 37). */
const dayOfLaw = (facts: Facts, today: Day): Day =>
  valueOf(facts, "act_ended_on", "date") ??
  valueOf(facts, "acted_on", "date") ??
  valueOf(facts, "found_on", "date") ??
  today;

const numberIn = (type: DocumentType, facts: Facts): string | null =>
  valueOf(facts, "document_number", "text") ??
  valueOf(facts, NUMBER_FIELDS[type.stage] ?? "", "text") ??
  null;

function writeBlocks(writing: Writing, agency: string): Block[] {
  const { layout, sections } = writing.type;
  const count = headingCounter();
  const body = sections
    .filter(({ annex }) => annex === undefined)
    .flatMap((section) => writeSection(section, writing, count));
  const annexes = writeAnnexes(writing);
  const titles = annexes.map(({ title }) => title);
  const names = [...titles, ...(valueOf(writing.facts, "attachments", "list") ?? [])];
  const to = layout.to === undefined ? "" : fill(layout.to, writing).text;
  const note = layout.note === undefined ? "" : fill(layout.note, writing).text;
  return [
    ...(to === "" ? [] : [{ kind: "to", text: `${to}：` } as const]),
    ...body,
    ...(names.length === 0 ? [] : [{ kind: "attachments", names } as const]),
    ...(layout.seal || layout.signed ? [sealOf(writing, agency)] : []),
    ...(note === "" ? [] : [{ kind: "note", text: note } as const]),
    ...annexes,
    ...(layout.imprint ? [imprintOf(writing, agency)] : []),
  ];
}

type Annex = Extract<Block, { kind: "annex" }>;

function writeAnnexes(writing: Writing): Annex[] {
  const found = writing.type.sections.flatMap((section) => {
    if (section.annex === undefined) return [];
    const blocks = writeSection(section, writing, headingCounter());
    return blocks.length === 0 ? [] : [{ title: fill(section.annex, writing).text, blocks }];
  });
  return found.map((each, at) => ({ kind: "annex", number: found.length > 1 ? at + 1 : null, ...each }));
}

/** The date a document bears: its own, else that of the step it stands for. */
function dateOf({ facts, type }: Writing): string {
  const day = valueOf(facts, "document_date", "date") ?? valueOf(facts, type.dated_by, "date");
  return day === undefined ? NOT_GIVEN : sayDay(day);
}

const sealOf = (writing: Writing, agency: string): Block => ({
  kind: "seal",
  agency,
  date: dateOf(writing),
  isSealed: writing.type.layout.seal,
});

function imprintOf(writing: Writing, agency: string): Block {
  const printed = valueOf(writing.facts, "printed_on", "date");
  return {
    kind: "imprint",
    copyTo: valueOf(writing.facts, "copy_to", "list") ?? [],
    issuer: agency,
    printedOn: printed === undefined ? dateOf(writing) : sayDay(printed),
  };
}

/**
 * The number of a document by its type's pattern, `云市监罚决〔2026〕12号`; null where the type carries none or the
 * institution's code is not set.
 */
export function numberOf(
  type: DocumentType,
  { tenant, year, serial }: { readonly tenant: Tenant; readonly year: number; readonly serial: number },
): string | null {
  const gaps: string[] = [];
  const source: Source = {
    type,
    facts: {},
    tenant,
    manner: { on: `${year}-01-01` },
    counted: { year: String(year), serial: String(serial) },
    onMissing: (path) => gaps.push(path),
  };
  if (type.layout.number === undefined) return null;
  const { text } = fill(type.layout.number, source);
  return gaps.length > 0 ? null : text;
}
