import type { Reply } from "../../core/reply.ts";
import { findType } from "../../documents/types/find-type.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import { hear } from "./hear.ts";
import type { Intent } from "./intent.ts";
import { answer } from "./reply.ts";
import { hereIn, hereOf, type Session } from "./session.ts";
import { SAY } from "./words.ts";

/** The order in which a case goes. */
const STAGES: readonly DocumentType["stage"][] = [
  "inspection",
  "interview",
  "filing",
  "preservation",
  "order",
  "report",
  "notice",
  "decision",
  "service",
  "closing",
  "none",
];

/** The kinds of documents, each a choice. */
export function menu(session: Session): Reply {
  const { desk, language } = session;
  const of = (genre: DocumentType["genre"]) =>
    [...desk.types.values()]
      .filter((type) => type.genre === genre)
      .toSorted((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage));
  const types = [...of("enforcement"), ...of("official")];
  const numbered = (genre: DocumentType["genre"]): string =>
    of(genre)
      .map((type) => `${types.indexOf(type) + 1}. ${type.name[language]}`)
      .join("\n");
  const text = [
    SAY.menuHead[language],
    SAY.enforcement[language],
    numbered("enforcement"),
    SAY.official[language],
    numbered("official"),
  ].join("\n\n");
  return answer(session, text, {
    actions: types.map(({ id, name }) => ({ label: name[language], text: `/report ${id}` })),
  });
}

/** Begins the document that the words name, in the case at hand if it is still open, and takes what else they say. */
export async function begin(session: Session, { words, isCommand }: Intent): Promise<Reply | null> {
  const { desk, by, conversation, language } = session;
  const [name = "", ...rest] = words.split(/(?<=\S)[\s，,。：:]+/u);
  const found = findType(desk.types, name);
  if (!("type" in found)) {
    // a wish that names no document of ours is somebody else's to answer
    if (!isCommand) return null;
    return whichType(session, name, found.candidates);
  }
  const { type } = found;
  const here = await hereOf(session);
  const goesOn =
    here !== null &&
    here.file.state === "open" &&
    here.type.genre === type.genre &&
    type.genre === "enforcement";
  const { file, document } = await desk.cases.begin({
    type: type.id,
    by,
    conversation,
    ...(goesOn ? { caseId: here.file.id } : {}),
  });
  const begun = hereIn(desk, file, document);
  if (begun === null) throw new Error(`document ${document} was begun and is not there`);
  const opening = SAY.begun(type.name[language], file.id)[language];
  return hear(
    session,
    begun,
    words.slice(name.length).replace(/^[\s，,。：:]+/u, ""),
    [opening],
    rest.length === 0,
  );
}

function whichType(session: Session, name: string, candidates: readonly DocumentType[]): Reply {
  const { language } = session;
  if (candidates.length === 0)
    return answer(session, SAY.noType(name)[language], { failure: "input.invalid" });
  return answer(session, SAY.whichType[language], {
    asks: [SAY.whichType[language]],
    actions: candidates.map(({ id, name: label }) => ({ label: label[language], text: `/report ${id}` })),
  });
}
