import type { Day } from "../../calendar/day.ts";
import { claim, joinReads, NOTHING, pieceAt, refuse, textOf } from "./talk.ts";
import type { Claim, Piece, Read, Said, Scene } from "./talk.ts";
import { dialogueIn } from "./dialogue.ts";
import type { Target } from "./labels.ts";
import { splitByLabels } from "./labels.ts";
import { readLabelled } from "./labelled.ts";
import { readAnswers, readLists, readOfficers, readTables } from "./lists.ts";
import { readProse } from "./narrative.ts";
import { readParties } from "./parties.ts";
import { readPlaces, readTexts } from "./texts.ts";
import { readTimes } from "./times.ts";
import { isLongKind, readValue } from "./values.ts";

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
const MARK = /(?:^|[\s,。;])(?:[①-⑳]|[(]?\d{1,2}[.、)](?!\d))\s*/g;
const NUMBERED = /(?:^|[\s,。;])(?:[①-⑳]|[(]?\d{1,2}[.、)](?!\d))/;
const SHORT_REPLY_CHARS = 80;

/** Everything that one message says for the fields at hand. */
export function readMessage(said: Said, scene: Scene, labels: Labels, day: Day | null): Read {
  const whole = pieceAt(said, 0, said.text.length);
  const talk = scene.byName.has("dialogue") ? dialogueIn(said.text, said.message.text) : null;
  const tables = readTables(whole, scene);
  const used = [...(talk === null ? [] : [talk]), ...tables.used];
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
    ...readLabelled(labelled, scene, day, said.text),
    ...labelled.map(({ value }) => readTexts(value, scene)),
    ...long.map(({ value }) => joinReads(readersOf(value, scene, day))),
    ...prose.map((piece) => readPiece(piece, scene, day)),
  ]);
  const answered = joinReads([read, readReplies(open, scene, read, day)]);
  return { ...answered, claims: answered.claims.map((one) => corrected(one, said.text)) };
}

/** The text with these parts blanked out, as long as before. */
const blanked = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): string =>
  parts.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "\n".repeat(end - start) + rest.slice(end),
    text,
  );

const readersOf = (piece: Piece, scene: Scene, day: Day | null): Read[] => [
  readTimes(piece, scene, day),
  readPlaces(piece, scene),
  readParties(piece, scene),
  readOfficers(piece, scene),
  readAnswers(piece, scene),
  readLists(piece, scene),
  readTexts(piece, scene),
];

function readPiece(piece: Piece, scene: Scene, day: Day | null): Read {
  const read = joinReads(readersOf(piece, scene, day));
  const marks = [
    ...read.claims,
    ...(read.traits ?? []).map((one) => ({ ...one, fact: { kind: "person" as const } })),
  ];
  if (CORRECTION.test(textOf(piece))) return joinReads([read, halfCorrections(piece, scene, marks)]);
  const isReply = (piece.said.message.asked ?? []).length > 0 && NUMBERED.test(piece.said.text);
  return isReply ? read : joinReads([read, readProse(piece, scene, marks)]);
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

/** Replies to the questions just asked, by their numbers, where no reader knew the words by themselves. */
function readReplies(said: Said, scene: Scene, read: Read, day: Day | null): Read {
  const asked = said.message.asked ?? [];
  const pieces = repliesOf(said, asked.length);
  return joinReads(
    pieces.map((piece, at) => {
      const field = scene.byName.get(asked[at] ?? "");
      const isKnown = [...read.claims, ...(read.traits ?? [])].some(({ name }) => name === field?.name);
      const isTaken = read.claims.some(
        ({ start, end, fact }) => fact.kind !== "prose" && start < piece.end && end > piece.start,
      );
      const isOpen = field !== undefined && (field.kind === "text" || field.kind === "prose");
      if (field === undefined || isKnown || (isOpen && isTaken)) return NOTHING;
      const reply = readValue(field.kind === "answer" ? firstClause(piece) : piece, field, scene, day);
      return { ...reply, rejected: isTaken || !/\d/.test(textOf(piece)) ? [] : reply.rejected };
    }),
  );
}

// 出示了,没申请回避: what was asked is answered first
const firstClause = (piece: Piece): Piece =>
  pieceAt(piece.said, piece.start, piece.start + (/^[^,。;\n]*/.exec(textOf(piece))?.[0].length ?? 0));

function repliesOf(said: Said, count: number): Piece[] {
  const marks = [...said.text.matchAll(MARK)];
  if (count === 0) return [];
  if (marks.length === 0)
    return count === 1 && said.text.length <= SHORT_REPLY_CHARS ? [pieceAt(said, 0, said.text.length)] : [];
  return marks.map((mark, at) =>
    pieceAt(said, mark.index + mark[0].length, marks[at + 1]?.index ?? said.text.length),
  );
}
