import type { Step } from "../core/turn.ts";
import type { Memory } from "../store/port.ts";

export interface ChooseOptions {
  readonly memory: Memory;
}

const NUMBER = /^[（(]?(\d{1,2})[)）.、。]?$/u;

/**
 * A bare number is the choice of that number below the last reply, for platforms without buttons; a button says the
 * same words by itself. A number that was not offered stays a number. What the conversation is known for goes on with the
 * turn, so that it is read once.
 */
export function choose({ memory }: ChooseOptions): Step {
  return async (turn, next) => {
    const conversation = turn.message.conversation.key;
    const known = await memory.known(conversation);
    const { offered = [] } = known;
    const number = NUMBER.exec(turn.text.trim())?.[1];
    const chosen = number === undefined ? undefined : offered[Number(number) - 1];
    const said = chosen === undefined ? {} : { text: chosen, message: { ...turn.message, text: chosen } };
    const reply = await next({ ...turn, ...said, known: { ...known, ...turn.known } });
    const now = reply?.actions.map(({ text }) => text) ?? [];
    // a turn without choices takes the old ones away: "2" must not mean something said long ago
    if (now.length > 0 || offered.length > 0) {
      // read again: a step below may have kept something meanwhile
      await memory.keepKnown(conversation, { ...(await memory.known(conversation)), offered: now });
    }
    return reply;
  };
}
