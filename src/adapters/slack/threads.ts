import type { TalkLine } from "./options.ts";

/** One thing that was said in a thread without the bot's name, or with it. */
export interface Heard {
  readonly key: string;
  readonly user: string;
  readonly isNamed: boolean;
  /** Somebody else was named. */
  readonly namesOthers: boolean;
}

/** Threads in which the bot is spoken to without its name, until people begin to talk to each other. */
export interface Threads {
  /** Takes note of what was said; true when it is for the bot. */
  hear(heard: Heard): Promise<boolean>;
  /** The bot has said something there. */
  spoke(key: string): void;
  /** True for a thread the bot was asked in. */
  isServed(key: string): Promise<boolean>;
}

interface State {
  isQuiet: boolean;
  /** Who spoke last, and whether the bot has spoken since; nobody for a thread taken over from a former run. */
  last: string;
  isAnswered: boolean;
}

// threads with no word for long are read from the store again
const THREADS_KEPT = 5_000;

/** Threads in memory, with the talks of the store behind them. */
export function createThreads(history: (key: string) => Promise<readonly TalkLine[]>): Threads {
  const known = new Map<string, State>();

  const keep = (key: string, state: State): State => {
    known.delete(key);
    known.set(key, state);
    for (const [old] of known) {
      if (known.size <= THREADS_KEPT) break;
      known.delete(old);
    }
    return state;
  };
  const find = async (key: string): Promise<State | undefined> => {
    const state = known.get(key);
    if (state !== undefined) return state;
    const lines = await history(key);
    if (lines.length === 0) return undefined;
    return keep(key, { isQuiet: false, last: "", isAnswered: true });
  };

  return {
    async hear({ key, user, isNamed, namesOthers }) {
      if (isNamed) {
        keep(key, { isQuiet: false, last: user, isAnswered: false });
        return true;
      }
      const state = await find(key);
      if (state === undefined || state.isQuiet) return false;
      const isAmongThem = !state.isAnswered && state.last !== user;
      if (namesOthers || isAmongThem) {
        state.isQuiet = true;
        return false;
      }
      keep(key, { isQuiet: false, last: user, isAnswered: false });
      return true;
    },
    spoke(key) {
      const state = known.get(key);
      if (state) state.isAnswered = true;
    },
    isServed: async (key) => (await find(key)) !== undefined,
  };
}
