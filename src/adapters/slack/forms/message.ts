import type { Conversation, IncomingMessage } from "../../../core/message.ts";
import type { Language } from "../../../core/language.ts";
import type { SlackPerson } from "../etiquette/slack-person.ts";
import { authorOf } from "../normalize/said.ts";

/** What a form that was sent off says. */
export interface Sent {
  /** Names the form; the same when it is sent off again. */
  readonly id: string;
  readonly form: string;
  readonly lines: readonly string[];
  /** Words beside the fields. */
  readonly told: string;
}

// what begins or ends like a question is answered as one; in a form it is what somebody said
const ASKS_AT_ONCE = /^(?:请问|什么是|为什么|怎么|如何|能不能|可不可以)/u;
const ASKS_AT_LAST = /(?:[?？]|吗|呢|是什么|怎么办|多少天|哪一条)[。.!！]?\s*$/u;
const HEAD = "情况说明：";

/** A form that was sent off as the command it stands for: `/report TYPE` and a line for each value. */
export function messageOf(
  { id, form, lines, told }: Sent,
  person: SlackPerson,
  place: { readonly conversation: Conversation; readonly language: Language; readonly nowMs: number },
): IncomingMessage {
  const { conversation, language, nowMs } = place;
  const facts = [ASKS_AT_ONCE.test(told) ? `${HEAD}${told}` : told, ...lines].filter((part) => part !== "");
  const words = [form, ...facts].join("\n");
  const args = ASKS_AT_LAST.test(words) ? `${words}；` : words;
  return {
    id,
    platform: "slack",
    account: person.account,
    kind: "command",
    surface: "modal",
    conversation,
    author: authorOf(person.userId, person.externalTenant),
    mentions: { self: true, all: false, ids: [], source: "native" },
    text: args,
    rawText: `/report ${args}`,
    attachments: [],
    command: { name: "report", args },
    locale: language,
    sentAtMs: nowMs,
    receivedAtMs: nowMs,
  };
}
