import { readSettings } from "../config.ts";
import { BotError } from "../core/errors.ts";
import { dayInChina } from "../core/today.ts";
import { openLawDesk } from "../law-desk.ts";
import type { Lookup } from "../statutes/lookup.ts";
import { sayFound } from "../tools/statute-words.ts";
import { EXIT, fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface StatuteOptions extends CommonOptions {
  readonly on?: string;
  readonly compare?: string;
}

/** `bangban statute NAME [ARTICLE]`: a law, or an article of it, as it stands on a day; or how two days differ. */
export async function statute(
  name: string,
  article: string | undefined,
  options: StatuteOptions,
): Promise<void> {
  const desk = openLawDesk(readSettings({ dataDir: options.data }).dataDir);
  try {
    const { statute: show } = desk.open();
    if (options.compare !== undefined) return compare(show, name, article, options);
    const on = options.on ?? options.today ?? dayInChina(Date.now());
    const answer = show(name, { on, ...(article === undefined ? {} : { article }) });
    if (options.json) printJson(answer);
    else print(sayFound(answer, options.lang ?? "zh"));
  } catch (error) {
    fail(error, options);
    // the law or the article is not known here: that is no fault of the machine
    if (error instanceof BotError && error.code === "input.empty") process.exitCode = EXIT.refused;
  } finally {
    desk.close();
  }
}

const COMPARE_USE = "write it like: bangban statute 行政处罚法 59 --compare 2020-01-01,2026-01-01";

function compare(show: Lookup, name: string, article: string | undefined, options: StatuteOptions): void {
  const [one, other, more] = (options.compare ?? "").split(/[,，]/).map((day) => day.trim());
  if (article === undefined) throw wrongUse("--compare needs an article", COMPARE_USE);
  if (!one || !other || more !== undefined) throw wrongUse("--compare takes two days", COMPARE_USE);
  // asked for on both days first: a day that is none, or an article that was not there, is told
  const answers = [one, other].map((on) => ({ on, ...show(name, { on, article }) }));
  for (const { on, law, status } of answers) if (status === "unrecorded") throw noEdition(law, on);
  const isKnown = answers.every(({ text }) => text !== undefined);
  const found = show.compare(name, article, one, other);
  if (options.json) return printJson({ ...found, isTextKnown: isKnown });
  const { lang = "zh" } = options;
  const span = [found.one, found.other].map(
    ({ validFrom, validTo }) => `${validFrom ?? "?"}–${validTo ?? ""}`,
  );
  print(`《${found.law}》${found.article} · ${span.join(" → ")}`);
  print(isKnown ? shownOf(found.changes, found.shown, lang) : NO_TEXT[lang]);
}

/** Comparing with the oldest edition kept would call two days alike that are not. */
const noEdition = (law: string, on: string): BotError =>
  new BotError("input.empty", `the edition of ${law} in force on ${on} is not kept`, {
    forUser: {
      zh: `《${law}》在${on}施行的文本不在库中，无法比较。`,
      en: `The edition of ${law} on ${on} is not kept.`,
    },
    field: "compare",
    remedy: "read a collection in that holds the older edition: bangban ingest DIR --as statutes",
  });

const shownOf = (changes: readonly { readonly kind: string }[], shown: string, lang: "zh" | "en"): string =>
  changes.every(({ kind }) => kind === "same") ? SAME[lang] : shown;

const SAME = { zh: "两天的条文相同。", en: "The article reads the same on both days." };
const NO_TEXT = {
  zh: "本机没有这两个文本的条文；先用 bangban ingest 目录 --as statutes 导入法律库。",
  en: "The words of these editions are not at hand; read a collection in with bangban ingest DIR --as statutes.",
};
