import { addressesIn, firmsIn } from "./places.ts";
import { claim, textOf, within } from "./talk.ts";
import type { Claim, Piece, Read, Scene } from "./talk.ts";

const PLACE_CUES: readonly (readonly [string, RegExp])[] = [
  ["interview_place", /^[^,。;\n]{0,10}(?:询问|问话|谈话|做了?(?:个|份)?(?:询问)?笔录|接受调查|问的)/],
  ["meeting_place", /^[^,。;\n]{0,10}(?:召开|开了?[^,。;\n]{0,12}会|开的会|举行)/],
  ["service_place", /^[^,。;\n]{0,14}(?:送达|交给|送给|签收|当面)/],
];
const ROOM = /(?<![存实现正])在([^,。;\n在]{1,20}(?:室|厅|派出所|所里|大队|中队|办公区|办案区))/g;

// a room as a clause of its own
const OFFICE = /(?<=^|[,。;\n])[^,。;\n在]{0,12}(?:询问室|谈话室|约谈室|办案区)(?=[,。;\n]|$)/g;

/** Places of a piece: addresses by their grammar, rooms where somebody was asked or a meeting was held. */
export function readPlaces(piece: Piece, scene: Scene): Read {
  const text = textOf(piece);
  const claims: Claim[] = [];
  const rooms = [...text.matchAll(ROOM)].map((match) => {
    const words = match[1] ?? "";
    const start = match.index + match[0].lastIndexOf(words);
    return { start, end: start + words.length };
  });
  const offices = [...text.matchAll(OFFICE)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const [office] = offices;
  if (office !== undefined && rooms.length === 0 && scene.byName.has("interview_place"))
    claims.push(place(piece, "interview_place", office.start, office.end, "likely"));
  const spots = [...addressesIn(text), ...rooms];
  for (const [name, cue] of PLACE_CUES) {
    const spot = spots.find(
      ({ start, end }) => cue.test(text.slice(end)) || isLedTo(name, text.slice(0, start)),
    );
    if (spot && scene.byName.has(name)) claims.push(place(piece, name, spot.start, spot.end, "cue"));
  }
  const [address] = addressesIn(text).filter(({ start }) => !isHome(text, start));
  const general = ["inspection_place", "act_place"].find((name) => scene.byName.has(name));
  if (general === undefined) return { claims, rejected: [] };
  if (address !== undefined) claims.push(place(piece, general, address.start, address.end, "cue"));
  const [firm] = address === undefined ? firmsIn(text) : [];
  const isVisited =
    firm !== undefined && /(?:在|到|去|去了|到了|赶到|来到|前往|位于)\s*$/.test(text.slice(0, firm.start));
  if (firm !== undefined && isVisited) claims.push(place(piece, general, firm.start, firm.end, "likely"));
  return { claims, rejected: [] };
}

const isLedTo = (name: string, before: string): boolean =>
  name === "service_place" && /(?:送达?(?:到|至|往)|送去|交到|寄到|寄至|寄往)\s*$/.test(before);

const isHome = (text: string, at: number): boolean =>
  /(?:住址|家住|户籍|住在|现住|家在|住所|住|经营场所|经营地址|注册地址|联系地址|地址寄|保存|存放|扣押)[^,。;\n]{0,6}$/.test(
    text.slice(0, at),
  );

const place = (piece: Piece, name: string, from: number, to: number, ground: Claim["ground"]): Claim =>
  claim(name, "text", original(piece, from, to), within(piece, from, to), ground);

const original = ({ said, start }: Piece, from: number, to: number): string =>
  said.message.text.slice(start + from, start + to).trim();
