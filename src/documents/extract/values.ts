import type { Day } from "../../calendar/day.ts";
import type { Words } from "../../core/language.ts";
import { amountsIn, readAmount } from "../facts/amount.ts";
import { daysIn, readDay } from "../facts/day.ts";
import { numbersIn } from "../facts/identifiers.ts";
import type { Kind } from "../facts/kinds.ts";
import { readNumber } from "../facts/numerals.ts";
import { readMoment, readSpan } from "../facts/span.ts";
import type { Field } from "../types/document-type.ts";
import { answersIn, yesOrNo } from "./answers.ts";
import { readListValue } from "./list-values.ts";
import { partyValue, personValue } from "./people-values.ts";
import { photosOf } from "./photos.ts";
import { choiceIn } from "./texts.ts";
import { claim, NOTHING, refuse, textOf, withStop, wordsOf } from "./talk.ts";
import type { Claim, Piece, Read, Scene } from "./talk.ts";

const NOT_READ: Words = {
  zh: "没有读懂，请换个说法",
  en: "this was not understood, please put it another way",
};
const NOT_EXACT: Words = { zh: "没有读出准确的金额", en: "no exact amount was read" };
const NO_YES: Words = { zh: "没有读出是或否", en: "neither yes nor no was read" };
const EMPTY = /^(?:未提供|不详|待补|待定|空|略|\/|—+|-+|_+|×+|暂缺|不知道|不清楚)?$/;
const NONE_OF_IT = /^(?:无|没有|暂无)$/;

/** What stands behind a field's label, read as the field's kind; empty and 不详 say nothing. */
export function readValue(piece: Piece, field: Field, scene: Scene, day: Day | null): Read {
  const words = wordsOf(piece);
  if (EMPTY.test(words)) return NOTHING;
  const text = textOf(piece).trim();
  const bad = (reason: Words): Read => ({ claims: [], rejected: [refuse(field.name, piece, reason)] });
  const good = (one: Claim): Read => ({ claims: [one], rejected: [] });
  const { name, kind } = field;
  switch (kind) {
    case "text":
      return good(claim(name, kind, textValue(field, words, text), piece, "label"));
    case "prose":
      return good(claim(name, kind, wordsOf(withStop(piece)), withStop(piece), "label"));
    case "number": {
      const number = readNumber(/[\d.]+|[零一二两三四五六七八九十百千]+/.exec(text)?.[0] ?? "");
      return number === null ? bad(NOT_READ) : good(claim(name, kind, number, piece, "label"));
    }
    case "money": {
      const yuan = NONE_OF_IT.test(text)
        ? 0
        : (readAmount(text.replace(/[。.]$/, "")) ?? amountsIn(text)[0]?.yuan ?? null);
      return yuan === null ? bad(NOT_EXACT) : good(claim(name, kind, yuan, piece, "label"));
    }
    case "date":
      return dateValue(piece, field, scene);
    case "moment": {
      const moment = readMoment(text, scene.today, day);
      return moment.value === null
        ? bad(moment.reason)
        : good(claim(name, kind, moment.value, piece, "label"));
    }
    case "span": {
      const span = readSpan(text, scene.today, day);
      return span.value === null ? bad(span.reason) : good(claim(name, kind, span.value, piece, "label"));
    }
    case "answer": {
      const [said] = answersIn(text, (one) => one === name);
      const yes = said?.value.yes ?? yesOrNo(text);
      const value = yes === null || /^[是否]$/.test(words) ? {} : { words };
      return yes === null ? bad(NO_YES) : good(claim(name, kind, { yes, ...value }, piece, "label"));
    }
    case "choice": {
      const claims = choiceIn(piece, textOf(piece), field, "label");
      return claims.length === 0 ? bad(NOT_READ) : { claims, rejected: [] };
    }
    case "photos": {
      const photos = photosOf(text);
      return photos === null ? bad(NOT_READ) : good(claim(name, kind, photos, piece, "label"));
    }
    case "person":
      return personValue(piece, field, scene);
    case "party":
      return partyValue(piece, field, scene);
    default:
      return readListValue(piece, field, scene);
  }
}

function textValue(field: Field, words: string, text: string): string {
  if (field.name.endsWith("number")) {
    const number = numbersIn(text).find(({ kind }) => kind === "document")?.value;
    if (number) return number;
  }
  return (
    words
      .replace(/[。.;；]+$/, "")
      .replace(/^[“"](.*)[”"]$/, "$1")
      .trim() || words
  );
}

function dateValue(piece: Piece, { name }: Field, scene: Scene): Read {
  const text = textOf(piece).trim();
  const whole = readDay(text.replace(/[。.]$/, ""), scene.today);
  const [first, ...more] = daysIn(text, scene.today);
  const value = whole.value ?? (more.length === 0 ? (first?.value ?? null) : null);
  if (value !== null) return { claims: [claim(name, "date", value, piece, "label")], rejected: [] };
  const reason = first?.reason ?? (whole.value === null ? whole.reason : undefined) ?? NOT_READ;
  return { claims: [], rejected: [refuse(name, piece, reason)] };
}

/** Kinds whose labelled value may run over several lines. */
export const isLongKind = (kind: Kind): boolean =>
  kind === "prose" || kind === "dialogue" || kind === "matters";
