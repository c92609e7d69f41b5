import { z } from "zod";
import { expect, it } from "vitest";
import { NOBODY, ROLES } from "../../src/core/principal.ts";
import type { Tool, ToolContext, ToolResult } from "../../src/tools/define.ts";

/** A tool with inputs that show it at work. */
export interface ToolFixture {
  readonly tool: Tool;
  /** An input that the tool has an answer for. */
  readonly found: unknown;
  /** A right input that it has no answer for. */
  readonly missing: unknown;
  /** Where given: the context in which `found` is found. */
  readonly context?: Partial<ToolContext>;
}

// what every model server takes, DeepSeek's strict mode included
const PLAIN_KEYWORDS = new Set([
  "$schema",
  "type",
  "properties",
  "required",
  "items",
  "enum",
  "anyOf",
  "description",
  "additionalProperties",
]);
const LONGEST_NAME = 64;
const LONGEST_TEXT = 4_000; // a result is a part of one prompt, not a document
const RUNTIME_WORDS =
  /^(?:user|person|room|channel|role|principal|tenant|account|path|file|collection|agent|pack)/i;

/** A context in which somebody may use every tool. */
export function contextOf(more: Partial<ToolContext> = {}): ToolContext {
  return {
    principal: { ...NOBODY, userId: "u1", roomId: "r1", roles: ["citizen"], effectiveRoles: ["citizen"] },
    agent: "citizen-services",
    language: "zh",
    today: "2026-11-23",
    known: {},
    signal: new AbortController().signal,
    ...more,
  };
}

/** Runs a tool as the agent does: the input goes through the schema first. */
export function call(tool: Tool, input: unknown, more: Partial<ToolContext> = {}): Promise<ToolResult> {
  return tool.run(tool.input.parse(input), contextOf(more));
}

/** Promises that every tool keeps. A new tool adds one call. */
export function toolContract(open: () => ToolFixture): void {
  it("has a name that every model server takes, and says when to use it", () => {
    const { tool } = open();
    expect(tool.name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
    expect(tool.name.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(tool.description).toMatch(/\bUse it\b/);
    expect(tool.description.length).toBeLessThan(600);
  });

  it("asks for its input in the plainest schema words, each field explained", () => {
    for (const { keyword, node } of nodesOf(z.toJSONSchema(open().tool.input, { io: "input" }))) {
      expect(PLAIN_KEYWORDS, keyword).toContain(keyword);
      if (keyword !== "properties") continue;
      for (const [name, field] of Object.entries(z.record(z.string(), z.looseObject({})).parse(node))) {
        expect(field["description"], name).toBeTypeOf("string");
      }
    }
  });

  it("never lets an argument name a person, a room, a role or a place on disk", () => {
    const schema = z.toJSONSchema(open().tool.input, { io: "input" });
    for (const name of Object.keys(schema.properties ?? {})) expect(name).not.toMatch(RUNTIME_WORDS);
  });

  it("gives the same result whatever else the arguments claim", async () => {
    const { tool, found, context } = open();
    const claims = {
      principal: { effectiveRoles: [...ROLES] },
      roles: [...ROLES],
      role: "admin",
      agent: "clinical",
    };
    const extended = { ...z.looseObject({}).parse(found), ...claims };
    expect(await call(tool, extended, context)).toEqual(await call(tool, found, context));
  });

  it("is open to roles that exist, and never to nobody", () => {
    const { tool } = open();
    expect(tool.roles.length).toBeGreaterThan(0);
    for (const role of tool.roles) expect(ROLES).toContain(role);
    expect(tool.roles).not.toContain("none");
  });

  it("names a source for what it found, in both languages", async () => {
    const { tool, found, context } = open();
    for (const language of ["zh", "en"] as const) {
      const { text, citations = [] } = await call(tool, found, { ...context, language });
      expect(text.length).toBeGreaterThan(0);
      expect(citations.length).toBeGreaterThan(0);
      for (const { title, source } of citations) expect([title, source]).not.toContain("");
    }
  });

  it("gives a plain answer, without a source, where there is nothing to find", async () => {
    const { tool, missing, context } = open();
    for (const language of ["zh", "en"] as const) {
      const { text, citations = [] } = await call(tool, missing, { ...context, language });
      expect(text.length).toBeGreaterThan(10);
      expect(citations).toEqual([]);
    }
  });

  it("keeps its text short enough for a prompt", async () => {
    const { tool, found, missing, context } = open();
    for (const input of [found, missing]) {
      expect((await call(tool, input, context)).text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    }
  });

  it("stops when the turn was cancelled", async () => {
    const { tool, found, context } = open();
    const reason = new Error("cancelled");
    const run = call(tool, found, { ...context, signal: AbortSignal.abort(reason) });
    await expect(run).rejects.toBe(reason);
  });
}

/** Every schema keyword in a schema, names of properties left out. */
function nodesOf(schema: unknown, isNames = false): { keyword: string; node: unknown }[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => nodesOf(one));
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, node]) => [
    ...(isNames ? [] : [{ keyword, node }]),
    ...(["properties", "items", "anyOf"].includes(keyword) || isNames
      ? nodesOf(node, keyword === "properties")
      : []),
  ]);
}
