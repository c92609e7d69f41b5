import type { Reply } from "../../core/reply.ts";
import { holdsAny } from "../../core/principal.ts";
import type { CaseSummary } from "../../store/cases.ts";
import { DRAFT_STATES, type CaseDeadline, type DraftState } from "../case/case.ts";
import { STATE_WORDS } from "../case/names.ts";
import { answer } from "./reply.ts";
import type { Session } from "./session.ts";
import { SAY } from "./words.ts";

const MOST_CASES = 20;
// what one person works on, over all rooms, is nobody else's to read
const OWN = { isPrivate: true } as const;

/** Legal periods that run in the cases this person works on. */
export async function due(session: Session): Promise<Reply> {
  const { desk, by, turn, language } = session;
  const running = await desk.cases.due({ by, today: turn.today });
  if (running.length === 0) return answer(session, SAY.noDue[language], OWN);
  const lines = running.map(
    ({ caseId, title, daysLeft, ...deadline }) =>
      `- ${caseId} ${title}：${deadlineLine(session, deadline, daysLeft)}`,
  );
  return answer(session, [SAY.dueHead[language], ...lines].join("\n"), OWN);
}

/** One period: its name, the day it ends, the safe day before it, its article. */
export function deadlineLine(
  { language }: Session,
  { name, due: day, safe, article, reason }: CaseDeadline,
  daysLeft?: number | null,
): string {
  if (day === null)
    return `${name[language]} ${SAY.cannotCompute[language]}（${reason?.[language] ?? article}）`;
  const when = daysLeft == null ? day : SAY.dueOn(day, daysLeft)[language];
  const early =
    safe !== null && safe !== day ? (language === "zh" ? `，稳妥 ${safe}` : `, safe ${safe}`) : "";
  return `${name[language]} ${when}${early}（${article}）`;
}

/** The cases this person took part in. */
export async function mine(session: Session): Promise<Reply> {
  const found = await session.desk.cases.list({ by: session.by, limit: MOST_CASES });
  return listed(session, SAY.mineHead[session.language], found, () => true);
}

/** What waits for a reviewer or an approver. */
export async function pending(session: Session): Promise<Reply> {
  const { desk, by, language } = session;
  const states: DraftState[] = holdsAny(by, ["reviewer", "approver"]) ? ["legal_review"] : [];
  const found = await Promise.all(states.map((state) => desk.cases.list({ by, state, limit: MOST_CASES })));
  return listed(session, SAY.pendingHead[language], found.flat(), (state) =>
    states.some((each) => each === state),
  );
}

function listed(
  session: Session,
  head: string,
  cases: readonly CaseSummary[],
  isShown: (state: string) => boolean,
): Reply {
  const { desk, language } = session;
  if (cases.length === 0) return answer(session, `${head}${SAY.none[language]}`, OWN);
  const lines = cases.map(({ caseId, title, documents }, index) => {
    const names = documents
      .filter(({ state }) => isShown(state))
      .map(({ type, state, number }) => {
        const name = desk.types.get(type)?.name[language] ?? type;
        return `${name}（${stateWords(session, state)}${number === null ? "" : ` ${number}`}）`;
      });
    return `${index + 1}. ${caseId} ${title}：${names.join("、")}`;
  });
  return answer(session, [head, ...lines].join("\n"), {
    ...OWN,
    actions: cases.map(({ caseId }) => ({ label: caseId, text: `/report ${caseId}` })),
  });
}

/** A state of a document in words. */
export function stateWords({ language }: Session, state: string): string {
  const known = DRAFT_STATES.find((each) => each === state);
  return known === undefined ? state : STATE_WORDS[known][language];
}
