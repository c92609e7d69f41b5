import type { IncomingMessage } from "./message.ts";
import type { Reply } from "./reply.ts";
import type { OnProgress } from "./turn.ts";

/** What a platform can do, as values; shared code reads these and never asks for a platform's name. */
export interface Limits {
  readonly format: "markdown" | "mrkdwn" | "plain";
  /** Longest piece, in the unit the platform counts. Infinity where there is no limit. */
  readonly maxPiece: number;
  readonly unit: "chars" | "bytes";
  readonly maxPieces: number;
  readonly stream: "native" | "edit" | "none";
  readonly edit: boolean;
  readonly ephemeral: boolean;
  readonly threads: boolean;
  readonly typing: boolean;
  readonly files: boolean;
  readonly buttons: boolean;
}

/** One piece of a reply as it is stored before it is sent. */
export interface Piece {
  /** What a person will read; kept for logs and tests. */
  readonly text: string;
  /** The platform's own body, as JSON text. */
  readonly body: string;
}

/** One piece on its way out. */
export interface Delivery extends Piece {
  /** Unique and stable over restarts: message id and piece number. */
  readonly key: string;
  readonly message: IncomingMessage;
  /** An earlier attempt may have arrived: look it up by key before sending again. */
  readonly isDoubtful: boolean;
}

/** What became of a message that was handed in. */
export type Admission = "stored" | "duplicate";

/** Resolves once the message is on disk: only then may the platform get its acknowledgement. */
export type Receive = (message: IncomingMessage, onProgress?: OnProgress) => Promise<Admission>;

/** All that a platform owes the bot. None of it decides anything. */
export interface Adapter {
  readonly name: string;
  readonly limits: Limits;
  /** Splits a reply into pieces within the limits; pure. */
  render(reply: Reply, message: IncomingMessage): readonly Piece[];
  start(receive: Receive): Promise<void>;
  /** Resolves when the platform has taken the piece; the same key twice is shown once. */
  send(delivery: Delivery): Promise<void>;
  /** Stops taking messages in; sending goes on until the desk has drained. Safe to call twice. */
  stop(): Promise<void>;
}
