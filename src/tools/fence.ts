import type { Language, Words } from "../core/language.ts";
import type { Passage } from "../knowledge/passage.ts";

const OPEN: Words = { zh: "<<<资料", en: "<<<SOURCES" };
const CLOSE: Words = { zh: "资料>>>", en: "SOURCES>>>" };

// one section of a card has at most 300 characters; longer texts come from files and laws
const MOST_CHARS = 400;

const LABELS = {
  source: { zh: "来源", en: "source" },
  region: { zh: "地区", en: "region" },
  checkedOn: { zh: "核对", en: "checked" },
  valid: { zh: "有效期", en: "valid" },
  open: { zh: "起", en: "onwards" },
} as const satisfies Record<string, Words>;

/** Numbered passages between marks that say where data begins and ends; nothing inside can close them. */
export function fenced(passages: readonly Passage[], language: Language): string {
  const blocks = passages.map(
    (passage, at) => `[${at + 1}] ${heading(passage, language)}\n${bodyOf(passage)}`,
  );
  return [OPEN[language], ...blocks.map(disarmed), CLOSE[language]].join("\n");
}

/** The text within its limit, cut after a sentence where there is one to cut at. */
export function trimmed(text: string, limit = MOST_CHARS): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const end = Math.max(...["。", "；", "\n", ". ", "; "].map((mark) => head.lastIndexOf(mark)));
  return `${end > limit / 2 ? head.slice(0, end + 1) : head}…`;
}

const bodyOf = ({ text }: Passage): string => trimmed(text);

function heading(passage: Passage, language: Language): string {
  const { title, path, source, region, checkedOn, article } = passage;
  const label = (name: keyof typeof LABELS, value: string) => `${LABELS[name][language]} ${value}`;
  return [
    [title, ...path.filter((part) => part !== title)].join(" › "),
    label("source", article === undefined || source.includes(article) ? source : `${source} ${article}`),
    label("region", region),
    ...(checkedOn === undefined ? [] : [label("checkedOn", checkedOn)]),
    ...(validity(passage, language) === "" ? [] : [label("valid", validity(passage, language))]),
  ].join("｜");
}

function validity({ validFrom, validTo }: Passage, language: Language): string {
  if (validTo !== undefined) return `${validFrom ?? ""}–${validTo}`;
  return validFrom === undefined ? "" : `${validFrom} ${LABELS.open[language]}`;
}

// three angle brackets belong to the fence alone, full-width ones too
const disarmed = (text: string): string =>
  text
    .replace(/[<＜]{3,}/g, (run) => "‹".repeat(run.length))
    .replace(/[>＞]{3,}/g, (run) => "›".repeat(run.length));
