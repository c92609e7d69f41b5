import type { Party, Person } from "../facts/kinds.ts";
import { numbersIn } from "../facts/identifiers.ts";
import { asParty, describedIn } from "./persons.ts";
import type { Described } from "./persons.ts";
import { isName } from "./names.ts";
import { addressesIn, firmsIn, isUnitName } from "./places.ts";
import { claim, refuse, textOf, trait, within } from "./talk.ts";
import type { Claim, Piece, Read, Rejected, Scene, Trait } from "./talk.ts";

// the most telling first: who is named as in charge stands before who merely works there
const SITE_ROLES: readonly RegExp[] = [
  /负责人|在场人|现场人员/,
  /^(?:老板娘?|店主|店长|经营者|经营人|业主|厂长|园长|站长|船长|船主|总监|场长|矿长|馆长|摊主|总经理)$/,
  /经理|主管|主任|队长|班长|院长|校长|所长|书记/,
  /员|工|司机|驾驶人|骑手|保安|门卫|会计|出纳|采购|库管|家属|厨师长?/,
];
const PARTY_ROLES = /当事人|违法行为人|嫌疑人/;
const ACTOR_ROLES = /^(?:摊主|摊贩|司机|驾驶人|骑手|驾驶员|车主|货主)$/;
const HEADS = /法定代表人|法人代表|^法人$/;
const OPERATORS = /^(?:经营者|经营人)$/;
const SIGNED = /^[^,。;\n]{0,8}(?:签收|代收|收下|接收)/;
const ASKED = /(?:询问|问了|问的|约谈|找)了?(?:[^,。;\n]{0,8})$/;

/** People, parties, credit codes and identity numbers of a piece for the fields that hold them. */
export function readParties(piece: Piece, scene: Scene): Read {
  const text = textOf(piece);
  const people = describedIn(text, scene.today);
  const claims: Claim[] = [];
  const traits: Trait[] = [];
  const rejected: Rejected[] = [];
  for (const person of people) {
    const at = within(piece, person.found.start, person.end);
    const name = fieldOf(person, text, scene);
    if (name !== null)
      claims.push(claim(name, "person", onlyOwn(person, text, scene), at, groundOf(person, name)));
    traits.push(...headTraits(person, at, scene));
    const party = partyOf(person, at, scene, name);
    if (party !== null) claims.push(party);
    const owner = name ?? party?.name;
    if (owner !== undefined) traits.push(...laterTraits(person, owner, piece));
    for (const wrong of person.wrong) {
      const place = within(piece, wrong.start, wrong.end);
      if (wrong.reason) rejected.push(refuse(name ?? "party", place, wrong.reason));
    }
  }
  if (scene.byName.has("party")) traits.push(...seatTraits(piece, text));
  if (scene.byName.has("party") && people.length === 0) claims.push(...maskedClaims(piece, text));
  const firms = scene.byName.has("party") ? firmClaims(piece, text) : [];
  if (people.length === 0) traits.push(...pronounTraits(piece, text, scene));
  const loose = looseNumbers(piece, scene, people);
  return {
    claims: [...claims, ...firms],
    traits: [...traits, ...loose.traits],
    rejected: [...rejected, ...loose.rejected],
  };
}

const SEAT = /(?:住所地?|经营场所|经营地址|注册地址)(?:是|为|在|位于|:)?\s*(?=[\u4e00-\u9fff])/g;

// 住所 and 经营场所 without colon are of the party: 法定代表人丙,住所云溪区青石路18号
function seatTraits(piece: Piece, text: string): Trait[] {
  return [...text.matchAll(SEAT)].flatMap(({ 0: words, index }) => {
    const from = index + words.length;
    const [found] = addressesIn(text.slice(from));
    if (found?.start !== 0 || found.value === null) return [];
    return [trait("party", "address", found.value, within(piece, index, from + found.end))];
  });
}

