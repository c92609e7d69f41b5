import { numbersIn } from "../facts/identifiers.ts";
import type { Field } from "../types/document-type.ts";
import { inventedNameAt, isName } from "./names.ts";
import { asParty, personOf } from "./persons.ts";
import { claim, NOTHING, refuse, textOf, trait } from "./talk.ts";
import type { Piece, Read, Scene, Trait } from "./talk.ts";
import { traitsOf } from "./traits.ts";

const NOT_READ = {
  zh: "没有读懂，请换个说法",
  en: "this was not understood, please put it another way",
};
const NONE_OF_IT = /^(?:无|没有|暂无)$/;
const IN_BRACKETS = /(法定代表人|负责人|经营者)(?:是|为|:)?\s*([\u4e00-\u9fff·]{1,8}?)(?=[,;。\s)]|$)/g;

/** Somebody behind a label, with all that is said of them. */
export function personValue(piece: Piece, { name }: Field, scene: Scene): Read {
  const { text, words } = aligned(piece);
  if (NONE_OF_IT.test(text)) return NOTHING;
  const person = personOf(text, words, scene.today);
  const numbers = wrongNumbers(piece, name);
  if (person === null) {
    const loose = numberTraits(piece, name);
    return loose.length > 0
      ? { claims: [], traits: loose, rejected: numbers }
      : { claims: [], rejected: [refuse(name, piece, NOT_READ), ...numbers] };
  }
  const { address, ...rest } = person;
  if (name === "contact_person" && address !== undefined && scene.byName.has("contact_address")) {
    const both = [
      claim(name, "person", rest, piece, "label"),
      claim("contact_address", "text", address, piece, "label"),
    ];
    return { claims: both, rejected: numbers };
  }
  return { claims: [claim(name, "person", person, piece, "label")], rejected: numbers };
}

const aligned = (piece: Piece): { text: string; words: string } => {
  const raw = textOf(piece);
  const lead = raw.length - raw.trimStart().length;
  return { text: raw.trim(), words: piece.said.message.text.slice(piece.start + lead, piece.end) };
};

const wrongNumbers = (piece: Piece, name: string): Read["rejected"] =>
  numbersIn(textOf(piece)).flatMap(({ value, reason, start, end }) =>
    value === null && reason
      ? [refuse(name, { said: piece.said, start: piece.start + start, end: piece.start + end }, reason)]
      : [],
  );

const numberTraits = (piece: Piece, name: string): Trait[] =>
  numbersIn(textOf(piece)).flatMap(({ kind, value, start, end }) => {
    const key = { id: "id_number", credit: "credit_code", phone: "phone", plate: null, document: null }[kind];
    const at = { said: piece.said, start: piece.start + start, end: piece.start + end };
    return value === null || key === null
      ? []
      : [trait(key === "credit_code" ? "party" : name, key, value, at)];
  });

/** The party behind a label: name first, then head, numbers and address in any order, as our forms print them too. */
export function partyValue(piece: Piece, field: Field, scene: Scene): Read {
  const { name } = field;
  const { text, words } = aligned(piece);
  const rejected = wrongNumbers(piece, name);
  const traits = numberTraits(piece, name);
  const [first = ""] = /^[^,;。\n]*/.exec(text) ?? [];
  const bare = first.replace(/\((?:[^)]*(?:个体|法定|统一|经营者|负责人|代码)[^)]*)\)$/, "").trim();
  const isNumber = numbersIn(bare).length > 0;
  if (bare === "" || isNumber) return { claims: [], traits, rejected };
  const person = isName(bare.split(/[\s(]/)[0] ?? "") ? personOf(text, words, scene.today) : null;
  if (person !== null) return { claims: [claim(name, "party", asParty(person), piece, "label")], rejected };
  const isPerson = traits.some(({ key }) => key === "id_number") && inventedNameAt(bare) === bare;
  const value = { kind: isPerson ? "person" : "unit", name: words.slice(0, bare.length).trim() } as const;
  const inside = [...first.matchAll(IN_BRACKETS)].map((match) =>
    trait(name, match[1] === "经营者" ? "operator" : "representative", match[2] ?? "", piece),
  );
  const from = piece.end - (words.length - first.length);
  const { traits: more = [] } = traitsOf({ ...piece, start: from }, field, scene);
  const all = [...traits, ...inside, ...more];
  const people = all.filter((one, at) => all.findIndex(({ key }) => key === one.key) === at);
  return { claims: [claim(name, "party", value, piece, "label")], traits: people, rejected };
}
