import type { Language, Words } from "../../core/language.ts";
import type { Deadline } from "./deadline.ts";
import { dayWords } from "./units.ts";

/** The answer in the shape that scripts rely on, its sentences in one language. */
export function deadlineJson(deadline: Deadline, lang: Language): Readonly<Record<string, unknown>> {
  const { kind, name, bound, gives, meaning, from, due, nominal, article, rule, working, notes, ...more } =
    deadline;
  return {
    kind,
    from,
    due,
    ...(nominal === undefined ? {} : { nominal }),
    ...more,
    name: name[lang],
    bound,
    gives,
    meaning: meaning[lang],
    article,
    rule: rule[lang],
    working: working.map((line) => ({ ...line, text: line.text[lang] })),
    notes: notes.map((note) => note[lang]),
  };
}

const BOUND: Readonly<Record<Deadline["bound"], Words>> = {
  agency: { zh: "约束行政机关", en: "binds the agency" },
  party: { zh: "当事人的期限", en: "the party's period" },
};
const LABELS = {
  from: { zh: "起算", en: "from" },
  nominal: { zh: "未顺延时", en: "by the calendar alone" },
  safe: { zh: "内部安排不晚于", en: "plan for" },
  latest: { zh: "延长后最晚", en: "at the latest, extended" },
  earliest: { zh: "最早可以办理", en: "not before" },
  article: { zh: "依据", en: "article" },
  rule: { zh: "规则", en: "rule" },
  working: { zh: "逐日计算", en: "working" },
  notes: { zh: "说明", en: "notes" },
} as const;

/** The answer in lines for a person. */
export function showDeadline(deadline: Deadline, lang: Language): string {
  const {
    name,
    bound,
    gives,
    meaning,
    from,
    due,
    nominal,
    safe,
    latest,
    earliest,
    article,
    rule,
    working,
    notes,
  } = deadline;
  const line = (label: Words, value: string | undefined) =>
    value === undefined ? [] : [`${label[lang]}${lang === "zh" ? "：" : ": "}${value}`];
  const day = (text: string | undefined) => (text === undefined ? undefined : dayText(text, lang));
  // counted back, the other end is the arguable one and is explained in the notes
  const other = gives === "last" ? day(nominal) : undefined;
  return [
    `${name[lang]} · ${BOUND[bound][lang]}`,
    ...line(LABELS.from, day(from)),
    ...line(meaning, day(due)),
    ...line(LABELS.nominal, other),
    ...line(LABELS.safe, day(safe)),
    ...line(LABELS.latest, day(latest)),
    ...line(LABELS.earliest, day(earliest)),
    ...line(LABELS.article, article),
    ...line(LABELS.rule, rule[lang]),
    `${LABELS.working[lang]}${lang === "zh" ? "：" : ":"}`,
    ...working.map(({ text }) => `  ${text[lang]}`),
    ...(notes.length === 0 ? [] : [`${LABELS.notes[lang]}${lang === "zh" ? "：" : ":"}`]),
    ...notes.map((note) => `  · ${note[lang]}`),
  ].join("\n");
}

const dayText = (text: string, lang: Language): string =>
  text.includes("T") ? text.replace("T", " ") : dayWords(text)[lang];
