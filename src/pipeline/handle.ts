import { languageOf } from "../core/language.ts";
import { NOBODY } from "../core/principal.ts";
import type { Handle, Next } from "../core/turn.ts";
import { compose } from "./compose.ts";
import { steps, type PipelineOptions } from "./index.ts";

/** The whole pipeline as the one function that the desk and the command line call. */
export function pipeline(options: PipelineOptions & { readonly today: () => string }, answer: Next): Handle {
  const run = compose(steps(options), answer);
  return async (message, { signal, progress, agent = "" }) => {
    const startedMs = options.now();
    const reply = await run({
      message,
      text: message.text,
      // the name of a command says nothing about the person's language
      language: message.locale ?? languageOf(message.text.replace(/^\/\S+/, "")),
      today: options.today(),
      principal: NOBODY,
      agent,
      history: [],
      known: {},
      signal,
      progress,
    });
    return reply && { ...reply, ms: { ...reply.ms, total: Math.round(options.now() - startedMs) } };
  };
}
