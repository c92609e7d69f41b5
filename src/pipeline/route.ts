import { BotError } from "../core/errors.ts";
import type { Words } from "../core/language.ts";
import { say, type Reply } from "../core/reply.ts";
import type { Step, Turn } from "../core/turn.ts";

/** A pack as the route step sees it. */
export interface Candidate {
  readonly id: string;
  readonly name: Words;
  readonly purpose: Words;
  /** Rooms where it answers by default. */
  readonly rooms: readonly string[];
  /** Words that speak for it. */
  readonly keywords: readonly string[];
}

export interface RouteOptions {
  /** The packs that this person may use here. */
  readonly agentsFor: (turn: Turn) => readonly Candidate[];
  /** How well each pack's knowledge fits the question, 0 to 1. */
  readonly fit: (turn: Turn, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Asks a model to choose between packs that score alike; null when there is none or it does not know. */
  readonly tieBreak?: (turn: Turn, candidates: readonly Candidate[]) => Promise<string | null>;
}

// a keyword says as much as a search hit half as good as the best there is
const KEYWORD_WEIGHT = 0.5;
// closer than this, a score decides nothing
const MARGIN = 0.1;

/**
 * Which agent answers: the one asked for, the room's own, or the one whose words and knowledge fit best; between
 * equals a model may choose, otherwise the person does. Throws `access.denied` where nothing may answer.
 */
export function route(options: RouteOptions): Step {
  return async (turn, next) => {
    const candidates = options.agentsFor(turn);
    if (turn.agent !== "") {
      if (candidates.some(({ id }) => id === turn.agent)) return next(turn);
      throw denied(turn);
    }
    if (candidates.length === 0) throw denied(turn);
    const chosen = roomDefault(turn, candidates) ?? (await byQuestion(turn, candidates, options));
    return typeof chosen === "string" ? next({ ...turn, agent: chosen }) : chosen;
  };
}

function roomDefault(turn: Turn, candidates: readonly Candidate[]): string | undefined {
  const { roomPacks, roomId } = turn.principal;
  const named = roomPacks.find((pack) => candidates.some(({ id }) => id === pack));
  return named ?? candidates.find(({ rooms }) => rooms.includes(roomId))?.id;
}

async function byQuestion(
  turn: Turn,
  candidates: readonly Candidate[],
  options: RouteOptions,
): Promise<string | Reply> {
  const [only] = candidates;
  if (only && candidates.length === 1) return only.id;
  const fits = await options.fit(
    turn,
    candidates.map(({ id }) => id),
  );
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      score: keywordScore(turn.text, candidate) + (fits.get(candidate.id) ?? 0),
    }))
    .toSorted((one, other) => other.score - one.score);
  const best = ranked[0];
  const close = ranked.filter(({ score }) => best !== undefined && best.score - score < MARGIN);
  if (best && close.length === 1) return best.candidate.id;
  const equals = close.map(({ candidate }) => candidate);
  return (await options.tieBreak?.(turn, equals)) ?? askWhich(equals, turn);
}

/** Longer keywords weigh more: 出生医学证明 says more than 证明. */
function keywordScore(text: string, { keywords }: Candidate): number {
  const lower = text.toLowerCase();
  const found = keywords.filter((keyword) => lower.includes(keyword.toLowerCase()));
  const longest = Math.max(0, ...found.map((keyword) => keyword.length));
  return longest === 0 ? 0 : KEYWORD_WEIGHT * (1 - 1 / (1 + longest));
}

const WHICH: Words = { zh: "您想问哪一个窗口？", en: "Which of these do you mean?" };

function askWhich(candidates: readonly Candidate[], { language, text }: Turn): Reply {
  const actions = candidates.map(({ id, name }) => ({ label: name[language], text: `/agent ${id} ${text}` }));
  return say(WHICH[language], { asks: [WHICH[language]], actions });
}

function denied({ principal, agent }: Turn): BotError {
  return new BotError(
    "access.denied",
    `${principal.platform}:${principal.userId} may not use ${agent || "any agent"}`,
    {
      forUser: {
        zh: "这部分内容没有对您开放。需要权限请联系管理员；一般事项可以拨打 12345。",
        en: "This is not open to you. Please ask the administrator for access.",
      },
    },
  );
}