const laterTraits = ({ later }: Described, owner: string, piece: Piece): Trait[] =>
  later.flatMap(({ kind, start, end, value }) => {
    const key = kind === "id" ? "id_number" : kind === "phone" ? "phone" : null;
    return key === null || value === null ? [] : [trait(owner, key, value, within(piece, start, end))];
  });

/** A person on site without the address of the firm. */
function onlyOwn({ found, value }: Described, text: string, scene: Scene): Person {
  const { address, ...own } = value;
  if (address === undefined || !scene.byName.has("party")) return value;
  const lead = text.slice(found.end, text.indexOf(address, found.end));
  return SEAT_END.test(lead) ? own : value;
}

const SEAT_END = /(?:住所地?|经营场所|经营地址|注册地址)(?:是|为|在|位于|:)?\s*$/;

/** The firm that a place is called by: 滨江路77号星光KTV. */
export const readFirm = (piece: Piece, scene: Scene): Read => {
  const text = textOf(piece);
  const claims = scene.byName.has("party") ? firmClaims(piece, text) : [];
  return { claims: claims.map((one) => ({ ...one, ground: "likely" })), rejected: [] };
};

function groundOf({ found }: Described, name: string): Claim["ground"] {
  if (name !== "site_person") return "cue";
  return SITE_ROLES[0]?.test(found.title) || SITE_ROLES[0]?.test(found.role) ? "cue" : "likely";
}

/** The field of a person by the role: the field's own names first, then what people are called on site. */
function fieldOf({ found, end }: Described, text: string, scene: Scene): string | null {
  if (PARTY_ROLES.test(found.title) || HEADS.test(found.title)) return null;
  const after = text.slice(end);
  if (scene.byName.has("receiver") && SIGNED.test(after)) return "receiver";
  const people = scene.fields.filter(({ kind }) => kind === "person");
  const lead = text.slice(Math.max(0, found.start - 9), found.start);
  const named = people.find(({ label, aliases }) =>
    [label.zh, ...aliases].some(
      (alias) => alias.length >= 3 && new RegExp(`${alias}[^,。;\\n]{0,6}$`).test(lead),
    ),
  );
  if (named !== undefined) return named.name;
  const own = people.find(({ label, aliases }) =>
    [label.zh, ...aliases].some((alias) => alias === found.title || alias === found.role),
  );
  if (own !== undefined) return own.name;
  if (scene.byName.has("interviewee") && ASKED.test(text.slice(0, found.start))) return "interviewee";
  const isOnSite = SITE_ROLES.some((roles) => roles.test(found.title) || roles.test(found.role));
  if (!isOnSite) return null;
  return ["site_person", "interviewee", "receiver"].find((name) => scene.byName.has(name)) ?? null;
}

function headTraits({ found }: Described, at: Piece, scene: Scene): Trait[] {
  if (!scene.byName.has("party")) return [];
  if (HEADS.test(found.title)) return [trait("party", "representative", found.name, at)];
  if (OPERATORS.test(found.title)) return [trait("party", "operator", found.name, at)];
  const isHead = /^(?:现场)?负责人$/.test(found.title) && !scene.byName.has("site_person");
  return isHead ? [trait("party", "representative", found.name, at)] : [];
}

function partyOf(person: Described, at: Piece, scene: Scene, taken: string | null): Claim | null {
  if (!scene.byName.has("party")) return null;
  const { title } = person.found;
  if (PARTY_ROLES.test(title)) return claim("party", "party", asParty(person.value), at, "cue");
  const isActor = ACTOR_ROLES.test(title) && isName(person.found.name) && taken !== "receiver";
  return isActor ? claim("party", "party", asParty(person.value), at, "likely") : null;
}

// 余某骑电动车逆行: somebody named as papers mask names, without a role
const MASKED = /(?<=^|[,。;:\s]|看到|发现|由)([\u4e00-\u9fff]某(?:某|[甲乙丙丁])?)(?!某|公司|店)/;

