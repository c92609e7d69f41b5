import type { z } from "zod";
import { messageOf } from "../../core/errors.ts";
import type { Fault } from "./problem.ts";
import { faultsOf } from "./yaml.ts";

export interface JsonLine<Value> {
  readonly value: Value;
  readonly line: number;
}

/** Reads one JSON object a line against a schema; a broken line is named and the rest goes on. */
export function readJsonLines<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): { values: JsonLine<z.output<Schema>>[]; faults: Fault[] } {
  const values: JsonLine<z.output<Schema>>[] = [];
  const faults: Fault[] = [];
  text.split("\n").forEach((source, i) => {
    if (source.trim() === "") return;
    const line = i + 1;
    const parsed = parse(source);
    if (parsed.fault !== undefined) {
      faults.push({ file, line, fault: parsed.fault, remedy: "Write one whole JSON object on the line" });
      return;
    }
    const result = schema.safeParse(parsed.json);
    if (result.success) values.push({ value: result.data, line });
    else faults.push(...faultsOf(result.error, file, () => line));
  });
  return { values, faults };
}

function parse(source: string): { json?: unknown; fault?: string } {
  try {
    return { json: JSON.parse(source) };
  } catch (error) {
    return { fault: `the line is not JSON: ${messageOf(error)}` };
  }
}
