import type { CaseView } from "../case-view.ts";
import { checkCreditCode } from "../facts/credit-code.ts";
import { checkIdNumber } from "../facts/id-number.ts";
import type { Party } from "../facts/kinds.ts";
import { placesOf } from "./look/facts.ts";
import { holdersOf, partiesOf, plainName } from "./look/parties.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** What must be the same everywhere; the first three make it another party. */
const FIELDS = [
  ["name", "名称", "name", "block"],
  ["id_number", "身份证件号码", "ID number", "block"],
  ["credit_code", "统一社会信用代码", "credit code", "block"],
  ["kind", "类型", "kind", "warn"],
  ["address", "地址", "address", "warn"],
  ["operator", "经营者", "operator", "warn"],
  ["representative", "法定代表人或者负责人", "representative", "warn"],
] as const;

/** C11: one party, told the same way in every document, with numbers that can be. */
export const identity: Rule = {
  id: "C11",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第五十九条第一款第（一）项",
  title: say("当事人信息一致、证件号码有效", "one party, with valid numbers"),
  check: (view) => [...differences(view), ...addressees(view), ...numbers(view), ...samePerson(view)],
};

function differences(view: CaseView): readonly Found[] {
  const [first, ...others] = partiesOf(view);
  if (!first) return [];
  return others.flatMap(({ value, where }) =>
    FIELDS.flatMap(([field, zh, en, severity]): readonly Found[] => {
      const [one, other] = [first.value[field], value[field]];
      if (one === undefined || other === undefined || isAlike(field, one, other)) return [];
      const message = say(
        `当事人${zh}不一致：此处“${other}”，${first.where}为“${one}”`,
        `The party's ${en} differs: 「${other}」 here, 「${one}」 in ${first.where}`,
      );
      const fix = say("以证照为准统一全部文书", "Make every document agree with the licence or card");
      return [{ where: `${where}.${field}`, message, severity, fix }];
    }),
  );
}

function isAlike(field: keyof Party, one: string, other: string): boolean {
  const [a, b] = [plainName(one).toUpperCase(), plainName(other).toUpperCase()];
  // an address may leave out province and city; a name leaves out nothing
  return a === b || (field === "address" && (a.endsWith(b) || b.endsWith(a)));
}

/** The addressee of a receipt is the party, by its own name or its head's. */
function addressees(view: CaseView): readonly Found[] {
  const party = partiesOf(view)[0]?.value;
  const own = [party?.name, party?.operator, party?.representative].flatMap((name) =>
    name ? [plainName(name)] : [],
  );
  return placesOf(view, "addressee", "text").flatMap(({ value, where }): readonly Found[] => {
    if (!party || own.some((name) => plainName(value).includes(name))) return [];
    const message = say(
      `受送达人“${value}”与当事人“${party.name}”不一致`,
      `The addressee 「${value}」 is not the party 「${party.name}」`,
    );
    return [{ where, message, severity: "warn" }];
  });
}

const IS_ID_CARD = /身份证/;

function numbers(view: CaseView): readonly Found[] {
  return holdersOf(view).flatMap(({ holder, where }): readonly Found[] => {
    const found: Found[] = [];
    const { id_number, id_type, birth_date, sex } = holder;
    if (id_number !== undefined && (id_type === undefined || IS_ID_CARD.test(id_type))) {
      const checked = checkIdNumber(id_number, { birthDate: birth_date, sex });
      if (!checked.isValid && /\d{6}/.test(id_number) && !/\*/.test(id_number)) {
        found.push({ where: `${where}.id_number`, message: checked.reason, fix: checked.remedy });
      }
    }
    if ("credit_code" in holder && holder.credit_code !== undefined) {
      const checked = checkCreditCode(holder.credit_code);
      if (!checked.isValid) {
        found.push({ where: `${where}.credit_code`, message: checked.reason, fix: checked.remedy });
      }
    }
    return found;
  });
}

/** One name with two identity numbers: the party as owner on the site, say. */
function samePerson(view: CaseView): readonly Found[] {
  const known = new Map<string, { id: string; where: string }>();
  return holdersOf(view).flatMap(({ holder, where }): readonly Found[] => {
    const id = holder.id_number;
    // the number of a sole trader is that of the person behind the shop
    const person = "operator" in holder && holder.operator ? holder.operator : holder.name;
    if (id === undefined) return [];
    const name = plainName(person);
    const before = known.get(name);
    if (!before) known.set(name, { id, where });
    if (!before || before.id === id || isBothParty(before.where, where)) return [];
    const message = say(
      `${name}的证件号码前后不一：${before.where}与此处不同`,
      `${name} has another ID number in ${before.where}`,
    );
    return [{ where: `${where}.id_number`, message }];
  });
}

// two places of the party are compared field by field above
const isBothParty = (one: string, other: string): boolean => one.endsWith("party") && other.endsWith("party");
