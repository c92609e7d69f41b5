import { describe, expect, it } from "vitest";
import { z } from "zod";
import { wireSchema } from "../../src/agent/schema.ts";

describe("a tool's input on the wire", () => {
  const input = z.object({
    day: z.iso.date().describe("the day"),
    amounts: z.array(z.number().min(0).max(9)).max(3).optional(),
    kind: z.enum(["a", "b"]).default("a"),
    more: z.object({ name: z.string().min(1).regex(/x/) }).optional(),
    either: z.union([z.string(), z.number()]).optional(),
  });

  it("says types, names, choices and bounds, and leaves checks to the tool", () => {
    expect(wireSchema(input)).toEqual({
      type: "object",
      properties: {
        day: { type: "string", description: "the day" },
        amounts: { type: "array", items: { type: "number", minimum: 0, maximum: 9 } },
        kind: { type: "string", enum: ["a", "b"] },
        more: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
        either: { anyOf: [{ type: "string" }, { type: "number" }] },
      },
      required: ["day"],
    });
  });

  it("is the same object every time, so that prompts stay the same to the byte", () => {
    expect(wireSchema(input)).toBe(wireSchema(input));
  });

  it("keeps a property that happens to be called like a schema word", () => {
    expect(wireSchema(z.object({ type: z.string(), items: z.string() })).properties).toEqual({
      type: { type: "string" },
      items: { type: "string" },
    });
  });
});
