import type { Reply } from "../../core/reply.ts";
import { showValue } from "../../documents/compose/show-value.ts";
import { extractFacts, readChange } from "../../documents/extract/index.ts";
import type { Fact } from "../../documents/facts/fact.ts";
import { readByModel, unread } from "../model/read.ts";
import { keepVersion } from "./compose.ts";
import { nextAsks } from "./facts-table.ts";
import { stateWords } from "./lists.ts";
import { answer, showBegun, showChange, showDraft } from "./reply.ts";
import { again, whereOf, type Here, type Session } from "./session.ts";
import { SAY } from "./words.ts";

const QUESTION =
  /[?？]\s*$|^(?:请问|什么是|为什么|怎么|如何|能不能|可不可以)|(?:吗|呢|是什么|怎么办|多少天|哪一条)[。.!！]?\s*$/u;

/** What a message comes to: values to keep, values to take away, and what to tell about it. */
interface Change {
  readonly set: Readonly<Record<string, Fact>>;
  readonly withdraw: readonly string[];
  readonly notes: readonly string[];
  /** Then only what changed is shown. */
  readonly isCorrection: boolean;
}

/**
 * Takes what an officer tells as facts of the document at hand. Null when the words are a question or hold nothing
 * for it: then they are somebody else's to answer.
 */
export async function hear(
  session: Session,
  here: Here,
  text: string,
  opening: readonly string[] = [],
  isBare = false,
): Promise<Reply | null> {
  const { desk, language } = session;
  if (isBare || text.trim() === "") return showBegun(session, await keepVersion(session, here), opening);
  const change =
    correction(session, here, text) ?? (QUESTION.test(text) ? null : await told(session, here, text));
  if (change === null)
    return opening.length > 0 ? showBegun(session, here, [...opening, SAY.nothingRead[language]]) : null;
  if (here.draft.state !== "draft")
    return answer(session, SAY.notADraft(stateWords(session, here.draft.state))[language], {
      failure: "case.state",
    });
  const { set, withdraw, notes, isCorrection } = change;
  const isSame = Object.keys(set).length === 0 && withdraw.length === 0;
  const file = isSame ? here.file : await desk.cases.setFacts({ ...whereOf(session, here), set, withdraw });
  const after = await keepVersion(session, again(session, here, file));
  return isCorrection
    ? showChange(session, here, after, notes)
    : showDraft(session, after, [...opening, ...notes]);
}

const ITEM_AND_VALUE = /^(\S+?)(?:[\s：:，,]+|为|成)([\s\S]+)$/u;

/** "改 检查时间 十点四十到十一点", as people who know commands write it. */
export async function change(session: Session, here: Here, words: string): Promise<Reply | null> {
  const [, item, value] = ITEM_AND_VALUE.exec(words) ?? [];
  if (item === undefined || value === undefined) return answer(session, SAY.howToChange[session.language]);
  return (
    (await hear(session, here, `${item}改成${value}`)) ?? answer(session, SAY.howToChange[session.language])
  );
}

/** "检查时间改成十点四十": one field, its old value and its new one. */
function correction(session: Session, here: Here, text: string): Change | null {
  const { language } = session;
  const change = readChange(text, {
    fields: here.type.fields,
    tenant: session.desk.tenant,
    today: session.turn.today,
    known: here.facts,
    message: messageOf(session, here, text),
  });
  if (change === null) return null;
  const field = here.type.fields.find(({ name }) => name === change.name);
  const label = field?.label[language] ?? change.name;
  if (change.kind === "rejected")
    return {
      set: {},
      withdraw: [],
      notes: [SAY.rejected(change.words, change.reason[language])[language]],
      isCorrection: true,
    };
  if (change.kind === "withdrawn")
    return { set: {}, withdraw: [change.name], notes: [SAY.removed(label)[language]], isCorrection: true };
  const before = here.facts[change.name];
  const was = before === undefined ? SAY.notGiven[language] : showValue(before, language);
  return {
    set: { [change.name]: change.fact },
    withdraw: [],
    notes: [SAY.changed(label, was, showValue(change.fact, language))[language]],
    isCorrection: true,
  };
}

/** Facts told in any order: by rule first, the rest by the model where there is one. */
async function told(session: Session, here: Here, text: string): Promise<Change | null> {
  const { desk, turn, language } = session;
  const { fields } = here.type;
  const said = messageOf(session, here, text);
  const { facts, contradictions, rejected } = extractFacts([said], {
    fields,
    tenant: desk.tenant,
    today: turn.today,
    known: here.facts,
  });
  if (desk.writer !== null) turn.progress({ type: "working", words: SAY.sorting[language] });
  const contested = new Set([...contradictions, ...rejected].map(({ name }) => name));
  const open = unread(fields, here.facts, facts).filter(({ name }) => !contested.has(name));
  const byModel = await readByModel(session, said, open);
  const set = { ...byModel.facts, ...facts };
  const labelOf = (name: string): string =>
    fields.find((field) => field.name === name)?.label[language] ?? name;
  const notes = [
    ...contradictions.map(({ name, values }) => {
      const [before, after] = [values.at(0), values.at(-1)].map((fact) =>
        fact ? showValue(fact, language) : "",
      );
      return SAY.contradiction(labelOf(name), before ?? "", after ?? "")[language];
    }),
    ...rejected.map(({ words, reason }) => SAY.rejected(words, reason[language])[language]),
  ];
  return Object.keys(set).length === 0 && notes.length === 0
    ? null
    : { set, withdraw: [], notes, isCorrection: false };
}

/** The message as a source: numbered within the case, with who wrote it and what had just been asked. */
function messageOf(session: Session, here: Here, text: string) {
  const { turn, by } = session;
  return {
    id: turn.message.id,
    ref: `消息 ${lastMessage(here) + 1}`,
    text,
    author: `${by.platform}:${by.userId}`,
    asked: nextAsks(session, here).map(({ name }) => name),
  };
}

/** The number of the last message that facts of the case were read from. */
function lastMessage({ file, facts }: Here): number {
  const all = [facts, file.facts, ...file.documents.map(({ own }) => own)];
  const numbers = all
    .flatMap((each) => Object.values(each))
    .flatMap(({ sources }) => sources)
    .map(({ ref }) => Number(/^消息 (\d+)$/u.exec(ref)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}
