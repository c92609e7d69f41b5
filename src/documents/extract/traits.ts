import { numbersIn } from "../facts/identifiers.ts";
import type { Field } from "../types/document-type.ts";
import { inventedNameAt, isName } from "./names.ts";
import { partIn } from "./part-forms.ts";
import { describe } from "./persons.ts";
import { NOTHING, textOf, trait, within } from "./talk.ts";
import type { Piece, Read, Scene, Trait } from "./talk.ts";

const HEAD =
  /^\s*(法定代表人|法人代表|法人|负责人|经营者|经营人|业主)(?:\(负责人\))?(?:是|为|:)?\s*([\u4e00-\u9fff·]{1,8}?)\s*$/;
const LED_HOME =
  /^\s*(?:住所地?|住址|地址|经营场所|经营地址|注册地址|户籍地?址?|(?:现|家)?住)(?:是|为|在|位于|:)*\s*/;

/** What clauses behind a name or a number tell of the same person or party: address, numbers, head, sex, birth. */
export function traitsOf(piece: Piece, owner: Field, scene: Scene): Read {
  if (owner.kind !== "party" && owner.kind !== "person") return NOTHING;
  const clauses = [...textOf(piece).matchAll(/[^,。;\n]+/g)].map(({ 0: words, index }) =>
    within(piece, index, index + words.length),
  );
  const traits = clauses.flatMap((clause) => inClause(clause, owner, scene.today));
  const isFirst = (one: Trait, at: number): boolean => traits.findIndex(({ key }) => key === one.key) === at;
  return { claims: [], rejected: [], traits: traits.filter(isFirst) };
}

function inClause(clause: Piece, { name, kind }: Field, today: string): Trait[] {
  const text = textOf(clause);
  const numbers = numbersIn(text).flatMap((found) => {
    const key = { id: "id_number", credit: "credit_code", phone: "phone", plate: null, document: null }[
      found.kind
    ];
    const isOf = key !== null && (kind === "party" || key !== "credit_code");
    const at = within(clause, found.start, found.end);
    return found.value === null || !isOf ? [] : [trait(name, key, found.value, at)];
  });
  if (numbers.length > 0) return numbers;
  const head = kind === "party" ? headOf(text) : null;
  if (head !== null) return [trait(name, head.key, head.name, clause)];
  const { sex, birth_date } = describe(text, today);
  const told = Object.entries({ sex, birth_date }).filter(([, value]) => value !== undefined);
  if (told.length > 0) return told.map(([key, value]) => trait(name, key, String(value), clause));
  const home = partIn("address", text, today, true);
  if (home === null || "reason" in home || (home.start === 0 && LED_HOME.test(text))) return [];
  return [trait(name, "address", home.value, within(clause, home.start, home.end))];
}

/** The head of a party in a clause of its own: 法定代表人丙, 经营者：丙某, or the bare name that our forms print. */
export function headOf(text: string): { readonly key: string; readonly name: string } | null {
  const whole = text.trim();
  const bare = inventedNameAt(whole) === whole || isName(whole);
  const [, title = "", after = ""] = HEAD.exec(whole) ?? [];
  if (after === "" && !bare) return null;
  const key = /经营|业主/.test(title || whole) ? "operator" : "representative";
  return { key, name: bare ? whole : after };
}
