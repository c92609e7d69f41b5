import { existsSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../files/decode.ts";
import type { CollectionState, Library } from "../../store/library.ts";
import { readArticle } from "../packs/article.ts";
import type { Pack } from "../packs/pack.ts";
import { problem, type PackProblem } from "../packs/problem.ts";
import { walk, type FoundFile } from "../read/walk.ts";
import { syncFiles, type ReadOutcome } from "./sync.ts";

const FOLDER = "articles";

/** Brings the library in line with the packs; returns what is wrong with their articles. */
export async function syncPacks(
  library: Library,
  packsDir: string,
  packs: readonly Pack[],
  log: (line: string) => void,
): Promise<readonly PackProblem[]> {
  const alone = <Result>(work: () => Promise<Result>) =>
    library.exclusively(work, () => log("knowledge: packs have changed; waiting for an ingest to finish"));
  const states = await library.collections();
  const problems: PackProblem[] = [];
  for (const pack of packs) {
    const state = states.find(({ name }) => name === pack.id);
    problems.push(...(await syncPack({ library, alone }, packsDir, pack, state)));
  }
  const gone = states.filter(({ kind, name }) => kind === "pack" && !packs.some(({ id }) => id === name));
  // a folder of packs that is missing as a whole is a mistake, not a wish to forget them
  if (gone.length > 0 && existsSync(packsDir)) {
    await alone(async () => {
      for (const { name } of gone) await library.drop(name);
    });
  }
  return problems;
}

interface Writing {
  readonly library: Library;
  /** Runs work alone among all processes. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

async function syncPack(
  { library, alone }: Writing,
  packsDir: string,
  pack: Pack,
  state: CollectionState | undefined,
): Promise<readonly PackProblem[]> {
  const problems: PackProblem[] = [];
  const isDeclared = state?.kind === "pack" && state.audience.join() === pack.audience.join();
  if (!isDeclared) await alone(() => library.declare(pack.id, "pack", pack.audience));
  const { refused } = await syncFiles({
    known: await library.documents(pack.id),
    apply: (change) => alone(() => library.apply(pack.id, change)),
    files: articleFiles(join(packsDir, pack.id, FOLDER)),
    keyOf: ({ relative }) => `${FOLDER}/${relative}`,
    isOurs: () => true,
    read: async (bytes, file) => readCard(pack.id, bytes, file, problems),
  });
  const unread = refused.map(({ file, reason }) =>
    problem(pack.id, { file: placeOf(pack.id, file), fault: reason.en, remedy: "Save it as UTF-8 text" }),
  );
  return [...problems, ...unread];
}

const placeOf = (pack: string, relative: string): string => `${pack}/${FOLDER}/${relative}`;

const articleFiles = (folder: string): readonly FoundFile[] =>
  existsSync(folder) ? walk(folder).files.filter(({ relative }) => relative.endsWith(".md")) : [];

/** One article as a document; its faults are noted with the pack's. */
function readCard(
  pack: string,
  bytes: Uint8Array,
  { relative }: FoundFile,
  problems: PackProblem[],
): ReadOutcome {
  const { text, refusal } = decodeText(bytes);
  if (text === undefined) return { document: null, refused: [{ file: relative, ...refusal }] };
  const { value, faults } = readArticle(text, placeOf(pack, relative), relative);
  problems.push(...(faults ?? []).map((fault) => problem(pack, fault)));
  if (value === undefined) return { document: null, refused: [] };
  return { document: { meta: value.card, passages: value.passages }, refused: [] };
}
