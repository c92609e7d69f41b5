import type { Delivery } from "../../../src/core/adapter.ts";
import type { IncomingMessage } from "../../../src/core/message.ts";
import { say, type Reply } from "../../../src/core/reply.ts";
import type { OnProgress } from "../../../src/core/turn.ts";
import type { Clock } from "../../../src/adapters/slack/options.ts";
import type { SlackStage } from "./stage.ts";

/** A clock that stands still until it is told to go on. */
export interface HandClock extends Clock {
  /** Goes on by `ms`, calling what falls due, in order; lets what that sets off settle in between. */
  pass(ms: number): Promise<void>;
}

// a call to the fake and back
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

export function handClock(startMs = Date.now()): HandClock {
  let nowMs = startMs;
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  return {
    now: () => nowMs,
    after(ms, run) {
      const timer = { atMs: nowMs + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async pass(ms) {
      const endMs = nowMs + ms;
      await settle();
      for (;;) {
        const [due] = [...timers]
          .filter(({ atMs }) => atMs <= endMs)
          .toSorted((one, two) => one.atMs - two.atMs);
        if (due === undefined) break;
        timers.delete(due);
        nowMs = Math.max(nowMs, due.atMs);
        due.run();
        await settle();
      }
      nowMs = endMs;
    },
  };
}

/** The pieces of a reply as the desk would hand them over. */
export const piecesOf = (stage: SlackStage, reply: Reply, message: IncomingMessage): readonly Delivery[] =>
  stage.adapter
    .render(reply, message)
    .map((piece, index) => ({ ...piece, key: `${message.id}/${index + 1}`, message, isDoubtful: false }));

/** Brings a whole reply out; a text is a reply by rule. */
export async function reply(
  stage: SlackStage,
  message: IncomingMessage,
  answer: Reply | string,
): Promise<void> {
  for (const piece of piecesOf(stage, typeof answer === "string" ? say(answer) : answer, message)) {
    await stage.adapter.send(piece);
  }
}

/** Starts a stage whose turns the test plays itself: what came in, and where its progress goes. */
export async function startPlaying(stage: SlackStage) {
  const turns: { readonly message: IncomingMessage; readonly progress: OnProgress }[] = [];
  const ids = new Set<string>();
  await stage.start(async (message, progress = () => undefined) => {
    if (ids.has(message.id)) return "duplicate";
    ids.add(message.id);
    turns.push({ message, progress });
    return "stored";
  });
  return {
    turns,
    last() {
      const turn = turns.at(-1);
      if (turn === undefined) throw new Error("nothing came in");
      return turn;
    },
  };
}
