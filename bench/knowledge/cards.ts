import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { loadPacks } from "../../src/knowledge/packs/load.ts";
import { workName } from "../../src/knowledge/segment/works.ts";
import { score, type Judged } from "../search-score.ts";
import { COLLECTION, noPacks, type Line } from "./engines.ts";

/**
 * A second set of questions over the same statutes: citizens' questions of a pack, in dialect too; right are the
 * articles of law that the right card rests on, as its front matter lists them.
 *
 *   node bench/knowledge/cards.ts --stard FOLDER --data DIR
 *
 * DIR is what `search-peers.ts --keep DIR` left.
 */
const { values } = parseArgs({
  options: { stard: { type: "string", default: "" }, data: { type: "string", default: "" } },
});
const PACK = "citizen-services";
const packsDir = fileURLToPath(new URL("../../knowledge", import.meta.url));

const corpus: Line[] = readFileSync(join(values.stard, "corpus.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const idOf = new Map(corpus.map(({ id, title }) => [workName(title), id]));

/** Ids of the articles that a card names as its law. */
function lawsOf(article: string): string[] {
  const text = readFileSync(join(packsDir, PACK, "articles", `${article}.md`), "utf8");
  const named = Array.from(
    text.matchAll(/law: (\S+?), article: (\S+) /g),
    ([, law, place]) => `${law}${place}`,
  );
  return named.flatMap((title) => idOf.get(workName(title)) ?? []);
}

const questions = loadPacks(packsDir).packs.find(({ id }) => id === PACK)?.questions ?? [];
const knowledge = await openKnowledge({
  dataDir: values.data,
  packsDir: noPacks(values.data),
  log: () => {},
});
const scope = { collections: [COLLECTION], roles: ROLES, on: "2026-11-23" };
const judged: Judged[] = [];
for (const { text, lang, articles, kind } of questions) {
  const relevant = lang === "zh" && kind !== "urgent" ? [...new Set(articles.flatMap(lawsOf))] : [];
  if (relevant.length === 0) continue;
  const { hits } = await knowledge.search(text, scope, 100);
  judged.push({ relevant, found: hits.map(({ id }) => id) });
}
console.table([score(judged)]);
await knowledge.close();
