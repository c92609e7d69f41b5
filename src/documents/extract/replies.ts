import type { Day } from "../../calendar/day.ts";
import { hasListForm, readListPart } from "./list-parts.ts";
import { partIn } from "./part-forms.ts";
import { isOnlySmallTalk } from "./small-talk.ts";
import { isLongKind, readValue } from "./values.ts";
import { joinReads, NOTHING, pieceAt, refuse, textOf, trait, within } from "./talk.ts";
import type { Piece, Read, Said, Scene } from "./talk.ts";

/** What was asked, with the words that answer it. */
interface Reply {
  readonly asked: string;
  readonly piece: Piece;
  readonly isNumbered: boolean;
}

/** The answers that a message gives to the questions just asked. */
export interface Replies {
  readonly replies: readonly Reply[];
  /** From here on the message is free talk again. */
  readonly tail: number;
}

const MARK = /(?:^|[\s,。;])(?:([①-⑳])|[(]?(\d{1,2})(?:[.、)](?!\d)|:))\s*/g;
const SHORT_REPLY_CHARS = 80;
const FIRST_CIRCLED = "①".charCodeAt(0);
const NOT_KNOWN =
  /^(?:无|没有|不知道|不清楚|不详|暂无|未提供|待补|待定|还没有?|以后再?补|稍后|跳过|略|好的?)[。.]?$/;

/** The answers by their numbers; without numbers a short message is one answer to one question. */
export function repliesIn(said: Said, scene: Scene): Replies {
  const asked = said.message.asked ?? [];
  const none = { replies: [], tail: 0 };
  if (asked.length === 0) return none;
  const marks = [...said.text.matchAll(MARK)];
  if (marks.length === 0) {
    const [name = ""] = asked;
    const isOne = asked.length === 1 && !name.includes(".") && said.text.length <= SHORT_REPLY_CHARS;
    const piece = pieceAt(said, 0, said.text.length);
    return isOne ? { replies: [{ asked: name, piece, isNumbered: false }], tail: 0 } : none;
  }
  const replies = marks.flatMap((mark, at): Reply[] => {
    const name = asked[numberOf(mark) ?? at];
    if (name === undefined) return [];
    const from = mark.index + mark[0].length;
    const next = marks[at + 1]?.index;
    const isLong = isLongKind(scene.byName.get(name)?.kind ?? "text");
    const end = next ?? (isLong ? said.text.length : sentenceEnd(said.text, from, LISTED.test(name)));
    return [{ asked: name, piece: pieceAt(said, from, end), isNumbered: true }];
  });
  return { replies, tail: Math.max(0, ...replies.map(({ piece }) => piece.end)) };
}

function numberOf([, circled, digits]: RegExpExecArray): number | null {
  if (circled !== undefined) return circled.charCodeAt(0) - FIRST_CIRCLED;
  return digits === undefined ? null : Number(digits) - 1;
}

// what several pieces prove is told with semicolons between
const LISTED = /^(?:evidence|goods|resolutions)\./;

const sentenceEnd = (text: string, from: number, isList: boolean): number => {
  const end = text.slice(from).search(isList ? /[。\n!]/ : /[。;\n!]/);
  return end < 0 ? text.length : from + end;
};

/** A reading with the places it used up, so that no other reader takes the same words for something else. */
export type PartReplies = Read & { readonly used: readonly Piece[] };

/** Answers to questions for a part of what is known: 青石路18号 for party.address. */
export function readPartReplies(said: Said, { replies }: Replies, scene: Scene): PartReplies {
  const asked = (said.message.asked ?? []).filter((name) => name.includes("."));
  if (asked.length === 0) return { ...NOTHING, used: [] };
  if (replies.length === 0) return joinReplies(leading(said, asked, scene));
  const reads: PartReplies[] = [];
  let { known = {} } = scene;
  for (const reply of replies) {
    const read = partReply(reply, { ...scene, known });
    reads.push(read);
    // the next answer may fill another part of the same list
    known = { ...known, ...Object.fromEntries(read.claims.map(({ name, fact }) => [name, fact])) };
  }
  return joinReplies(reads);
}