function maskedClaims(piece: Piece, text: string): Claim[] {
  const match = MASKED.exec(text);
  const name = match?.[1] ?? "";
  if (match === null || !isName(name)) return [];
  const at = within(piece, match.index, match.index + name.length);
  return [claim("party", "party", { kind: "person", name }, at, "likely")];
}

function firmClaims(piece: Piece, text: string): Claim[] {
  return firmsIn(text).map(({ start, end, words }, at) => {
    const isCued = /(?:当事人|被检查(?:人|单位)|对|检查|查处|单位)(?:是|为|:)?\s*$/.test(
      text.slice(0, start),
    );
    const value: Party = { kind: "unit", name: words };
    return claim("party", "party", value, within(piece, start, end), at === 0 && isCued ? "cue" : "likely");
  });
}

function looseNumbers(
  piece: Piece,
  scene: Scene,
  people: readonly Described[],
): Pick<Required<Read>, "traits" | "rejected"> {
  const text = textOf(piece);
  const taken = people.map(({ found, end }) => [found.end, end] as const);
  const free = numbersIn(text).filter(
    ({ kind, start }) =>
      kind === "credit" || (kind === "id" && taken.every(([from, to]) => start < from || start >= to)),
  );
  const owner = nearestOwner(scene);
  const traits: Trait[] = [];
  const rejected: Rejected[] = [];
  for (const { kind, start, end, value, reason } of free) {
    const isCode = kind === "credit";
    if (isCode && !scene.byName.has("party")) continue;
    const name = isCode ? "party" : owner;
    const place = within(piece, start, end);
    if (value !== null) traits.push(trait(name, isCode ? "credit_code" : "id_number", value, place));
    else if (reason && people.every(({ wrong }) => wrong.every((one) => one.start !== start))) {
      rejected.push(refuse(name ?? "party", place, reason));
    }
  }
  return { traits, rejected };
}

const THEIR_PHONE = /(?<=^|[,。;\n])(?:他|她)(?:的)?(?:联系)?(?:电话|手机)(?:号码?)?(?:是|为|:)?\s*$/;
const THEIR_HOME = /(?<=^|[,。;\n])(?:他|她)?(?:家住|现住|住在)(?:在)?\s*$/;

// 他电话…, 家住…: of the person whom the talk is about
function pronounTraits(piece: Piece, text: string, scene: Scene): Trait[] {
  const owner = nearestOwner(scene);
  if (owner === null || scene.known?.[owner] === undefined) return [];
  const phones = numbersIn(text).filter(
    ({ kind, start }) => kind === "phone" && THEIR_PHONE.test(text.slice(0, start)),
  );
  const homes = addressesIn(text).filter(({ start }) => THEIR_HOME.test(text.slice(0, start)));
  const of = (key: string, found: readonly { start: number; end: number; value: string | null }[]): Trait[] =>
    found.flatMap(({ start, end, value }) =>
      value === null ? [] : [trait(owner, key, value, within(piece, start, end))],
    );
  return [...of("phone", phones), ...of("address", homes)];
}

/** Whose number it is when nobody is named beside it: the one person the document is about. */
const nearestOwner = (scene: Scene): string | null =>
  ["interviewee", "site_person", "party", "receiver"].find((name) => scene.byName.has(name)) ?? null;

/** What a party is by its name, code and people: a person, a sole trader or a unit. */
export function partyKind(party: Party, texts: readonly string[]): Party["kind"] {
  if (party.credit_code !== undefined) return party.credit_code.startsWith("92") ? "sole_trader" : "unit";
  if (isUnitName(party.name)) return "unit";
  if (party.operator !== undefined || texts.some((text) => /个体(?:工商)?户|个体经营/.test(text))) {
    return isName(party.name) && party.operator === undefined ? "person" : "sole_trader";
  }
  return party.kind;
}
