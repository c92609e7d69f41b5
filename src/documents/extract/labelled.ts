import type { Day } from "../../calendar/day.ts";
import { checkCreditCode } from "../facts/credit-code.ts";
import { readDay } from "../facts/day.ts";
import { checkIdNumber } from "../facts/id-number.ts";
import { numbersIn } from "../facts/identifiers.ts";
import { readMoment } from "../facts/span.ts";
import type { Field } from "../types/document-type.ts";
import { SPAN_CUES } from "./day-cues.ts";
import type { Labelled } from "./labels.ts";
import type { Part } from "./target.ts";
import { claim, joinReads, NOTHING, pieceAt, refuse, textOf, trait, wordsOf } from "./talk.ts";
import type { Piece, Read, Scene, Trait } from "./talk.ts";
import { readParties } from "./parties.ts";
import { traitsOf } from "./traits.ts";
import { readValue } from "./values.ts";

const OF_PARTY = new Set<Part>(["credit_code", "representative", "operator"]);
const EMPTY = /^(?:无|未提供|不详|\/|—+|-+|_+|×+)?$/;

/** The readings of labelled pieces in their order; parts go to the person or party named last. */
export function readLabelled(
  labelled: readonly Labelled[],
  scene: Scene,
  day: Day | null,
  text: string,
): Read[] {
  let owner: Field | null = null;
  const reads: Read[] = [];
  const edges = new Map<string, Piece>();
  const placed = new Set(
    labelled.flatMap(({ target }) => (target.kind === "field" ? target.fields.map(({ name }) => name) : [])),
  );
  for (const { label, target, value } of labelled) {
    if (target.kind === "field") {
      const field = fieldMeant(target.fields, text);
      reads.push(readValue(value, field, scene, day));
      if (field.kind === "person" || field.kind === "party") owner = field;
      else if (field.kind !== "text") owner = null;
    } else if (target.kind === "edge") edges.set(target.edge, value);
    else if (target.kind === "part") {
      const meant: Field | null = target.owner ?? ownerOf(target.part, label, owner, scene, placed);
      if (meant === null) continue;
      if (owner === null && meant.kind !== "text" && target.part === "name") owner = meant;
      reads.push(readPart(target.part, value, meant, scene, day));
    }
  }
  return [...reads, fromEdges(edges, scene, day)];
}

// 时间 is the time of what the message speaks of
function fieldMeant(fields: readonly Field[], text: string): Field {
  const cued = SPAN_CUES.flatMap(([name, cue]) =>
    cue.test(text) ? fields.filter((field) => field.name === name) : [],
  );
  const [first] = cued.length > 0 ? cued : fields;
  if (first === undefined) throw new RangeError("a label without a field");
  return first;
}

// where a firm has its seat, whoever was named last
const SEAT = /^(?:住所地?|住所\(住址\)|经营场所|注册地址|经营地址)$/;
const ON_SITE = new Set(["site_person", "receiver", "witness"]);

function ownerOf(
  part: Part,
  label: string,
  owner: Field | null,
  scene: Scene,
  placed: ReadonlySet<string>,
): Field | null {
  const pick = (...names: string[]): Field | null =>
    names.map((name) => scene.byName.get(name)).find((field) => field !== undefined) ?? null;
  if (part === "certificate") return pick("officers", "servers");
  if (OF_PARTY.has(part)) return pick("party");
  if (part === "address") {
    const isSeat = SEAT.test(label) && (owner === null || ON_SITE.has(owner.name));
    if (isSeat) return pick("party") ?? owner;
    if (owner !== null) return owner;
    if (label !== "地址") return pick("interviewee", "party", "site_person");
    const place = pick("inspection_place", "act_place");
    const isPlaced = place !== null && (placed.has(place.name) || scene.known?.[place.name] !== undefined);
    const isAsked = scene.known?.party !== undefined && isPlaced;
    return isAsked ? pick("party") : (place ?? pick("party"));
  }
  if (owner !== null) return owner;
  if (part === "name") return pick("interviewee", "party", "site_person", "receiver");
  return pick("interviewee", "site_person", "receiver", "party");
}

