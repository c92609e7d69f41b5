import { PERIODS } from "../../calendar/periods/index.ts";
import type { Kind } from "../facts/kinds.ts";
import { tenantSchema } from "../tenant.ts";
import type { DocumentType, Field } from "./document-type.ts";
import { pathsOf } from "./holds.ts";
import { FORMATS_OF } from "./known-formats.ts";
import { conditionsIn, textsIn, usedFixed, type PlacedCondition, type PlacedText } from "./parts.ts";
import { slotsIn, type Slot } from "./slots.ts";

/** A fault in a type that its schema cannot see. */
export interface TypeFault {
  readonly path: readonly PropertyKey[];
  readonly fault: string;
  readonly remedy: string;
}

/** Kinds whose values are lists, so that a piece can repeat for each. */
export const LIST_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  "list",
  "people",
  "officers",
  "evidence",
  "goods",
  "penalties",
  "laws",
  "references",
  "dialogue",
  "matters",
  "resolutions",
]);

const TENANT_KEYS: ReadonlySet<string> = new Set(Object.keys(tenantSchema.shape));
/** Names that are no fields: counters, and the parts of a document number. */
const COUNTERS = ["index", "number"];
const NUMBER_PARTS = ["year", "serial"];

/** Names that point nowhere: slots, conditions, repeated fields, fixed texts, deadlines. */
export function faultsOf(type: DocumentType, isKnownField: (name: string) => boolean): TypeFault[] {
  const fields = new Map(type.fields.map((field) => [field.name, field]));
  const twice = type.fields.filter((field) => fields.get(field.name) !== field);
  return [
    ...twice.map(({ name }) => fault(["fields"], `the field ${name} is used twice`, "Remove one of the two")),
    ...textsIn(type).flatMap((text) => faultsInText(text, fields)),
    ...conditionsOf(type).flatMap(({ path, when, each }) =>
      pathsOf(when)
        .filter((name) => !isPath(name, fields) && !(each !== undefined && isItem(name)))
        // a fact of the case that this type does not use may still decide
        .filter((name) => !isKnownField(name.split(".")[0] ?? ""))
        .map((name) => fault(path, `the condition asks for ${name}, which is no field`, USE)),
    ),
    ...usedFixed(type.sections)
      .filter((name) => !(name in type.fixed))
      .map((name) =>
        fault(["sections"], `there is no fixed text ${name}`, "Add it under fixed, or in texts.yaml"),
      ),
    ...(fields.has(type.dated_by)
      ? []
      : [fault(["dated_by"], `${type.dated_by} is no field of this type`, USE)]),
    ...type.starts.flatMap((start, at) => faultsOfStart(start, at, isKnownField)),
  ];
}

const USE = "Add it under fields with use:, or correct the name";

const fault = (path: readonly PropertyKey[], words: string, remedy: string): TypeFault => ({
  path,
  fault: words,
  remedy,
});

const isItem = (path: string): boolean => /^item(\.|$)/.test(path);

const conditionsOf = (type: DocumentType): readonly PlacedCondition[] => [
  ...conditionsIn(type),
  ...type.fields.flatMap(({ required, parts }) => [
    ...(typeof required === "boolean" ? [] : [{ path: ["fields"], when: required }]),
    ...parts.flatMap((part) => (typeof part === "string" ? [] : [{ path: ["fields"], when: part.when }])),
  ]),
];

function faultsInText({ path, text, each }: PlacedText, fields: ReadonlyMap<string, Field>): TypeFault[] {
  const repeated = each === undefined ? undefined : fields.get(each);
  if (each !== undefined && (repeated === undefined || !LIST_KINDS.has(repeated.kind))) {
    return [fault(path, `${each} is no list among the fields of this type`, USE)];
  }
  const extra = path[0] === "layout" && path[1] === "number" ? NUMBER_PARTS : COUNTERS;
  return slotsIn(text).flatMap((slot) => {
    const astray = slot.paths.find(
      (name) => !isPath(name, fields) && !extra.includes(name) && !(repeated && isItem(name)),
    );
    if (astray !== undefined) return [fault(path, `the slot {${astray}} names no field of this type`, USE)];
    return faultsOfFormat(slot, repeated, fields).map((words) =>
      fault(path, words, "Correct what stands behind |"),
    );
  });
}

function faultsOfFormat(
  slot: Slot,
  repeated: Field | undefined,
  fields: ReadonlyMap<string, Field>,
): string[] {
  const how = slot.how?.split(":")[0];
  if (how === undefined) return [];
  return slot.paths.flatMap((path) => {
    const kind =
      path === "item" ? repeated?.kind : COUNTERS.includes(path) ? "number" : fields.get(path)?.kind;
    if (kind === undefined || (FORMATS_OF[kind] ?? []).includes(how)) return [];
    return [`a ${kind} cannot be written as ${how}`];
  });
}

function isPath(path: string, fields: ReadonlyMap<string, Field>): boolean {
  const [head = "", next] = path.split(".");
  return head === "tenant" ? next !== undefined && TENANT_KEYS.has(next) : fields.has(head);
}

function faultsOfStart(
  { deadline, from }: DocumentType["starts"][number],
  at: number,
  isKnownField: (name: string) => boolean,
): TypeFault[] {
  const isPeriod = PERIODS.some(({ kind }) => kind === deadline);
  return [
    ...(isPeriod
      ? []
      : [fault(["starts", at], `there is no deadline ${deadline}`, "See bangban deadline --list")]),
    ...(isKnownField(from) ? [] : [fault(["starts", at], `${from} is no field`, USE)]),
  ];
}
