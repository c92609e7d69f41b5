import type { Language, Words } from "../../core/language.ts";
import { cite } from "../periods/laws.ts";
import { PERIODS } from "../periods/index.ts";
import type { LegalPeriod } from "../periods/legal-period.ts";
import { flagOf, OPTIONS, optionsOf } from "./options.ts";
import { lengthWords } from "./units.ts";

/** One kind of period as `deadline --list` shows it. */
export interface ListedPeriod {
  readonly kind: string;
  readonly name: string;
  readonly bound: LegalPeriod["bound"];
  readonly gives: LegalPeriod["gives"];
  readonly from: string;
  readonly length: string;
  readonly article: string;
  readonly inForceFrom: string;
  readonly options: readonly {
    readonly flag: string;
    readonly value: string | null;
    readonly meaning: string;
  }[];
}

/** Every kind there is, with the text in force now and its options. */
export function listPeriods(lang: Language): readonly ListedPeriod[] {
  return PERIODS.filter(({ inForce }) => inForce.to === undefined).map((period) => ({
    kind: period.kind,
    name: period.name[lang],
    bound: period.bound,
    gives: period.gives,
    from: period.event[lang],
    length: lengthsOf(period)[lang],
    article: cite(period.sources),
    inForceFrom: period.inForce.from,
    options: optionsOf(period).map((name) => ({
      flag: flagOf(name),
      value: OPTIONS[name].value,
      meaning: name === "from" ? period.event[lang] : OPTIONS[name].words[lang],
    })),
  }));
}

function lengthsOf(period: LegalPeriod): Words {
  if (period.isLateFine) return { zh: "每日3%，至100%", en: "3 % a day, up to 100 %" };
  const all = [period, ...(period.branches ?? [])].map(lengthWords);
  return { zh: all.map(({ zh }) => zh).join(" / "), en: all.map(({ en }) => en).join(" / ") };
}

/** The list in lines for a person. */
export function showList(lang: Language): string {
  return listPeriods(lang)
    .map(({ kind, name, length, article, from, options }) => {
      const flags = options.slice(1).map(({ flag, value }) => (value === null ? flag : `${flag} ${value}`));
      return `${kind}  ${name} · ${length}\n    --from: ${from}\n    ${[...flags, article].join("  ")}`;
    })
    .join("\n");
}
