import { z } from "zod";

// what every server understands; lengths, patterns and formats are left to zod, which checks the call anyway
const KEPT = new Set([
  "type",
  "description",
  "properties",
  "required",
  "items",
  "enum",
  "const",
  "anyOf",
  "minimum",
  "maximum",
]);

/** A JSON Schema object as it goes over the wire. */
export interface WireSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const known = new WeakMap<z.ZodType, WireSchema>();

/** The schema of a tool's input in plain words that every model server accepts; the same bytes every time. */
export function wireSchema(input: z.ZodType): WireSchema {
  const found = known.get(input) ?? toWire(input);
  known.set(input, found);
  return found;
}

function toWire(input: z.ZodType): WireSchema {
  const { properties, required } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  const plain = Object.entries(properties ?? {}).map(([name, value]) => [name, plainOf(value)] as const);
  return {
    type: "object",
    properties: Object.fromEntries(plain),
    ...(required === undefined ? {} : { required }),
  };
}

function plainOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plainOf);
  if (typeof schema !== "object" || schema === null) return schema;
  // a list of types is younger than most servers' templates
  if ("type" in schema && Array.isArray(schema.type))
    return { anyOf: schema.type.map((type: unknown) => ({ type })) };
  const entries = Object.entries(schema).filter(([key]) => KEPT.has(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === "properties" ? each(value) : deep(key, value)]),
  );
}

const each = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, plainOf(schema)]))
    : value;

const deep = (key: string, value: unknown): unknown =>
  key === "items" || key === "anyOf" ? plainOf(value) : value;
