import { createHash } from "node:crypto";
import type { Composed } from "../../documents/composed.ts";
import type { Finding } from "../../documents/finding.ts";
import type { Draft } from "./case.ts";

// 128 bits, as in the lines of the record
const DIGEST_CHARS = 32;

/** A short hash for naming things in the record without their words. */
export const digest = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, DIGEST_CHARS);

/** What a document says, as one hash: approvals hold for this and nothing else. */
export const contentHash = (composed: Composed, text: string): string =>
  createHash("sha256")
    .update(JSON.stringify([text, composed]))
    .digest("hex");

/** A finding by what it says, so that an override does not cover another fault of the same rule. */
export const findingKey = ({ rule, where, message }: Finding): string =>
  digest([rule, where, message.zh].join("\n"));

/** Blocking findings that nobody has answered for. */
export function openBlocks({ overrides }: Draft, findings: readonly Finding[]): readonly Finding[] {
  const answered = new Set(overrides.map(({ finding }) => finding));
  return findings.filter((each) => each.severity === "block" && !answered.has(findingKey(each)));
}
