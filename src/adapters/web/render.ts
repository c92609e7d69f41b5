import type { Limits, Piece } from "../../core/adapter.ts";
import type { IncomingMessage } from "../../core/message.ts";
import type { DraftView, Reply } from "../../core/reply.ts";
import { plainReply } from "../plain-reply.ts";
import { languageFor } from "../speech.ts";

/** A browser draws everything and has no length limit, so a reply is one piece. */
export const LIMITS: Limits = {
  format: "markdown",
  maxPiece: Infinity,
  unit: "chars",
  maxPieces: 1,
  stream: "native",
  edit: false,
  ephemeral: false,
  threads: false,
  typing: true,
  files: true,
  buttons: true,
};

/** The part of a reply that the page shows; tools, tokens and times stay inside. */
export type PageReply = Pick<
  Reply,
  "text" | "agent" | "mode" | "model" | "citations" | "asks" | "actions" | "files" | "notices"
> &
  Partial<Pick<Reply, "escalation" | "handover" | "failure">> & {
    readonly draft?: Pick<DraftView, "id" | "version" | "text" | "findings">;
  };

/** Leaves out what is not for the page. */
export function pageReply(reply: Reply): PageReply {
  const { text, agent, mode, model, citations, asks, actions, files, notices } = reply;
  const { escalation, handover, failure, draft } = reply;
  return {
    text,
    agent,
    mode,
    model,
    citations,
    asks,
    actions,
    files,
    notices,
    ...(escalation && { escalation }),
    ...(handover && { handover }),
    ...(failure !== undefined && { failure }),
    ...(draft && { draft: onPage(draft) }),
  };
}

// the facts stand in the words of the reply already
const onPage = ({ id, version, text, findings }: DraftView): NonNullable<PageReply["draft"]> => ({
  id,
  version,
  text,
  findings,
});

/** A reply as the page takes it: one piece whose body is what the page draws. */
export function render(reply: Reply, message: IncomingMessage): readonly Piece[] {
  const text = plainReply(reply, { language: languageFor(message) });
  return [{ text, body: JSON.stringify(pageReply(reply)) }];
}
