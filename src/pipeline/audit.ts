import { createHash } from "node:crypto";
import type { Reply } from "../core/reply.ts";
import type { Step, Turn } from "../core/turn.ts";
import type { AuditLog } from "../store/port.ts";

export interface AuditOptions {
  readonly auditLog: AuditLog;
  readonly now: () => number;
}

/**
 * One chained line a turn: who asked where, what was decided on which sources, with which tools and model.
 * Ids are hashed and words are not kept, so that a person's data can be erased and the chain still holds. A
 * failed turn leaves a line too.
 */
export function audit({ auditLog, now }: AuditOptions): Step {
  return async (turn, next) => {
    const startedMs = now();
    const record = (outcome: object) =>
      auditLog.append("turn", JSON.stringify({ ...who(turn), ...outcome, ms: now() - startedMs }), now());
    try {
      const reply = await next(turn);
      await record(reply === null ? { outcome: "silent" } : what(reply));
      return reply;
    } catch (error) {
      await record({ outcome: "failed", error: error instanceof Error ? error.name : typeof error });
      throw error;
    }
  };
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

const who = ({ message, principal, text, today }: Turn): object => ({
  message: digest(message.id),
  user: digest(`${principal.platform}:${principal.account}:${principal.userId}`),
  room: digest(principal.roomId),
  roles: principal.effectiveRoles,
  kind: message.kind,
  question: digest(text),
  today,
});

const what = (reply: Reply): object => ({
  outcome: reply.failure ?? "answered",
  agent: reply.agent,
  mode: reply.mode,
  model: reply.model,
  answer: digest(reply.text),
  sources: reply.citations.map(({ source, article, checkedOn }) => [source, article ?? "", checkedOn ?? ""]),
  tools: reply.tools.map(({ name, ok }) => [name, ok]),
  ...(reply.escalation ? { escalation: reply.escalation.category } : {}),
  usage: reply.usage,
});
