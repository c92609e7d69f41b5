import type { Day } from "../../calendar/day.ts";
import { claim, joinReads, pieceAt, refuse, textOf } from "./talk.ts";
import type { Claim, Piece, Read, Said, Scene } from "./talk.ts";
import { dialogueIn } from "./dialogue.ts";
import type { Target } from "./target.ts";
import { splitByLabels } from "./labels.ts";
import { readLabelled } from "./labelled.ts";
import { readAnswers, readLists, readOfficers, readTables } from "./lists.ts";
import { readProse } from "./narrative.ts";
import { readFirm, readParties } from "./parties.ts";
import { readPlaces } from "./place-fields.ts";
import { readTexts } from "./texts.ts";
import { readTimes } from "./times.ts";
import { readPartReplies, readReplies, repliesIn } from "./replies.ts";
import type { Replies } from "./replies.ts";
import { isLongKind } from "./values.ts";

/** The labels of the fields at hand, made once for a talk. */
export interface Labels {
  readonly book: ReadonlyMap<string, Target>;
  readonly pattern: RegExp;
}

const CORRECTION =
  /更正|纠正|改成|改为|应该是|应为|写错|说错|搞错|打错|记错|不对[,，]|不是[^,，。]{1,20}[,，]?(?:而)?是/;
const WHICH = {
  zh: "这是更正，请写出这一项改后的整段话",
  en: "this corrects something; please write the whole text of that field as it should be",
};
/** Everything that one message says for the fields at hand. */
export function readMessage(said: Said, scene: Scene, labels: Labels, day: Day | null): Read {
  const whole = pieceAt(said, 0, said.text.length);
  const talk = scene.byName.has("dialogue") ? dialogueIn(said.text, said.message.text) : null;
  const tables = readTables(whole, scene);
  const replies = repliesIn(said, scene);
  const parts = readPartReplies(said, replies, scene);
  const used = [...(talk === null ? [] : [talk]), ...tables.used, ...parts.used];
  const open: Said = { ...said, text: blanked(said.text, used) };
  const { labelled, prose } = splitByLabels(open, labels.book, labels.pattern);
  const dialogue =
    talk === null
      ? []
      : [claim("dialogue", "dialogue", talk.value, pieceAt(said, talk.start, talk.end), "label")];
  const long = labelled.filter(
    ({ target }) => target.kind === "field" && target.fields.some(({ kind }) => isLongKind(kind)),
  );
  const read = joinReads([
    { claims: dialogue, rejected: [] },
    tables,
    parts,
    ...readLabelled(labelled, scene, day, said.text),
    ...labelled.map(({ value }) => readTexts(value, scene)),
    ...labelled.filter(({ target }) => isPlace(target)).map(({ value }) => readFirm(value, scene)),
    ...long.map(({ value }) => inPassing(joinReads(readersOf(value, scene, day)))),
    ...prose.flatMap((piece) => without(piece, used)).map((piece) => readPiece(piece, scene, day, replies)),
  ]);
  const answered = joinReads([read, readReplies(replies, scene, read, day)]);
  return { ...answered, claims: answered.claims.map((one) => corrected(one, said.text)) };
}

/** The text with these parts blanked out, as long as before. */
const blanked = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): string =>
  parts.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "\n".repeat(end - start) + rest.slice(end),
    text,
  );

const isPlace = (target: Target): boolean =>
  target.kind === "field"
    ? target.fields.some(({ name }) => name === "inspection_place" || name === "act_place")
    : target.kind === "part" && target.part === "address";

/** What is left of a piece between the parts that were used up. */
function without(piece: Piece, used: readonly { readonly start: number; readonly end: number }[]): Piece[] {
  const inside = used.filter(({ start, end }) => start < piece.end && end > piece.start);
  const edges = [piece.start, ...inside.flatMap(({ start, end }) => [start, end]), piece.end];
  const rests = edges.flatMap((edge, at) =>
    at % 2 === 0 ? [pieceAt(piece.said, edge, Math.max(edge, edges[at + 1] ?? edge))] : [],
  );
  return rests.filter(({ start, end }) => end > start);
}

// a story that names the head of a firm does not say of which one
const inPassing = (read: Read): Read => ({
  ...read,
  traits: (read.traits ?? []).filter(({ key }) => key === "id_number" || key === "credit_code"),
});

const readersOf = (piece: Piece, scene: Scene, day: Day | null): Read[] => [
  readTimes(piece, scene, day),
  readPlaces(piece, scene),
  readParties(piece, scene),
  readOfficers(piece, scene),
  readAnswers(piece, scene),
  readLists(piece, scene),
  readTexts(piece, scene),
];

function readPiece(piece: Piece, scene: Scene, day: Day | null, { replies, tail }: Replies): Read {
  const read = joinReads(readersOf(piece, scene, day));
  const marks = [
    ...read.claims,
    ...(read.traits ?? []).map((one) => ({ ...one, fact: { kind: "person" as const } })),
  ];
  if (CORRECTION.test(textOf(piece))) return joinReads([read, halfCorrections(piece, scene, marks)]);
  // what stands behind a number is an answer; free talk goes on behind the last one
  const isAnswer = replies.some(({ isNumbered }) => isNumbered);
  const free = isAnswer ? pieceAt(piece.said, Math.max(piece.start, tail), piece.end) : piece;
  return free.end > free.start ? joinReads([read, readProse(free, scene, marks)]) : read;
}

// a sentence that corrects free prose has to say which one; it is not put beside the wrong one
function halfCorrections(piece: Piece, scene: Scene, marks: Parameters<typeof readProse>[2]): Read {
  const prose = readProse(piece, scene, marks);
  const wholes = prose.claims.map(({ name, start, end }) => refuse(name, { ...piece, start, end }, WHICH));
  return { claims: [], rejected: wholes };
}

function corrected(one: Claim, text: string): Claim {
  const at = CORRECTION.exec(text)?.index;
  return at !== undefined && one.start >= at && one.fact.kind !== "prose"
    ? { ...one, isCorrection: true }
    : one;
}
