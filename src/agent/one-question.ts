import type { Clock } from "./clock.ts";
import type { Endpoint } from "./options.ts";

/** One question to one endpoint, outside any turn of an agent: no tools, no memory. */
export interface OneQuestion {
  readonly system: string;
  readonly user: string;
  readonly answerTokens: number;
  /** How long the person can be kept waiting for it. */
  readonly patienceMs: number;
  /** What the service sees as the asker; no person. */
  readonly asker: string;
  readonly signal: AbortSignal;
}

/** The model's words. Throws when it fails, takes too long, or the turn is cancelled. */
export async function askOnce(endpoint: Endpoint, question: OneQuestion, clock: Clock): Promise<string> {
  const late = new AbortController();
  const takeBack = clock.after(question.patienceMs, () => late.abort());
  try {
    const { ENDPOINT_KINDS } = await import("./models/index.ts");
    const stream = ENDPOINT_KINDS[endpoint.kind](endpoint, question.answerTokens, question.asker);
    const messages = [
      { role: "system" as const, content: question.system },
      { role: "user" as const, content: question.user },
    ];
    const signal = AbortSignal.any([question.signal, late.signal]);
    let words = "";
    for await (const { choices } of await stream(messages, { tools: [], mustAnswer: true, signal })) {
      words += choices[0]?.delta?.content ?? "";
    }
    return words;
  } finally {
    takeBack();
  }
}
