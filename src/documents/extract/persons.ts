import { readDay } from "../facts/day.ts";
import { numbersIn } from "../facts/identifiers.ts";
import type { FoundNumber } from "../facts/identifiers.ts";
import type { Party, Person } from "../facts/kinds.ts";
import { inventedNameAt, nameAt, peopleIn } from "./names.ts";
import type { FoundPerson } from "./names.ts";
import { addressesIn } from "./places.ts";

/** Somebody in a text with everything said of them up to the next person. */
export interface Described {
  readonly found: FoundPerson;
  readonly value: Person;
  readonly end: number;
  /** Numbers said of them in a later sentence; they lie beyond `end`. */
  readonly later: readonly FoundNumber[];
  /** Numbers beside the name whose check sign is wrong. */
  readonly wrong: readonly FoundNumber[];
}

const SEX = /(?:^|[,、。;\s(]|性别:?|名)(男|女)(?:性)?(?=[,、。;\s)]|$)/;
const BORN =
  /((?:19|20)?\d{2}年\d{1,2}月(?:\d{1,2}[日号])?)(?:出生|生)?|(?:出生(?:日期|年月)?|生于|生日)(?:是|为|:)?\s*([12]\d{3}[-./年]\d{1,2}[-./月]\d{1,2}日?)/;
const LIVES = /(?:住址|住所|家住|现住|住在|户籍地?址?|住|地址)(?:是|为|在|:)?\s*([^,。;\n]{4,40})/;
const WORKS = /(?:工作单位|就职于|单位)(?:是|为|:)?\s*([^,。;\n]{2,30})/;
const JOB = /(?:职务|职业|职位|岗位)(?:是|为|:)?\s*([^,。;\n]{2,12})/;
// a clause of its own: 鲜到家超市有限公司法定代表人, 副局长
const WORKS_AS =
  /(?:^|[,、;\s])([\u4e00-\u9fffA-Za-z()]{2,24}?(?:公司|集团|超市|店|局|厂|院|学校|合作社|中心|所))?((?:法定代表|负责|经营|联系)[人者]|[\u4e00-\u9fff]{0,4}(?:长|主任|经理|主管|书记|店员|员工|厨师|会计|出纳|司机|保安|科员))(?=[,。;\n]|$)/;
// what somebody is in the procedure is told by the field
const PROCEDURAL =
  /^(?:现场负责人|当事人|被?询问人|见证人|记录[人员]|签收人|收件人|代收人|联系人|主持人|听证主持人|(?:法制)?审核人|批准人|签发人|受送达人|(?:法定)?监护人|违法行为人)$/;
const CLOSE_CHARS = 14;

/** Everybody named behind a role in a text, with sex, birth date, numbers and address said of them. */
export function describedIn(text: string, today: string): Described[] {
  const people = peopleIn(text).filter((one, at, all) =>
    all.slice(0, at).every(({ end }) => one.nameStart >= end),
  );
  const numbers = numbersIn(text);
  return people.map((found, at) => {
    const stop = Math.min(people[at + 1]?.start ?? text.length, text.length);
    const rest = /^[^\n]*/.exec(text.slice(found.end, stop))?.[0] ?? "";
    const near = numbers.filter(({ start }) => start >= found.end && start < found.end + rest.length);
    const of = (kind: string): string | undefined =>
      near.find((one) => one.kind === kind)?.value ?? undefined;
    const [id, phone] = [of("id"), of("phone")];
    const value = {
      ...describe(rest, today),
      ...(id === undefined ? {} : { id_number: id }),
      ...(phone === undefined ? {} : { phone }),
    };
    // 负责人丙 says the role by itself
    const role = found.name.startsWith(found.role) || PROCEDURAL.test(found.role) ? undefined : found.role;
    // what stands between is told of something else
    const isSame = ({ start }: FoundNumber): boolean => !text.slice(found.end, start).includes("。");
    const close = near.filter(isSame);
    const reach = close.length === 0 ? 0 : Math.max(...close.map(({ end }) => end)) - found.end;
    return {
      found,
      value: { name: found.name, ...(role === undefined ? {} : { role }), ...value },
      end: found.end + reach,
      later: near.filter((one) => !isSame(one) && one.value !== null),
      wrong: near.filter(({ kind, value }) => kind === "id" && value === null),
    };
  });
}

