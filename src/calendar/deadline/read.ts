import { messageOf } from "../../core/errors.ts";
import { cannotCompute, wrongInput } from "../fault.ts";
import { PERIODS } from "../periods/index.ts";
import type { LegalPeriod } from "../periods/legal-period.ts";
import { deadlineInput, type DeadlineInput, type OptionName } from "./input.ts";
import { flagOf, formOf, isOptionName, optionsOf } from "./options.ts";

/** A question that can be computed: the period in force at the event, and what was given. */
export interface Question {
  readonly period: LegalPeriod;
  readonly input: DeadlineInput;
}

const SEE_LIST = "bangban deadline --list";

/** Reads what was asked. Throws `usage.invalid` in one sentence for a wrong kind, option or value. */
export function readQuestion(kind: string, given: Readonly<Record<string, unknown>>): Question {
  const versions = findVersions(kind);
  const raw = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  checkNames(Object.keys(raw), versions);
  const parsed = deadlineInput.safeParse(raw);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? "from");
    throw isOptionName(name) ? wrongValue(name, raw[name], versions) : parsed.error;
  }
  const input = parsed.data;
  const period = versionOn(versions, input.from.day);
  checkNames(Object.keys(raw), [period]);
  return { period, input };
}

/** Versions of a period by its kind or its Chinese name. Throws `usage.invalid` that names the nearest ones. */
export function findVersions(kind: string): readonly [LegalPeriod, ...LegalPeriod[]] {
  const asked = kind.trim();
  const [first, ...others] = PERIODS.filter((each) => each.kind === asked || each.name.zh === asked);
  if (first) return [first, ...others];
  const near = nearest(asked);
  const list = near.map((each) => `${each.kind}（${each.name.zh}）`).join("、");
  throw wrongInput(
    {
      zh: `没有“${asked}”这种期限${list === "" ? "" : `，相近的有：${list}`}。`,
      en: `There is no period "${asked}"${near.length === 0 ? "" : `; near it: ${near.map((each) => each.kind).join(", ")}`}.`,
    },
    "kind",
    SEE_LIST,
  );
}

const MAX_NEAR = 5;

function nearest(asked: string): readonly LegalPeriod[] {
  const words = asked
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word.length > 1);
  const score = ({ kind, name }: LegalPeriod) =>
    words.filter((word) => kind.includes(word) || name.en.includes(word)).length +
    (asked !== "" && (name.zh.includes(asked) || asked.includes(name.zh)) ? 1 : 0);
  const unique = PERIODS.filter(
    (each, index) => PERIODS.findIndex(({ kind }) => kind === each.kind) === index,
  );
  return unique
    .filter((each) => score(each) > 0)
    .toSorted((one, other) => score(other) - score(one))
    .slice(0, MAX_NEAR);
}

function checkNames(names: readonly string[], versions: readonly LegalPeriod[]): void {
  const allowed = new Set<string>(versions.flatMap(optionsOf));
  const extra = names.find((name) => !allowed.has(name));
  if (extra === undefined) return;
  const kind = versions[0]?.kind ?? "";
  const list = [...allowed].map(flagOf).join(" ");
  const words = {
    zh: `${kind} 没有选项 ${flagOf(extra)}，可用的有：${list}。`,
    en: `${kind} takes no ${flagOf(extra)}; it takes: ${list}.`,
  };
  throw wrongInput(words, extra, `use one of: ${list}`);
}

function wrongValue(
  name: OptionName,
  value: unknown,
  [period]: readonly [LegalPeriod, ...LegalPeriod[]],
): Error {
  const form = formOf(name);
  if (value !== undefined) {
    const shown = messageOf(value);
    const words = {
      zh: `${flagOf(name)} 的“${shown}”不对：${form.zh}。`,
      en: `${flagOf(name)} "${shown}" is wrong: ${form.en}.`,
    };
    return wrongInput(words, name, form.en);
  }
  const words = {
    zh: `缺少 ${flagOf(name)}：${period.event.zh}。`,
    en: `${flagOf(name)} is missing: ${period.event.en}.`,
  };
  return wrongInput(words, name, `bangban deadline ${period.kind} ${flagOf(name)} YYYY-MM-DD`);
}

function versionOn(versions: readonly [LegalPeriod, ...LegalPeriod[]], day: string): LegalPeriod {
  const found = versions.find(({ inForce }) => day >= inForce.from && day <= (inForce.to ?? day));
  if (found) return found;
  const since = versions.map(({ inForce }) => inForce.from).toSorted()[0] ?? "";
  const { kind, name } = versions[0];
  const words = {
    zh: `无法计算：${name.zh}的条文自 ${since} 起施行，${day} 适用的旧条文不在这里。`,
    en: `Cannot be computed: the article for "${kind}" is in force since ${since}; the text of ${day} is not held here.`,
  };
  throw cannotCompute(words, "look up the version in force on that day");
}
