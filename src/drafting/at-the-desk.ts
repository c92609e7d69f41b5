import { holdsAny, type Role } from "../core/principal.ts";
import type { Turn } from "../core/turn.ts";
import { readIntent } from "./talk/intent.ts";

/** Who may work at the drafting desk; what each may do there, the case file decides. */
const DRAFTERS: readonly Role[] = ["officer", "reviewer", "approver"];

/** True for somebody who may draft here. */
export const mayDraft = ({ principal }: Turn): boolean => holdsAny(principal, DRAFTERS);

/** The words as they were written; a platform's own slash command is put back in front of them. */
export function wordsOf({ message }: Turn): string {
  return message.command ? `/${message.command.name} ${message.command.args}`.trim() : message.text;
}

/** True for a turn that the desk has to see: of somebody who may draft, or a command that must be refused. */
export const isForDesk = (turn: Turn): boolean =>
  mayDraft(turn) || readIntent(wordsOf(turn))?.isCommand === true;
