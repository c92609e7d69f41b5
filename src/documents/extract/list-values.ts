import type { Words } from "../../core/language.ts";
import { daysIn } from "../facts/day.ts";
import { numbersIn } from "../facts/identifiers.ts";
import type { Person } from "../facts/kinds.ts";
import type { Field } from "../types/document-type.ts";
import { dialogueIn } from "./dialogue.ts";
import { goodsIn, listedGoods } from "./goods.ts";
import { lawsIn } from "./laws.ts";
import { evidenceItem } from "./lists.ts";
import { isName } from "./names.ts";
import { fromRoster, officersIn } from "./officers.ts";
import { penaltiesIn } from "./penalties.ts";
import { evidenceOf, goodsOf, tablesIn } from "./tables.ts";
import { claim, NOTHING, refuse, textOf, withStop, wordsOf } from "./talk.ts";
import type { Claim, Piece, Read, Scene } from "./talk.ts";

const NOT_READ: Words = {
  zh: "没有读懂，请一条一行写",
  en: "this was not understood; please write one item a line",
};
const NUMBERED =
  /(?:^|\n|[。;；])\s*(?:[①-⑳]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、]|\d{1,2}[.．](?!\d))\s*/;
const NONE = /^(?:无|没有|暂无)[。.]?$/;

/** The items of a list as people write it: numbered, a line each, or with 、 and ; between. */
export function itemsOf(words: string): string[] {
  const isNumbered = NUMBERED.test(words);
  const parts = isNumbered
    ? words.split(NUMBERED)
    : words.split(words.includes("\n") ? /\n/ : /[;；]/.test(words) ? /[;；]/ : /[、,，]/);
  return parts.map((part) => part.trim().replace(/[。；;，,]+$/, "")).filter((part) => part !== "");
}

/** The items of a list of sentences: numbered or a line each, with their stops. */
function sentencesOf(words: string): string[] {
  const parts = NUMBERED.test(words) ? words.split(NUMBERED) : words.split(/\n|[;；]/);
  return parts.map((part) => part.trim().replace(/[；;，,]+$/, "")).filter((part) => part !== "");
}

/** What stands behind the label of a list field. */
export function readListValue(piece: Piece, field: Field, scene: Scene): Read {
  const words = wordsOf(piece);
  if (NONE.test(words)) return NOTHING;
  const found = listClaim(piece, field, scene, words);
  return found === null
    ? { claims: [], rejected: [refuse(field.name, piece, NOT_READ)] }
    : { claims: [found], rejected: [] };
}

function listClaim(piece: Piece, { name, kind }: Field, scene: Scene, words: string): Claim | null {
  const text = textOf(piece).trim();
  const items = itemsOf(words);
  const [first] = items;
  if (first === undefined) return null;
  switch (kind) {
    case "list":
      return claim(name, kind, items, piece, "label");
    case "people":
      return claim(name, kind, items.map(attendee), piece, "label");
    case "officers": {
      const found = officersIn(`执法人员:${text}`, scene.tenant.officers).filter(
        ({ value }, at, all) => all.findIndex((one) => one.value.name === value.name) === at,
      );
      if (found.length === 0) return null;
      const named = claim(
        name,
        kind,
        found.map(({ value }) => value),
        piece,
        "label",
      );
      return found.some(({ isFromRoster }) => isFromRoster) ? fromRoster(named) : named;
    }
    case "laws": {
      const cites = lawsIn(text).map(({ start, end }) => ({ cite: words.slice(start, end) }));
      return cites.length === 0 ? null : claim(name, kind, cites, piece, "label");
    }
    case "penalties": {
      const value = penaltiesIn(text)?.value ?? penaltiesIn(`罚款${text}`)?.value;
      return value === undefined ? null : claim(name, kind, [...value], piece, "label");
    }
    case "goods": {
      const table = tablesIn(words)
        .map(goodsOf)
        .find((goods) => goods !== null);
      const value = table ?? listedGoods(text) ?? goodsIn(text).map((one) => one.value);
      return value.length === 0 ? null : claim(name, kind, value, piece, "label");
    }
    case "evidence": {
      const table = tablesIn(words)
        .map(evidenceOf)
        .find((rows) => rows !== null);
      const value = table ?? items.map((item, at) => evidenceItem(String(at + 1), item));
      return claim(name, kind, value, piece, "label");
    }
    case "references":
      return claim(name, kind, items.map(reference), piece, "label");
    case "dialogue": {
      const found = dialogueIn(text, words);
      return found === null ? null : claim(name, kind, found.value, piece, "label");
    }
    case "matters": {
      // a numbered list ends with a stop, a sentence has its own
      const whole = NUMBERED.test(words) ? words : wordsOf(withStop(piece));
      return claim(name, kind, sentencesOf(whole).map(matter), piece, "label");
    }
    case "resolutions":
      return claim(
        name,
        kind,
        sentencesOf(words).map((item) => resolution(item, scene.today)),
        piece,
        "label",
      );
    default:
      return null;
  }
}

function attendee(item: string): Person {
  const [, inside, role] = /^(.+?)[（(]([^)）]+)[)）]$/.exec(item) ?? [];
  if (inside !== undefined && role !== undefined) return { name: inside.trim(), role: role.trim() };
  const [before = "", after = ""] = item.split(/\s+/);
  return after !== "" && isName(before) ? { name: before, role: after } : { name: item };
}

function reference(item: string): { name: string; number?: string } {
  const number = numbersIn(item.replace(/（/g, "(").replace(/）/g, ")")).find(
    ({ kind }) => kind === "document",
  );
  if (number === undefined || number.value === null) return { name: item.replace(/^《(.*)》$/, "$1") };
  const name = item
    .slice(0, number.start)
    .replace(/[(（,，:：\s]+$/, "")
    .replace(/^《(.*)》$/, "$1");
  return name === "" ? { name: item } : { name, number: number.value };
}

function matter(item: string): { heading?: string; text: string } {
  const [, heading, text] = /^([^。；;：:，,\n]{2,20})[。：:]\s*([\s\S]+)$/.exec(item) ?? [];
  return heading === undefined || text === undefined ? { text: item } : { heading, text: text.trim() };
}

// the brackets that our own form adds
const PRINTED = /（(?:责任单位：[^（）]*?)?(?:，?完成时限：[^（）]*)?）$/;

function resolution(
  item: string,
  today: string,
): { matter: string; responsible?: string; deadline?: string } {
  const responsible =
    /(?:由|责任单位[:：是为]?)\s*([\u4e00-\u9fff、]{2,20}?)(?=负责|牵头|落实|组织|于|在|[,，。;；（(]|$)/.exec(
      item,
    )?.[1];
  const deadline = daysIn(item, today).find(
    ({ value, end }) => value !== null && /^\s*(?:之?前|以前|底前|完成|[)）]|$)/.test(item.slice(end)),
  )?.value;
  return {
    matter: item.replace(PRINTED, ""),
    ...(responsible === undefined ? {} : { responsible }),
    ...(deadline ? { deadline } : {}),
  };
}
