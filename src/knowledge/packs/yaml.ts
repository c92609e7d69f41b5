import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Fault } from "./problem.ts";

/** A value that fits its schema, or every fault found in it. */
export type Checked<Value> =
  | { readonly value: Value; readonly faults?: undefined }
  | { readonly value?: undefined; readonly faults: readonly Fault[] };

/** Reads YAML against a schema; faults carry the line they stand in, counted from `firstLine`. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
): Checked<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const [broken] = document.errors;
  if (broken !== undefined) {
    const fault = `the YAML cannot be read: ${broken.message.split("\n")[0]}`;
    const remedy = "Check the indentation, and put quotes around text that holds a colon";
    return { faults: [{ file, line: lineAt(broken.pos[0]), fault, remedy }] };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data };
  return { faults: faultsOf(result.error, file, (path) => lineAt(offsetOf(document, path))) };
}

/** Zod's issues as faults, each with the line the caller finds for its path. */
export function faultsOf(
  error: z.ZodError,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
): Fault[] {
  return error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    field: issue.path.map(String).join("."),
    fault: faultWords(issue.message),
    remedy: remedyFor(issue),
  }));
}

const faultWords = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `Remove or correct ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_value") return `Write one of: ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_format" && issue.format === "date") return "Write the date as YYYY-MM-DD";
  if (issue.code === "invalid_type" && issue.input === undefined) return "Add this field";
  return "Correct this value as the pack format describes";
}

/** Where the value of a path starts; for one that is missing, where its parent does. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const start = rangeStart(node);
    if (start !== null) return start;
  }
  return 0;
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== "object" || node === null || !("range" in node)) return null;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : null;
}