/** The part in the first clause; what goes on behind it tells more of the same person or party. */
function readPart(part: Part, whole: Piece, owner: Field, scene: Scene, day: Day | null): Read {
  const piece = part === "name" || owner.kind === "text" ? whole : firstClause(whole);
  const rest = pieceAt(whole.said, piece.end, whole.end);
  if (rest.end <= rest.start) return readOnePart(part, piece, owner, scene, day);
  const { traits = [] } = traitsOf(rest, owner, scene);
  // who is in charge on site may be somebody else
  const isSure = ({ key, source }: Trait): boolean =>
    key !== "representative" ||
    !scene.byName.has("site_person") ||
    source.words?.startsWith("负责人") !== true;
  const more: Read = { claims: [], rejected: [], traits: traits.filter(isSure) };
  return joinReads([readOnePart(part, piece, owner, scene, day), readParties(rest, scene), more]);
}

// certificates may be a list
const firstClause = (piece: Piece): Piece =>
  pieceAt(
    piece.said,
    piece.start,
    piece.start + (/^[^,。;\n]*(?:[,;]\s*[\dA-Za-z-]+(?=[,;。\n]|$))*/.exec(textOf(piece))?.[0].length ?? 0),
  );

function readOnePart(part: Part, piece: Piece, owner: Field, scene: Scene, day: Day | null): Read {
  const words = wordsOf(piece).replace(/[。；;，,]+$/, "");
  if (EMPTY.test(words)) return NOTHING;
  if (owner.kind === "text" || part === "name") return readValue(piece, owner, scene, day);
  const value = partValue(part, words, textOf(piece), scene);
  if (typeof value !== "string") return { claims: [], rejected: [refuse(owner.name, piece, value)] };
  const found =
    part === "certificate" ? words.split(/[、,，;；\s]+/).filter((one) => /\d{4}/.test(one)) : [value];
  return { claims: [], rejected: [], traits: found.map((one) => trait(owner.name, part, one, piece)) };
}

type Reason = { readonly zh: string; readonly en: string };

function partValue(part: Part, words: string, text: string, scene: Scene): string | Reason {
  switch (part) {
    case "id_number": {
      const check = checkIdNumber(/[\dXx][\dXx\s-]{13,}[\dXx]/.exec(text)?.[0] ?? text);
      return check.isValid ? check.number : check.reason;
    }
    case "credit_code": {
      const check = checkCreditCode(/[\dA-Za-z]{15,20}/.exec(text)?.[0] ?? text);
      return check.isValid ? check.code : check.reason;
    }
    case "birth_date": {
      const day = readDay(words.replace(/(?:出生|生)$/, ""), scene.today);
      return day.value ?? day.reason;
    }
    case "phone":
      return numbersIn(text).find(({ kind }) => kind === "phone")?.value ?? words;
    case "sex":
      return /女/.test(words) ? "女" : "男";
    default:
      return words;
  }
}

function fromEdges(edges: ReadonlyMap<string, Piece>, scene: Scene, day: Day | null): Read {
  const [from, to] = [edges.get("from"), edges.get("to")];
  const field = scene.fields.find(({ kind }) => kind === "span");
  if (from === undefined || to === undefined || field === undefined) return NOTHING;
  const start = readMoment(textOf(from).trim(), scene.today, day);
  if (start.value === null) return { claims: [], rejected: [refuse(field.name, from, start.reason)] };
  const end = readMoment(textOf(to).trim(), scene.today, start.value.slice(0, 10));
  if (end.value === null) return { claims: [], rejected: [refuse(field.name, to, end.reason)] };
  const whole: Piece = {
    said: from.said,
    start: Math.min(from.start, to.start),
    end: Math.max(from.end, to.end),
  };
  return {
    claims: [claim(field.name, "span", { from: start.value, to: end.value }, whole, "label")],
    rejected: [],
  };
}
