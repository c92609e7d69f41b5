import type { Words } from "../core/language.ts";
import type { Reply } from "../core/reply.ts";
import type { OnProgress, Step, Turn } from "../core/turn.ts";
import { Vault, type RestoreStream, type Shown } from "../privacy/vault.ts";
import type { Memory } from "../store/port.ts";

export interface MaskOptions {
  readonly memory: Memory;
}

const hidden = (count: number): Words => ({
  zh: `已隐去您消息里的 ${count} 处个人信息，没有交给模型。`,
  en: `${count} pieces of personal data in your message were hidden and not given to any model.`,
});

const MOVE_TO_PRIVATE: Words = {
  zh: "群里请不要发证件号、手机号等个人信息，请撤回后私聊我。",
  en: "Please do not post personal data in a group: take the message back and write to me privately.",
};

/**
 * Personal data becomes typed tokens on the way in and comes back on the way out; what lies below this step
 * (audit, memory, tools, model) never meets a raw number. In a group the values come back starred.
 *
 * A detector that fails stops the turn: nothing goes on unmasked.
 */
export function mask({ memory }: MaskOptions): Step {
  return async (turn, next) => {
    const conversation = turn.message.conversation.key;
    const stored = await memory.vault(conversation);
    const vault = stored === "" ? new Vault() : new Vault(JSON.parse(stored));
    const { masked, spans } = vault.mask(turn.text);
    if (masked !== turn.text) await memory.keepVault(conversation, JSON.stringify(vault.exported()));
    const shown: Shown = turn.principal.isDirect ? "full" : "partial";
    const stream = vault.restoreStream(shown);
    const reply = await next({ ...turn, text: masked, progress: restoring(turn.progress, stream) });
    showText(turn.progress, stream.end());
    return reply === null ? null : restored(reply, turn, vault, shown, spans.length);
  };
}

function restored(reply: Reply, turn: Turn, vault: Vault, shown: Shown, count: number): Reply {
  const restore = (text: string) => vault.restore(text, shown);
  return {
    ...reply,
    text: restore(reply.text),
    asks: reply.asks.map(restore),
    actions: reply.actions.map(({ label, text }) => ({ label: restore(label), text: restore(text) })),
    masked: count,
    notices: [...reply.notices, ...noticesOf(turn, count)],
  };
}

function noticesOf({ language, principal }: Turn, count: number): readonly string[] {
  if (count === 0) return [];
  return [hidden(count)[language], ...(principal.isDirect ? [] : [MOVE_TO_PRIVATE[language]])];
}

/** Streamed text is restored too, wherever a token is cut. */
const restoring =
  (progress: OnProgress, stream: RestoreStream): OnProgress =>
  (event) =>
    event.type === "text" ? showText(progress, stream.push(event.delta)) : progress(event);

function showText(progress: OnProgress, delta: string): void {
  if (delta !== "") progress({ type: "text", delta });
}