const joinReplies = (reads: readonly PartReplies[]): PartReplies => ({
  ...joinReads(reads),
  used: reads.flatMap(({ used }) => used),
});

const NO_REPLY: PartReplies = { ...NOTHING, used: [] };

function partReply({ asked, piece, isNumbered }: Reply, scene: Scene): PartReplies {
  const [owner = "", part] = asked.split(".");
  const field = scene.byName.get(owner);
  if (part === undefined || field === undefined || NOT_KNOWN.test(textOf(piece))) return NO_REPLY;
  const listed =
    isNumbered || hasListForm(part, textOf(piece)) ? readListPart(field, part, piece, scene) : null;
  if (listed !== null) return { ...listed, used: [piece] };
  for (const clause of clausesOf(piece)) {
    const found = partIn(part, textOf(clause), scene.today, isNumbered);
    if (found === null) continue;
    const at = within(clause, found.start, found.end);
    if ("reason" in found) return { claims: [], rejected: [refuse(owner, at, found.reason)], used: [clause] };
    return { claims: [], rejected: [], traits: [trait(owner, part, found.value, at)], used: [clause] };
  }
  return NO_REPLY;
}

const clausesOf = (piece: Piece): Piece[] =>
  [...textOf(piece).matchAll(/[^,。;\n]+/g)].map(({ 0: words, index }) =>
    within(piece, index, index + words.length),
  );

/** The clauses at the head of a message that each have the form of just one of the parts asked for. */
function leading(said: Said, asked: readonly string[], scene: Scene): PartReplies[] {
  const open = new Set(asked);
  const reads: PartReplies[] = [];
  for (const clause of clausesOf(pieceAt(said, 0, said.text.length))) {
    const fitting = [...open]
      .map((name) => ({ name, read: partReply({ asked: name, piece: clause, isNumbered: false }, scene) }))
      .filter(({ read }) => read.used.length > 0);
    const [only, ...more] = fitting;
    if (only === undefined || more.length > 0) break;
    open.delete(only.name);
    reads.push(only.read);
  }
  return reads;
}

/** Answers to questions for whole fields, where no reader knew the words by themselves. */
export function readReplies({ replies }: Replies, scene: Scene, read: Read, day: Day | null): Read {
  return joinReads(
    replies.map(({ asked, piece, isNumbered }) => {
      const field = scene.byName.get(asked);
      const isKnown = [...read.claims, ...(read.traits ?? [])].some(({ name }) => name === field?.name);
      const isTaken = read.claims.some(
        ({ start, end, fact }) => fact.kind !== "prose" && start < piece.end && end > piece.start,
      );
      const isOpen = field !== undefined && (field.kind === "text" || field.kind === "prose");
      if (field === undefined || isKnown || (isOpen && isTaken)) return NOTHING;
      if (isOpen && (NOT_KNOWN.test(textOf(piece)) || (!isNumbered && !isAnswer(textOf(piece), field.name))))
        return NOTHING;
      const reply = readValue(field.kind === "answer" ? firstClause(piece) : piece, field, scene, day);
      return { ...reply, rejected: isTaken || !/\d/.test(textOf(piece)) ? [] : reply.rejected };
    }),
  );
}

// 12 or 提交 is no place and no reason; the number of a paper may be bare
const isAnswer = (text: string, name: string): boolean =>
  /number|receipt/.test(name) ? /\d/.test(text) : /[\u4e00-\u9fff]{2}/.test(text) && !isOnlySmallTalk(text);

// 出示了,没申请回避: what was asked is answered first
const firstClause = (piece: Piece): Piece =>
  pieceAt(piece.said, piece.start, piece.start + (/^[^,。;\n]*/.exec(textOf(piece))?.[0].length ?? 0));
