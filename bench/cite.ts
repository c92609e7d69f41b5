import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ingestStatutes, openStatutes, openStatuteStore, shippedLedger } from "../src/statutes/index.ts";
import { readCollection } from "../src/statutes/collection/read.ts";
import { paragraphsOf, textOf } from "../src/statutes/text/article.ts";
import { inForce, random, right, wrong } from "../test/statutes/generated.ts";
import { sentences, told } from "../test/statutes/sentences.ts";
import { decision } from "./cite/decision.ts";
import { scorePurposes } from "./cite/purposes.ts";

// node bench/cite.ts FOLDER: everything the law desk promises, measured over a collection of laws
const DAY = "2026-11-23";
const GENERATED = 20_000;
const PURPOSES = 4_000;
const RUNS = 30;
const COLD_RUNS = 7;

const folder = process.argv[2];
if (folder === undefined) throw new Error("which folder of laws? node bench/cite.ts FOLDER");
const place = mkdtempSync(join(tmpdir(), "bangban-bench-"));
const store = openStatuteStore(join(place, "statutes.db"));
const say = (name: string, value: unknown): void =>
  console.log(`${name.padEnd(28)} ${JSON.stringify(value)}`);
const share = (part: number, of: number): string => `${part}/${of} = ${((100 * part) / of).toFixed(2)} %`;
const quantile = (times: readonly number[], q: number): number =>
  Number((times.toSorted((one, other) => one - other)[Math.floor(times.length * q)] ?? 0).toFixed(2));

function measureCollection(): void {
  const first = ingestStatutes(folder ?? "", store, { collection: "bench", today: DAY });
  const again = ingestStatutes(folder ?? "", store, { collection: "bench", today: DAY });
  const { problems, skipped, ...counts } = first;
  say("ingest", counts);
  say("ingest again, seconds", again.seconds);
  say("store, bytes", statSync(join(place, "statutes.db")).size);
  say("unread files", skipped);
  const placed = counts.passages;
  const unplaced = problems.filter(({ reason }) => reason.startsWith("article"));
  say("articles placed", share(placed, placed + unplaced.length));
  for (const { file, line, reason, text } of unplaced) say(reason, `${file}:${line} ${text}`);
  say(
    "texts without articles",
    problems.filter(({ reason }) => reason === "no articles").map(({ file }) => file),
  );
}

/** Whole files out of the store against the files; articles' 款 and 项 against their own characters. */
function measureRoundTrip(): void {
  const source = readCollection(folder ?? "", "bench");
  const same = source.files.filter(
    ({ path }) => store.file("bench", path) === readFileSync(join(folder ?? "", path), "utf8"),
  );
  say("files back as they were", share(same.length, source.files.length));
  const bare = (text: string): string => text.replace(/[\s\u200b]/g, "");
  const number = /^(?:第[^\s]{1,12}?条(?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十百]+、)/;
  const articles = source.files.flatMap(({ law }) => law.pieces.filter((piece) => piece.kind === "article"));
  const whole = articles.filter(
    ({ raw }) => bare(textOf(paragraphsOf(raw))) === bare(raw).replace(number, ""),
  );
  say("articles back from 款 and 项", share(whole.length, articles.length));
}

function measureVerdicts(): void {
  const ledger = shippedLedger();
  const modes = { "ledger only": openStatutes(), "with texts": openStatutes(store) };
  for (const [mode, desk] of Object.entries(modes)) {
    const held = inForce(ledger, DAY);
    const [one, other] = [random(3), random(5)];
    const passed = Array.from({ length: GENERATED }, () => right(one, held)).filter(({ text }) => {
      const { citations } = desk.cite(text, { on: DAY });
      return citations.length === 1 && citations[0]?.status === "ok";
    });
    const caught = Array.from({ length: GENERATED }, () => wrong(other, held, ledger, DAY)).filter(
      ({ text, allowed }) => {
        const { citations } = desk.cite(text, { on: DAY });
        return citations.length === 1 && citations.every(({ status }) => allowed.includes(status));
      },
    );
    say(`${mode}: right ones passed`, share(passed.length, GENERATED));
    say(`${mode}: wrong ones caught`, share(caught.length, GENERATED));
    const hand = sentences().filter(({ needs }) => mode === "with texts" || needs !== "texts");
    const held2 = hand.filter((each) => told(desk, each).join() === each.expect.join());
    say(`${mode}: hand-written`, share(held2.length, hand.length));
  }
  const score = scorePurposes(modes["with texts"], ledger, DAY, PURPOSES);
  say("purpose: right passed", share(score.rightPassed, score.rightTried));
  say("purpose: wrong caught", share(score.wrongCaught, score.wrongTried));
  say("purpose: right one suggested", share(score.suggested, score.wrongTried));
  for (const alarm of score.alarms.slice(0, 5)) say("false alarm", alarm);
}

function measureSpeed(): void {
  const text = decision(10);
  for (const [mode, desk] of [
    ["ledger only", openStatutes()],
    ["with texts", openStatutes(store)],
  ] as const) {
    const times = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      desk.cite(text, { on: DAY });
      return performance.now() - started;
    });
    const count = desk.cite(text, { on: DAY }).citations.length;
    say(`10 pages, ${mode}, ms`, {
      citations: count,
      first: times[0],
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
    });
  }
  const once = fileURLToPath(new URL("./cite/once.ts", import.meta.url));
  const cold = Array.from({ length: COLD_RUNS }, () => {
    const started = performance.now();
    execFileSync(process.execPath, [once, "依据《行政处罚法》第四十二条的规定，你有权要求听证。"]);
    return performance.now() - started;
  });
  say("cold process, ms", { first: cold[0], p50: quantile(cold, 0.5), worst: Math.max(...cold) });
}

measureCollection();
measureRoundTrip();
measureVerdicts();
measureSpeed();
store.close();
rmSync(place, { recursive: true });
