import type { Words } from "../../core/language.ts";
import { cannotCompute, wrongInput } from "../fault.ts";
import type { Source } from "../periods/laws.ts";
import type { Branch, LegalPeriod, Length } from "../periods/legal-period.ts";
import type { DeadlineInput } from "./input.ts";
import { flagOf } from "./options.ts";
import { lengthWords } from "./units.ts";

/** The length that applies to this question, and where it comes from. */
export interface Shape extends Length {
  readonly sources: readonly Source[];
  /** Days of an approved extension. */
  readonly extension: number;
  readonly notes: readonly Words[];
}

/** Chooses between the article's lengths by the facts given. Throws `usage.invalid` for facts that contradict each other. */
export function shapeOf(period: LegalPeriod, input: DeadlineInput): Shape {
  checkBasis(period, input);
  const branch = branchOf(period, input);
  const { sources } = branch ?? period;
  const length = input.days === undefined ? (branch ?? period) : { length: input.days, unit: "day" as const };
  const extension = input.extension ?? 0;
  checkExtension(period, branch, extension);
  return {
    length: length.length,
    unit: length.unit,
    sources: branch
      ? [...sources, ...period.sources.filter((each) => !sources.some(({ law }) => law === each.law))]
      : sources,
    extension,
    notes: [...branchNotes(period, branch), ...basisNotes(input), ...extensionNotes(period, input)],
  };
}

function branchOf(period: LegalPeriod, input: DeadlineInput): Branch | undefined {
  const chosen = (period.branches ?? []).filter(({ flag }) => input[flag] === true);
  const branch = chosen.toSorted((one, other) => other.length - one.length)[0];
  if (branch?.since === undefined || input.from.day >= branch.since) return branch;
  const words = {
    zh: `无法计算：${branch.when.zh}的${lengthWords(branch).zh}自 ${branch.since} 起才有规定，此前的行为须查当时的法律。`,
    en: `Cannot be computed: the ${lengthWords(branch).en} exist since ${branch.since} only; an earlier act follows the law of its time.`,
  };
  throw cannotCompute(words, `leave out ${flagOf(branch.flag)}, or look up the law of that time`);
}

function checkBasis({ otherwise, isBasisNeeded, kind }: LegalPeriod, input: DeadlineInput): void {
  const { days, extension, suspended, basis } = input;
  const needs = days !== undefined || (isBasisNeeded === true && (extension ?? suspended) !== undefined);
  if (needs && basis === undefined) {
    const words = {
      zh: `${kind} 的条文本身没有这样规定，请用 --basis 写明所依据的条款。`,
      en: `The article of ${kind} does not say so itself: name the provision with --basis.`,
    };
    throw wrongInput(words, "basis", '--basis "《…》第…条"');
  }
  const {
    atLeast = 1,
    atMost = Number.POSITIVE_INFINITY,
    words,
  } = otherwise ?? { words: { zh: "", en: "" } };
  if (days === undefined || (days >= atLeast && days <= atMost)) return;
  const fault = {
    zh: `--days ${days} 不合条文：${words.zh}的才从其规定。`,
    en: `--days ${days} does not fit the article: only where ${words.en}.`,
  };
  throw wrongInput(fault, "days", "leave out --days");
}

function checkExtension({ extension, kind }: LegalPeriod, branch: Branch | undefined, days: number): void {
  if (days === 0) return;
  if (branch?.isWithoutExtension) {
    const words = {
      zh: `${branch.when.zh}的，${kind} 不能延长。`,
      en: `${kind} cannot be extended where ${branch.when.en}.`,
    };
    throw wrongInput(words, "extension", "leave out --extension");
  }
  const max = extension?.max ?? 0;
  if (days <= max) return;
  const words = { zh: `${kind} 最多延长 ${max} 日。`, en: `${kind} can be extended by ${max} days at most.` };
  throw wrongInput(words, "extension", `--extension ${max} or less`);
}

function branchNotes({ branches = [] }: LegalPeriod, chosen: Branch | undefined): readonly Words[] {
  if (chosen) {
    const length = lengthWords(chosen);
    return [{ zh: `${chosen.when.zh}：${length.zh}。`, en: `Because ${chosen.when.en}: ${length.en}.` }];
  }
  return branches.map((branch) => {
    const { zh, en } = lengthWords(branch);
    const flag = flagOf(branch.flag);
    return { zh: `${branch.when.zh}的，为${zh}（${flag}）。`, en: `If ${branch.when.en}: ${en} (${flag}).` };
  });
}

function basisNotes({ basis }: DeadlineInput): readonly Words[] {
  if (basis === undefined) return [];
  return [
    {
      zh: `按所填依据计算，未核对其内容：${basis}。`,
      en: `Computed on the basis given, which was not checked: ${basis}.`,
    },
  ];
}

function extensionNotes({ extension, gives }: LegalPeriod, input: DeadlineInput): readonly Words[] {
  if (!extension || gives !== "last") return [];
  const { needs } = extension;
  if (input.extension === undefined) {
    return [{ zh: `可以延长，条件：${needs.zh}。`, en: `An extension is possible: ${needs.en}.` }];
  }
  return [
    {
      zh: `延长 ${input.extension} 日须有：${needs.zh}。`,
      en: `The extension of ${input.extension} days needs: ${needs.en}.`,
    },
  ];
}
