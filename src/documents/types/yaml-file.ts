import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { messageOf } from "../../core/errors.ts";
import { typeProblem, type TypeProblem } from "./problem.ts";

/** A value that fits its schema, with the line each part stands in, or every fault found. */
export type ReadYaml<Value> =
  | { readonly value: Value; readonly lineOf: LineOf; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly TypeProblem[] };

/** The line, counted from 1, in which the value at a path stands; its parent's where it is missing. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/** Reads `packsDir/file` against a schema; a fault names file, line and field. */
export function readYamlFile<Schema extends z.ZodType>(
  packsDir: string,
  file: string,
  schema: Schema,
): ReadYaml<z.output<Schema>> {
  let text: string;
  try {
    text = readFileSync(join(packsDir, file), "utf8");
  } catch (error) {
    const fault = `the file cannot be read: ${messageOf(error)}`;
    return { problems: [typeProblem({ file, fault, remedy: "Check that it is there and readable" })] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const fault = `the YAML cannot be read: ${broken.message.split("\n")[0]}`;
    const remedy = "Check the indentation, and put quotes around text that holds a colon or a brace";
    return { problems: [typeProblem({ file, line: lines.linePos(broken.pos[0]).line, fault, remedy })] };
  }
  const lineOf: LineOf = (path) => lines.linePos(offsetOf(document, path)).line;
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf, problems: [] };
  return { problems: result.error.issues.flatMap((issue) => problemsOf(issue, file, lineOf)) };
}

type Issue = z.core.$ZodIssue;

/** One issue of zod as problems; of a union only the reading that came furthest is told. */
export function problemsOf(
  issue: Issue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
  above: readonly PropertyKey[] = [],
): TypeProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    const best = bestReading(issue.errors);
    if (best !== undefined) return best.flatMap((each) => problemsOf(each, file, lineOf, path));
  }
  const fault = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return [
    typeProblem({
      file,
      line: lineOf(path),
      field: path.map(String).join("."),
      fault,
      remedy: remedyFor(issue),
    }),
  ];
}

/** The reading whose first fault lies deepest: `{ use: party, requird: true }` is about `requird`. */
function bestReading(readings: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const score = (issues: readonly Issue[]): number =>
    Math.max(...issues.map(({ path }) => path.length)) - issues.length / 100;
  return readings.toSorted((one, other) => score(other) - score(one))[0];
}

function remedyFor(issue: Issue): string {
  if (issue.code === "unrecognized_keys") return `Remove or correct ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_value") return `Write one of: ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "Add this field";
  return "Correct this value as docs/documents.md describes";
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node !== "object" || node === null || !("range" in node)) continue;
    if (Array.isArray(node.range) && typeof node.range[0] === "number") return node.range[0];
  }
  return 0;
}
