import type { Evidence, Goods, Officer, Penalty, Person, ValueOf } from "../facts/kinds.ts";
import { capitalsOf } from "../facts/capitals.ts";
import { sayDay } from "./dates.ts";
import { fineOf, sayPenalty, sayYuan } from "./money.ts";

/** How a slot wants its value: the word behind the bar and the words behind its colon. */
export interface Way {
  /** What the fields of the type are called, for evidence that names one of them. */
  readonly labels?: ReadonlyMap<string, string> | undefined;
  readonly how?: string | undefined;
  readonly words?: string | undefined;
}

/** A person by name; `full` adds all that is known, `role` what they are. */
export function sayPerson(person: Person, { how }: Way): string {
  const { name, role, sex, birth_date, id_type, id_number, employer, address, phone } = person;
  if (how === "role") return role === undefined ? name : `${name}（${role}）`;
  if (how !== "full") return name;
  const parts = [
    name,
    sex,
    birth_date && `${sayDay(birth_date)}出生`,
    id_number && `${id_type ?? "居民身份证"}号码${id_number}`,
    role && employer ? `${employer}${role}` : (role ?? employer),
    address && `住${address}`,
    phone && `电话${phone}`,
  ];
  return parts.filter(Boolean).join("，");
}

const NUMBER_NOT_GIVEN = "执法证号未提供";

/** Officers with their certificates; a number that nobody gave is said to be missing. */
export function sayOfficers(officers: readonly Officer[], { how }: Way): string {
  const one = ({ name, certificate }: Officer): string => {
    if (how === "names") return name;
    if (how === "certificates") return certificate ?? NUMBER_NOT_GIVEN;
    return `${name}（${certificate === undefined ? NUMBER_NOT_GIVEN : `执法证号${certificate}`}）`;
  };
  return officers.map(one).join("、");
}

/** Evidence, one piece a line: `1.现场检查笔录1份，证明…；`, or names only. */
export function sayEvidence(evidence: readonly Evidence[], { how, labels }: Way): string {
  const called = (name: string): string => labels?.get(name) ?? name;
  if (how === "names") return evidence.map(({ name }) => name).join("、");
  return numbered(
    evidence.map(({ name, proves }) =>
      proves === undefined ? name : `${name}，证明${proves.map(called).join("、")}`,
    ),
    how === "numbered",
  );
}

/** Things with batch and quantity in one line, their names, or the sum of what they cost. */
export function sayGoods(goods: readonly Goods[], { how }: Way): string {
  if (how === "names") return goods.map(({ name }) => name).join("、");
  if (how === "total") return sayYuan(valueOfGoods(goods));
  return goods
    .map(({ name, spec, batch, quantity, unit }) => {
      const about = [spec, batch && `批号${batch}`].filter(Boolean).join("，");
      return `${name}${about === "" ? "" : `（${about}）`}${quantity === undefined ? "" : `${quantity}${unit ?? ""}`}`;
    })
    .join("、");
}

const FEN = 100;

/** Quantity times price over all lines that have both, in yuan. */
const valueOfGoods = (goods: readonly Goods[]): number =>
  Math.round(goods.reduce((sum, { quantity, price }) => sum + (quantity ?? 0) * (price ?? 0), 0) * FEN) / FEN;

/** 12张（编号P1至P12）. */
export function sayPhotos({ count, ids = [] }: ValueOf<"photos">): string {
  if (ids.length === 0) return `${count}张（编号未提供）`;
  return `${count}张（编号${rangeOf(ids) ?? ids.join("、")}）`;
}

const NUMBERED = /^(.*?)(\d+)$/;

/** P01至P12 for ids that count up one by one; null for others. */
function rangeOf(ids: readonly string[]): string | null {
  const parts = ids.map((id) => NUMBERED.exec(id));
  const [first] = parts;
  const isRow = parts.every(
    (part, at) => part?.[1] === first?.[1] && Number(part?.[2]) === Number(first?.[2]) + at,
  );
  return ids.length > 2 && first && isRow ? `${ids[0]}至${ids.at(-1)}` : null;
}

/** Penalties in one sentence, numbered lines, or the sum of the fines. */
export function sayPenalties(penalties: readonly Penalty[], { how }: Way): string {
  if (how === "total" || how === "totalCapitals") {
    const fine = fineOf(penalties);
    if (fine === null) return "";
    return how === "total" ? sayYuan(fine) : capitalsOf(fine);
  }
  const said = penalties.map(sayPenalty);
  return how === "numbered" ? numbered(said, true) : said.join("；");
}

/** Sentences, numbered lines where there are more than one: 1.…； 2.…。 */
function numbered(sentences: readonly string[], isList: boolean): string {
  if (!isList || sentences.length < 2) return sentences.join("；") + (isList ? "。" : "");
  return sentences
    .map((each, at) => `${at + 1}.${each}${at + 1 < sentences.length ? "；" : "。"}`)
    .join("\n");
}
