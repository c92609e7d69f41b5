import { inRoom } from "../core/principal.ts";
import type { Knowledge } from "../knowledge/open.ts";
import type { TaxTables } from "./calculate-tax.ts";
import type { FindStatuteOptions } from "./find-statute.ts";
import type { LookUpTableOptions } from "./look-up-table.ts";
import type { SearchKnowledgeOptions } from "./search-knowledge.ts";

/** As much of the knowledge base as the tools read from. */
export type Shelf = Pick<Knowledge, "packs" | "search" | "article" | "card" | "tables" | "stats">;

/** The accessors of all tools over one knowledge base; without tax tables in any pack, `tax` is absent. */
export function readingOf(
  knowledge: Shelf,
): SearchKnowledgeOptions &
  LookUpTableOptions &
  Omit<FindStatuteOptions, "statutes"> & { readonly tax?: TaxTables } {
  const packOf = (agent: string) => knowledge.packs.find(({ id }) => id === agent);
  const tax = taxTablesOf(knowledge);
  const ingested = async () =>
    (await knowledge.stats()).collections.filter(({ kind }) => kind === "ingested").map(({ name }) => name);
  return {
    search: knowledge.search,
    article: knowledge.article,
    askOf: async (...card) => (await knowledge.card(...card))?.ask,
    contactsOf: (agent) => packOf(agent)?.contacts ?? [],
    // what was ingested belongs to no pack and serves all; the search still asks who may read it
    collectionsOf: async (agent, principal) => inRoom(principal, [agent], await ingested()),
    ingested: async (principal) => inRoom(principal, [], await ingested()),
    tablesOf(agent, roles) {
      const mayRead = packOf(agent)?.audience.some((role) => roles.includes(role)) ?? false;
      return mayRead ? knowledge.tables(agent) : [];
    },
    ...(tax === undefined ? {} : { tax }),
  };
}

function taxTablesOf({ packs, tables }: Shelf): TaxTables | undefined {
  for (const { id } of packs) {
    const brackets = tables(id).find(({ name }) => name === "income-tax-brackets");
    const deductions = tables(id).find(({ name }) => name === "income-tax-deductions");
    if (brackets && deductions) return { brackets, deductions };
  }
  return undefined;
}
