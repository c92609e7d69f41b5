import { checkCase, RULES } from "../../src/documents/rules/index.ts";
import { CASES, openDesk, readPacks, type Pack } from "../../test/documents/rules/packs.ts";

// node bench/draft/rules.ts [FOLDER]: recall of every rule and false alarms over case packs, and the time a case takes
const REPEATS = 5;
const packs = readPacks(process.argv[2] ?? CASES);
const view = openDesk();
const say = (name: string, value: unknown): void => console.log(`${name.padEnd(30)} ${String(value)}`);
const share = (part: number, of: number): string =>
  of === 0 ? "–" : `${part}/${of} = ${((100 * part) / of).toFixed(1)} %`;

interface Result {
  readonly pack: Pack;
  readonly found: readonly string[];
  readonly grave: readonly string[];
  readonly lines: readonly string[];
}

const results = packs.map((pack): Result => {
  const findings = checkCase(view(pack));
  return {
    pack,
    found: [...new Set(findings.map(({ rule }) => rule))],
    grave: [...new Set(findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule))],
    lines: findings.map(
      ({ rule, severity, where, message }) => `${rule} ${severity} ${where}: ${message.zh}`,
    ),
  };
});

const clean = results.filter(({ pack }) => pack.expect.length === 0);
const seeded = results.filter(({ pack }) => pack.expect.length > 0);
const expected = seeded.flatMap(({ pack, found }) => pack.expect.map((rule) => found.includes(rule)));
const unasked = seeded.flatMap(({ pack, grave }) => grave.filter((rule) => !pack.expect.includes(rule)));

say("packs, seeded / clean", `${seeded.length} / ${clean.length}`);
say("seeded errors found", share(expected.filter(Boolean).length, expected.length));
say(
  "clean packs with block or warn",
  share(clean.filter(({ grave }) => grave.length > 0).length, clean.length),
);
say(
  "clean packs with any finding",
  share(clean.filter(({ found }) => found.length > 0).length, clean.length),
);
say("rules beside the seeded ones", `${unasked.length} in ${seeded.length} packs`);

for (const { id, title } of RULES) {
  const asked = seeded.filter(({ pack }) => pack.expect.includes(id));
  const hit = asked.filter(({ found }) => found.includes(id)).length;
  const alarms = results.filter(({ pack, grave }) => grave.includes(id) && !pack.expect.includes(id)).length;
  say(`  ${id} ${title.en}`.slice(0, 46).padEnd(47), `${share(hit, asked.length)}  unasked ${alarms}`);
}
for (const { pack, found, grave, lines } of results) {
  const missed = pack.expect.filter((rule) => !found.includes(rule));
  const extra = grave.filter((rule) => !pack.expect.includes(rule));
  const isNoisy = pack.expect.length === 0 && found.length > 0;
  if (missed.length + extra.length === 0 && !isNoisy) continue;
  console.log(`${pack.id}: missed [${missed.join(" ")}] beside [${extra.join(" ")}]`);
  for (const line of lines.filter((each) => !pack.expect.includes(each.slice(0, 3))))
    console.log(`    ${line}`);
}

const times = packs
  .map(view)
  .flatMap((each) =>
    Array.from({ length: REPEATS }, () => {
      const start = performance.now();
      // a fresh view each time, so that nothing remembered of the last one helps
      checkCase({ ...each });
      return performance.now() - start;
    }),
  )
  .toSorted((one, other) => one - other);
const at = (q: number): string => `${(times[Math.floor(times.length * q)] ?? 0).toFixed(1)} ms`;
say("a case, p50 / p95 / max", `${at(0.5)} / ${at(0.95)} / ${at(0.999)}`);
