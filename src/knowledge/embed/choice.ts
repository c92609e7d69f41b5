import { z } from "zod";
import type { Embedder } from "./embedder.ts";
import { endpointEmbedder, endpointPrefix, openEndpoint, type EndpointChoice } from "./endpoint.ts";
import { localPrefix, openLocal, type LocalChoice } from "./local.ts";

/** The neural embedder that the operator chose; none means the one that is trained on the base itself. */
export type EmbedderChoice = EndpointChoice | LocalChoice;

/** A choice as it crosses to the thread that builds. */
export const choiceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("endpoint"),
    baseUrl: z.string(),
    apiKey: z.string().optional(),
    model: z.string(),
  }),
  z.object({ kind: z.literal("local"), folder: z.string(), model: z.string() }),
]);

const TRAINED = "static-";

const prefixOf = (choice: EmbedderChoice | undefined): string => {
  if (choice === undefined) return TRAINED;
  return choice.kind === "endpoint" ? endpointPrefix(choice) : localPrefix(choice);
};

/** True when vectors of this id come from what is chosen now: others are made again. */
export function isOfChoice(id: string, choice: EmbedderChoice | undefined): boolean {
  const prefix = prefixOf(choice);
  if (!id.startsWith(prefix)) return false;
  return choice === undefined || /^\d+$/.test(id.slice(prefix.length));
}

/** Opens the chosen embedder by asking it for a vector; throws when it gives none. */
export const openChoice = (choice: EmbedderChoice): Promise<Embedder> =>
  choice.kind === "endpoint" ? openEndpoint(choice) : openLocal(choice);

/** Opens the chosen embedder for vectors that are there already: an endpoint is not asked before a question is. */
export const reopenChoice = (choice: EmbedderChoice, dims: number): Promise<Embedder> =>
  choice.kind === "endpoint" ? Promise.resolve(endpointEmbedder(choice, dims)) : openLocal(choice);