/** What a text says of one person beside name and numbers; dates that cannot be are left out. */
export function describe(text: string, today: string): Omit<Person, "name"> {
  const clause = text.slice(0, 120);
  const [, sex] = SEX.exec(clause.slice(0, CLOSE_CHARS)) ?? SEX.exec(clause) ?? [];
  const [, written, labelled] = BORN.exec(clause) ?? [];
  const birth =
    written !== undefined || labelled !== undefined
      ? birthDay(written ?? labelled ?? "", clause, today)
      : null;
  const [, lives = ""] = LIVES.exec(clause) ?? [];
  const address = addressesIn(lives)[0]?.value ?? (lives === "" ? undefined : lives.trim());
  const employer = WORKS.exec(clause)?.[1]?.trim() ?? WORKS_AS.exec(clause)?.[1];
  const held = WORKS_AS.exec(clause)?.[2];
  const role = JOB.exec(clause)?.[1]?.trim() ?? held;
  return {
    ...(sex === "男" || sex === "女" ? { sex } : {}),
    ...(birth === null ? {} : { birth_date: birth }),
    ...(address === undefined ? {} : { address }),
    ...(employer === undefined ? {} : { employer }),
    ...(role === undefined ? {} : { role }),
  };
}

function birthDay(words: string, clause: string, today: string): string | null {
  if (!/生/.test(clause)) return null;
  const reading = readDay(words, today);
  if (reading.value === null) return null;
  // 85年 is not 2085
  const year = Number(reading.value.slice(0, 4));
  const isTwoDigit = /^\d{2}年/.test(words);
  return isTwoDigit && reading.value > today ? `${year - 100}${reading.value.slice(4)}` : reading.value;
}

/** A person from the value of a label: 王某某,男,1985年3月2日出生,身份证号…; null when it begins with no name. */
export function personOf(words: string, original: string, today: string): Person | null {
  const described = describedIn(words, today)[0];
  const behindRole =
    described !== undefined && isLeadPlain(words.slice(0, described.found.start)) ? described : undefined;
  const plain = nameAt(words) ?? /^[\u4e00-\u9fffA-Za-z·]{2,12}(?=$|[,、。;\s(])/.exec(words)?.[0];
  const invented = inventedNameAt(words);
  if (invented !== null && behindRole?.found.name !== invented) {
    const rest = words.slice(invented.length);
    return { name: invented, ...roleInBrackets(rest), ...describe(rest, today), ...numberParts(rest) };
  }
  if (behindRole !== undefined) {
    const extra = roleInBrackets(words.slice(behindRole.found.end));
    return { ...behindRole.value, ...extra };
  }
  if (plain === undefined || plain === null) return null;
  const rest = words.slice(plain.length);
  const name = original.slice(0, plain.length);
  return { name, ...roleInBrackets(rest), ...describe(rest, today), ...numberParts(rest) };
}

function numberParts(text: string): Pick<Person, "id_number" | "phone"> {
  const numbers = numbersIn(text);
  const of = (kind: string): string | undefined =>
    numbers.find((one) => one.kind === kind)?.value ?? undefined;
  const [id, phone] = [of("id"), of("phone")];
  return { ...(id === undefined ? {} : { id_number: id }), ...(phone === undefined ? {} : { phone }) };
}

// 园区管委会工作人员段磊: what stands before the role is where they work
const isLeadPlain = (lead: string): boolean => /^[\u4e00-\u9fff]{0,14}$/.test(lead) && nameAt(lead) === null;

const roleInBrackets = (rest: string): { role?: string } => {
  const [, role] =
    /^\s*\(([\u4e00-\u9fff]{2,8})\)/.exec(rest) ??
    /^\s*[,、\s]([\u4e00-\u9fff]{1,3}(?:长|板|主|理|员|人|任|管|工|机|计))(?=$|[,、。;\s])/.exec(rest) ??
    [];
  return role === undefined ? {} : { role };
};

/** The parts of a party that are also parts of a person. */
export const asParty = (person: Person): Party => {
  const { name, sex, birth_date, id_type, id_number, address, phone } = person;
  const parts = { sex, birth_date, id_type, id_number, address, phone };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { kind: "person", name, ...given };
};
