import { rmSync } from "node:fs";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { seeded } from "../../src/knowledge/embed/random.ts";
import { COLLECTION, editionIn, lawOf, SCOPE, write } from "./editions.ts";

/**
 * One writer or one reader, in a process of its own, for so many rounds or until the line "stop" comes in:
 *
 *   actor.ts writer|reader NUMBER ROOT WRITERS DOCUMENTS [ROUNDS]
 *
 * Everything it does is a line of `ROOT/log`, with the machine's own monotonic clock: all processes share it.
 */
const [kind = "", number = "0", root = "", writers = "1", documents = "1", rounds = "0"] =
  process.argv.slice(2);
const random = seeded(Number(number) + 17);
const ARTICLES = 10;

const lines: string[] = [];
const note = (line: object) => lines.push(JSON.stringify(line));
const now = () => Number(process.hrtime.bigint() / 1_000n);
const pick = (count: string) => Math.floor(random() * Number(count));

const knowledge = await openKnowledge({
  dataDir: join(root, "data"),
  packsDir: join(root, "packs"),
  log: () => {},
});
const stop = new AbortController();
process.stdin.on("data", () => stop.abort());

/** Writes a new edition of one of its own documents, or takes it away. */
async function writeOnce(edition: number): Promise<void> {
  const folder = join(root, `writer-${number}`);
  const name = `w${number}d${pick(documents)}`;
  const isRemoval = edition > 2 && random() < 0.25;
  if (isRemoval) rmSync(join(folder, `${name}.md`), { force: true });
  else write(folder, `${name}.md`, lawOf(name, ARTICLES, edition));
  const begin = now();
  await knowledge.ingest([folder], { collection: COLLECTION });
  note({ kind, name, edition: isRemoval ? null : edition, begin, end: now() });
}

/** Asks for a document, and notes which editions the answer cites. */
async function readOnce(): Promise<void> {
  const name = `w${pick(writers)}d${pick(documents)}`;
  const begin = now();
  const { hits } = await knowledge.search(`${name}规定 ${name}x1 ${name}x5`, SCOPE, 10);
  const end = now();
  const own = hits.filter(({ articleId }) => articleId === `${name}.md`);
  note({
    kind,
    name,
    editions: [...new Set(own.map(({ text }) => editionIn(text)))],
    hits: own.length,
    begin,
    end,
  });
}

const last = Number(rounds) || Number.POSITIVE_INFINITY;
for (let edition = 1; !stop.signal.aborted && edition <= last; edition += 1) {
  await (kind === "writer" ? writeOnce(edition) : readOnce());
  await new Promise(setImmediate);
}
await knowledge.close();
appendFileSync(join(root, "log", `${kind}-${number}.jsonl`), `${lines.join("\n")}\n`);
process.exit(0);
