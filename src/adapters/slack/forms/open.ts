import type { Language } from "../../../core/language.ts";
import type { Call } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";
import { isSlacks, respond } from "../deliver/aside.ts";
import type { View } from "./views.ts";
import { WORDS } from "./words.ts";

/** Whose click it was, and where a line about it can be shown. */
export interface Click {
  readonly triggerId: string;
  readonly user: string;
  /** Empty where there is none, on the home page. */
  readonly channel: string;
  readonly address?: string | null | undefined;
}

export interface OpenParts {
  /** Does not wait: a trigger is good for three seconds. */
  readonly callNow: Call;
  readonly apiUrl: string;
  readonly onProblem: (what: string, error: unknown) => void;
}

/** Slack opened the view for the first delivery of this very click. */
const IS_OPEN = "exchanged_trigger_id";
const TOO_LATE = "expired_trigger_id";

/** Opens a modal for a click; where Slack will not, the person reads one line that says why. */
export async function openView(
  parts: OpenParts,
  click: Click,
  view: View,
  language: Language,
): Promise<void> {
  try {
    await parts.callNow("views.open", { trigger_id: click.triggerId, view });
  } catch (error) {
    const { error: reason } = refusalOf(error);
    if (reason === IS_OPEN) return;
    if (reason !== TOO_LATE) parts.onProblem("a form did not open", error);
    await tell(parts, click, WORDS[reason === TOO_LATE ? "late" : "failed"][language]);
  }
}

async function tell(
  { callNow, apiUrl, onProblem }: OpenParts,
  { user, channel, address }: Click,
  text: string,
): Promise<void> {
  try {
    if (address && isSlacks(address, apiUrl) && (await respond(address, { text }))) return;
    if (channel !== "") await callNow("chat.postEphemeral", { channel, user, text });
  } catch (error) {
    onProblem("somebody waits for a form", error);
  }
}
