import type { Day } from "../../calendar/day.ts";
import { chineseNumber } from "../../statutes/text/numerals.ts";
import { capitalsOf } from "../facts/capitals.ts";
import type { Kind, ValueOf } from "../facts/kinds.ts";
import type { Field } from "../types/document-type.ts";
import { sayCause } from "./cause.ts";
import { dayOfMoment, sayDay, sayMoment, saySpan, sayTime } from "./dates.ts";
import { sayLaw, type LawStore } from "./laws.ts";
import { sayYuan, sayYuanBoth } from "./money.ts";
import {
  sayEvidence,
  sayGoods,
  sayOfficers,
  sayPenalties,
  sayPerson,
  sayPhotos,
  type Way,
} from "./things.ts";

/** What writing a value may need besides the value. */
export interface Manner extends Way {
  /** The day whose law is quoted. */
  readonly on: Day;
  readonly statutes?: LawStore | undefined;
  /** The field, for the words of a choice. */
  readonly field?: Field | undefined;
}

type Write<K extends Kind> = (value: ValueOf<K>, manner: Manner) => string;

const asIs = (text: string): string => text;

/** How a value of each kind reads in a document; `how` is what stands behind the bar of its slot. */
const FORMATS: { readonly [K in Kind]: Write<K> } = {
  text: (text, { how }) => sayCause(text, how),
  prose: asIs,
  list: (items, { how }) => items.join(how === "lines" ? "\n" : "、"),
  number: (value, { how }) => (how === "han" ? chineseNumber(value) : String(value)),
  money: (yuan, { how }) => {
    if (how === "capitals") return capitalsOf(yuan);
    return how === "both" ? sayYuanBoth(yuan) : sayYuan(yuan);
  },
  date: sayDay,
  moment: (moment, { how }) => {
    if (how === "day") return sayDay(dayOfMoment(moment));
    return how === "time" ? sayTime(moment) : sayMoment(moment);
  },
  span: (span, { how }) => {
    if (how === "day") return sayDay(dayOfMoment(span.from));
    if (how === "from" || how === "to") return sayMoment(span[how]);
    return saySpan(span);
  },
  answer: ({ yes, words }, { how, words: either }) => {
    if (how === "either") return either?.split("/")[yes ? 0 : 1] ?? "";
    return words ?? (yes ? "是" : "否");
  },
  choice: (value, { field }) => field?.choice_words[value]?.zh ?? value,
  person: sayPerson,
  people: (people, manner) =>
    people
      .map((each) => sayPerson(each, { ...manner, how: manner.how === "roles" ? "role" : undefined }))
      .join("、"),
  party: ({ kind, name }, { how }) => (how === "you" ? (kind === "unit" ? "你单位" : "你") : name),
  officers: sayOfficers,
  evidence: sayEvidence,
  goods: sayGoods,
  photos: sayPhotos,
  penalties: sayPenalties,
  laws: (laws, { how, statutes, on }) =>
    laws.map((law) => (how === "quoted" ? sayLaw(law, statutes, on) : law.cite)).join("、"),
  references: (references, { how }) =>
    references
      .map(
        ({ name, number }) => `《${name}》${how === "names" || number === undefined ? "" : `（${number}）`}`,
      )
      .join("、"),
  dialogue: (turns) => turns.map(({ question, answer }) => `问：${question}\n答：${answer}`).join("\n"),
  matters: (matters) =>
    matters.map(({ heading, text }) => (heading === undefined ? text : `${heading}。${text}`)).join("\n"),
  resolutions: (resolutions) => resolutions.map(sayResolution).join("\n"),
};

function sayResolution({ matter, responsible, deadline }: ValueOf<"resolutions">[number]): string {
  const who = responsible === undefined ? [] : [`责任单位：${responsible}`];
  const until = deadline === undefined ? [] : [`完成时限：${sayDay(deadline)}前`];
  const more = [...who, ...until].join("，");
  return more === "" ? matter : `${matter}（${more}）`;
}

/** A value as it reads in a document. */
export const write = <K extends Kind>(kind: K, value: ValueOf<K>, manner: Manner): string =>
  FORMATS[kind](value, manner);
