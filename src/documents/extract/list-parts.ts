import { daysIn } from "../facts/day.ts";
import type { Fact } from "../facts/fact.ts";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";
import { NUMERAL, readNumber } from "../facts/numerals.ts";
import type { Field } from "../types/document-type.ts";
import { officersIn } from "./officers.ts";
import { itemsOf } from "./list-values.ts";
import { sourceAt, textOf, trait, wordsOf } from "./talk.ts";
import type { Piece, Read, Scene } from "./talk.ts";
import { isOf } from "./unite.ts";

const CERTIFICATE = /(?<![\dA-Za-z])[A-Za-z\u4e00-\u9fff]{0,3}?(\d[\dA-Za-z-]{3,17})(?![\dA-Za-z])/g;
const COUNT = new RegExp(`(\\d+(?:\\.\\d+)?|[${NUMERAL}]{1,5})\\s*([\\u4e00-\\u9fffA-Za-z]{1,3})?`, "g");
const PROVES = /^(?:都|分别|用于|用以)?\s*证明(?:了|的是)?\s*[:：]?\s*/;

const FORMS: Readonly<Record<string, RegExp>> = {
  quantity: new RegExp(
    `^(?:各|共|都是|分别是?|\\s)*(?:(?:\\d+(?:\\.\\d+)?|[${NUMERAL}]{1,5})[\\u4e00-\\u9fffA-Za-z]{1,3}[、和\\s]*)+$`,
  ),
  proves: /证明/,
  responsible: /[局科所室队组办处股部委站心院校司]\s*$/,
  deadline: /^\s*[\d一二三四五六七八九十年月日号底前之\s]+$/,
  certificate: /\d{4}/,
};

/** Whether words without a number of a question have the form of an answer for this part. */
export const hasListForm = (part: string, text: string): boolean => FORMS[part]?.test(text) === true;

/**
 * Answers for a part of the items of a list: certificates, quantities, what evidence proves.
 *
 * They are given to the items that lack the part, in their order, and only if there are as many; null otherwise.
 */
export function readListPart(field: Field, part: string, piece: Piece, scene: Scene): Read | null {
  const known = scene.known?.[field.name];
  if (known === undefined || !Array.isArray(known.value)) return null;
  if (part === "certificate") return certificates(field.name, known, piece, scene);
  const given = givenFor(part, lacking(known, part), piece, scene);
  return filled(field.name, known, part, piece, given);
}

const lacking = ({ value }: Fact, part: string): number =>
  [value].flat().filter((item) => typeof item === "object" && !(part in item)).length;

/** The parts that the words give, one for each item. */
function givenFor(part: string, count: number, piece: Piece, { today }: Scene): readonly object[] {
  const words = wordsOf(piece);
  const each = count === 1 ? [words] : itemsOf(words);
  switch (part) {
    case "quantity": {
      const counts = [...textOf(piece).matchAll(COUNT)].map(([, number = "", unit]) => {
        return { quantity: readNumber(number) ?? 0, ...(unit === undefined ? {} : { unit }) };
      });
      return counts.every(({ quantity }) => quantity > 0) ? counts : [];
    }
    case "proves":
      return each.map((one) => ({ proves: [one.replace(PROVES, "")] }));
    case "responsible":
      return each.map((responsible) => ({ responsible }));
    case "deadline":
      return daysIn(textOf(piece), today).flatMap(({ value }) =>
        value === null ? [] : [{ deadline: value }],
      );
    default:
      return [];
  }
}

function certificates(name: string, known: Fact, piece: Piece, { tenant }: Scene): Read | null {
  if (!isOf(known, "officers")) return null;
  const text = textOf(piece);
  // 甲12030117: numbers beside names are read with them
  if (officersIn(text, tenant.officers).length > 0) return null;
  const held = known.value.map(({ certificate }) => certificate);
  const fresh = [...text.matchAll(CERTIFICATE)].flatMap(([, one = ""]) => (held.includes(one) ? [] : [one]));
  if (fresh.length === 0 || fresh.length > held.filter((one) => one === undefined).length) return null;
  return { claims: [], rejected: [], traits: fresh.map((one) => trait(name, "certificate", one, piece)) };
}

function filled(
  name: string,
  known: Fact,
  part: string,
  piece: Piece,
  given: readonly object[],
): Read | null {
  const { kind, value, sources } = known;
  const rest = [...given];
  if (given.length === 0 || !Array.isArray(value) || lacking(known, part) !== given.length) return null;
  const items = [value]
    .flat()
    .map((item: unknown) =>
      typeof item === "object" && item !== null && !(part in item) ? { ...item, ...rest.shift() } : item,
    );
  const read = VALUE_SCHEMAS[kind].safeParse(items);
  if (!read.success) return null;
  const source = sourceAt(piece.said, piece.start, piece.end);
  const fact: Fact = { kind, value: read.data, sources: [...sources, source] };
  const { start, end } = piece;
  return { claims: [{ name, fact, start, end, ground: "label", isCorrection: true }], rejected: [] };
}
