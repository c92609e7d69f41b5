import type { Language } from "../../../core/language.ts";
import { cleanText } from "../../clean.ts";
import { TO, VALUE } from "./elements.ts";
import type { ViewState } from "./shapes.ts";
import type { FormField, FormSource } from "./source.ts";
import { WORDS } from "./words.ts";

/** A form as it was filled in: a line for each value, and what is wrong, by block. */
export interface FilledIn {
  /** `检查地点：云溪区青石路18号`, as the drafting desk reads it. */
  readonly lines: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

type Value = ViewState[string][string];

// Slack's pickers tell a moment in seconds since 1970; documents are dated in China's time
const MS = 1_000;
const CHINA = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** Reads what was filled in; each value goes through `faultOf` as the text that would be read. */
export function readValues(
  fields: readonly FormField[],
  state: ViewState,
  faultOf: FormSource["faultOf"],
  language: Language,
): FilledIn {
  const lines: string[] = [];
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const read = readField(field, state, language);
    if (read === null) continue;
    const fault = read.fault ?? faultOf(field, read.text)?.[language];
    if (fault === undefined) lines.push(`${field.label.zh}：${read.text}`);
    else errors[read.at ?? field.name] = fault;
  }
  return { lines, errors };
}

/** The words of a text box. */
export const wordsIn = (state: ViewState, blockId: string): string =>
  cleanText(state[blockId]?.[VALUE]?.value ?? "").trim();

/** The value of what was chosen; empty for nothing. */
export const chosenIn = (state: ViewState, blockId: string): string =>
  state[blockId]?.[VALUE]?.selected_option?.value ?? "";

interface Read {
  readonly text: string;
  readonly fault?: string | undefined;
  /** The block the fault stands beside, where it is not the field's own. */
  readonly at?: string;
}

/** A field's value in the words that the desk reads; null where it was left out. */
function readField(field: FormField, state: ViewState, language: Language): Read | null {
  const { name, kind, choices, unit = "" } = field;
  const value = state[name]?.[VALUE];
  if (kind === "span") return readSpan(name, value, state[`${name}${TO}`]?.[VALUE], language);
  const text = textOf(value);
  if (text === "") return null;
  switch (kind) {
    case "answer":
      return { text: WORDS[text === "yes" ? "yes" : "no"].zh };
    case "choice":
      return { text: choices.find((choice) => choice.value === text)?.label.zh ?? text };
    case "number":
      if (!Number.isFinite(Number(text))) return { text, fault: WORDS.notNumber[language] };
      return { text: `${text}${unit}` };
    case "text":
      // one line: a second one would be read as a field of its own
      return { text: text.replace(/\s*\n\s*/g, " ") };
    case "lines":
      return { text: text.includes("\n") ? `\n${text}` : text };
    default:
      return { text };
  }
}

function readSpan(
  name: string,
  from: Value | undefined,
  to: Value | undefined,
  language: Language,
): Read | null {
  const [start, end] = [from?.selected_date_time, to?.selected_date_time];
  if (start == null && end == null) return null;
  if (start == null || end == null) {
    return { text: "", fault: WORDS.oneEdge[language], at: start == null ? name : `${name}${TO}` };
  }
  if (end <= start) return { text: "", fault: WORDS.turned[language], at: `${name}${TO}` };
  const [first, second] = [inChina(start), inChina(end)];
  return { text: `${first.day}${first.time}至${first.day === second.day ? "" : second.day}${second.time}` };
}

function textOf(value: Value | undefined): string {
  if (value === undefined) return "";
  const { selected_date: date, selected_date_time: seconds, selected_option: chosen } = value;
  if (date) return dayWords(date);
  if (seconds != null) return Object.values(inChina(seconds)).join("");
  return cleanText(chosen?.value ?? value.value ?? "").trim();
}

function dayWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

function inChina(seconds: number): { readonly day: string; readonly time: string } {
  const parts = new Map(CHINA.formatToParts(seconds * MS).map(({ type, value }) => [type, value]));
  const of = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? "";
  return { day: `${of("year")}年${of("month")}月${of("day")}日`, time: `${of("hour")}:${of("minute")}` };
}
