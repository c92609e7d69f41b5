import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Reply } from "../core/reply.ts";

/** The bot's instruments in Prometheus form. */
export interface Metrics {
  received(platform: string, admission: string): void;
  answered(platform: string, ms: number, failure: string | undefined): void;
  sendFailed(isGivenUp: boolean): void;
  replied(reply: Reply): void;
  alert(kind: string): void;
  /** A citation of a law in an answer, by what its check said. */
  cited(status: string): void;
  /** What `GET /metrics` shows. */
  text(): Promise<string>;
}

// from a rule's answer (milliseconds) to a thinking model (minutes)
const SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 60, 180];

/** Instruments over a registry of their own; `queue` is read when somebody looks. */
export function createMetrics(queue: () => { readonly waiting: number; readonly running: number }): Metrics {
  const registers = [new Registry()];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const received = counter("bangban_messages_total", "Messages that came in", ["platform", "admission"]);
  const turns = counter("bangban_turns_total", "Turns that ended", ["platform", "outcome"]);
  const tokens = counter("bangban_tokens_total", "Tokens of the model", ["kind"]);
  const tools = counter("bangban_tool_calls_total", "Calls of tools", ["tool", "ok"]);
  const masked = counter("bangban_masked_total", "Pieces of personal data hidden", []);
  const sends = counter("bangban_send_failures_total", "Sends that failed", ["given_up"]);
  const alerts = counter("bangban_alerts_total", "Alerts to the operator", ["kind"]);
  const citations = counter("bangban_citations_total", "Citations of laws in answers", ["status"]);
  const seconds = new Histogram({
    name: "bangban_turn_seconds",
    help: "Time from taking a message up to its reply",
    labelNames: ["platform"],
    buckets: SECONDS,
    registers,
  });
  void gauge("bangban_queue_waiting", "Messages that wait", registers, () => queue().waiting);
  void gauge("bangban_queue_running", "Messages being answered", registers, () => queue().running);
  return {
    received: (platform, admission) => received.inc({ platform, admission }),
    answered(platform, ms, failure) {
      turns.inc({ platform, outcome: failure ?? "answered" });
      seconds.observe({ platform }, ms / 1_000);
    },
    sendFailed: (isGivenUp) => sends.inc({ given_up: String(isGivenUp) }),
    replied(reply) {
      tokens.inc({ kind: "input" }, reply.usage.inputTokens);
      tokens.inc({ kind: "cached" }, reply.usage.cachedTokens);
      tokens.inc({ kind: "output" }, reply.usage.outputTokens);
      for (const { name, ok } of reply.tools) tools.inc({ tool: name, ok: String(ok) });
      masked.inc(reply.masked);
    },
    cited: (status) => citations.inc({ status }),
    alert: (kind) => alerts.inc({ kind }),
    text: async () => (await Promise.all(registers.map((registry) => registry.metrics()))).join("\n"),
  };
}

function gauge(name: string, help: string, registers: Registry[], read: () => number): Gauge {
  return new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
