import { BotError } from "../core/errors.ts";
import type { Reply } from "../core/reply.ts";
import type { Turn } from "../core/turn.ts";
import type { DraftState } from "./case/case.ts";
import { mayDraft, wordsOf } from "./at-the-desk.ts";
import type { DraftingOptions } from "./options.ts";
import { begin, menu } from "./talk/begin.ts";
import { change, hear } from "./talk/hear.ts";
import { readIntent, splitCaseNumber, type Intent, type IntentName } from "./talk/intent.ts";
import { laws } from "./talk/laws.ts";
import { due, mine, pending } from "./talk/lists.ts";
import { answer, showDraft } from "./talk/reply.ts";
import { approve, close, issue, override, sendBack, serve, signOff, submit } from "./talk/review.ts";
import { hereIn, hereOf, openSession, type Here, type Session } from "./talk/session.ts";
import { check, file, full, polish, table, versions } from "./talk/show.ts";
import { SAY } from "./talk/words.ts";

type OnDocument = (session: Session, here: Here, words: string) => Promise<Reply | null>;

/** What is done with the document at hand, or with the one of the case that is named. */
const ON_DOCUMENT: Partial<Readonly<Record<IntentName, OnDocument>>> = {
  full,
  table,
  check,
  versions,
  file,
  polish,
  change,
  laws,
  submit,
  approve,
  return: sendBack,
  override,
  issue,
  signOff,
  serve,
  close,
};

/**
 * The officers' drafting desk: a talk in, a reply out. Null where the words are not about a document, so that the
 * agents answer them. Throws `access.denied` for a command of somebody who may not draft here.
 */
export function openDraftingDesk(desk: DraftingOptions): (turn: Turn) => Promise<Reply | null> {
  return async (turn) => {
    const session = openSession(desk, turn);
    const text = wordsOf(turn);
    const intent = readIntent(text);
    if (!mayDraft(turn)) {
      if (intent?.isCommand === true) throw denied(turn);
      return null;
    }
    if (intent !== null) {
      const reply = await follow(session, intent);
      if (reply !== null) return reply;
    }
    if (text.startsWith("/")) return null;
    const here = await hereOf(session);
    return here === null ? null : hear(session, here, text);
  };
}

async function follow(session: Session, intent: Intent): Promise<Reply | null> {
  const { name, words } = intent;
  if (name === "menu") return menu(session);
  if (name === "begin") return begin(session, intent);
  if (name === "due") return due(session);
  if (name === "mine") return mine(session);
  if (name === "pending") return pending(session);
  if (name === "open") return open(session, words);
  const { caseNumber, rest } = splitCaseNumber(words);
  const here = caseNumber === null ? await hereOf(session) : await reach(session, caseNumber, WAITING[name]);
  if (here === null)
    return intent.isCommand || caseNumber !== null ? answer(session, SAY.noDocument[session.language]) : null;
  if (name === "leave") return leave(session);
  return (await ON_DOCUMENT[name]?.(session, here, rest)) ?? null;
}

/** In which state a document waits for what is asked; a case may have others that were begun since. */
const WAITING: Partial<Readonly<Record<IntentName, readonly DraftState[]>>> = {
  approve: ["legal_review"],
  return: ["legal_review", "approved"],
  issue: ["approved"],
  serve: ["issued"],
};

/**
 * A case by its number, for people who come to it from another room: the document that waits for them, else the one
 * this place looks at, else the one begun last.
 */
async function reach(
  session: Session,
  caseId: string,
  states: readonly DraftState[] = [],
): Promise<Here | null> {
  const { desk, by } = session;
  const file = await desk.cases.read(caseId, by);
  const waiting = file.documents.findLast(({ state }) => states.includes(state));
  const here = await hereOf(session);
  const looked = here?.file.id === file.id ? here.draft.id : null;
  return hereIn(desk, file, waiting?.id ?? looked);
}

/** Turns this place of talk to a case. */
async function open(session: Session, caseId: string): Promise<Reply> {
  const { desk, by, conversation, language } = session;
  const here = await reach(session, caseId);
  if (here === null) return answer(session, SAY.noDocument[language]);
  await desk.cases.turnTo(conversation, by, { caseId: here.file.id, document: here.draft.id });
  return showDraft(session, here);
}

async function leave(session: Session): Promise<Reply> {
  const { desk, by, conversation, language } = session;
  await desk.cases.turnTo(conversation, by, null);
  return answer(session, SAY.left[language]);
}

function denied({ principal }: Turn): BotError {
  return new BotError("access.denied", `${principal.platform}:${principal.userId} may not draft documents`, {
    forUser: SAY.denied,
  });
}
