import type { DatabaseSync } from "node:sqlite";
import type { Piece } from "../../core/adapter.ts";
import type { IncomingMessage } from "../../core/message.ts";
import type { Reply } from "../../core/reply.ts";
import type { Inbox, TalkEntry, Unsent, Waiting } from "../port.ts";
import type { GroupCommit } from "./group-commit.ts";
import { integer, text } from "./row.ts";

/** The inbox in SQLite; writes share transactions through `commit`. */
export function sqliteInbox(database: DatabaseSync, commit: GroupCommit, now: () => number): Inbox {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO inbox (id, delivery_id, lane, platform, received_ms, message) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare("SELECT message FROM inbox WHERE id = ?");
  const begin = database.prepare("UPDATE inbox SET state = 'working' WHERE id = ? AND state = 'waiting'");
  const count = database.prepare("SELECT count(*) AS open FROM inbox WHERE state <> 'closed'");
  const close = closer(database, now);
  return {
    accept: (message) =>
      commit.run(() => {
        const { id, deliveryId, conversation, platform } = message;
        const values = [id, deliveryId ?? null, conversation.key, platform, now(), JSON.stringify(message)];
        return Number(insert.run(...values).changes) === 1 ? "stored" : "duplicate";
      }),
    async read(id) {
      const row = select.get(id);
      return row ? parseMessage(text(row, "message")) : null;
    },
    begin(id) {
      // a lost mark only means that a crash is not counted; a disk that fails shows when the reply is stored
      commit.run(() => begin.run(id)).catch(() => undefined);
    },
    close: (id, reply, pieces) => commit.run(() => close(id, reply, pieces)),
    recover: () => commit.run(() => recoverRows(database)),
    talk: async (lane, limit) => talkRows(database, lane, limit),
    countOpen: async () => integer(count.get() ?? {}, "open"),
  };
}

function closer(database: DatabaseSync, now: () => number) {
  const close = database.prepare(
    "UPDATE inbox SET state = 'closed', reply = ?, answered_ms = ? WHERE id = ? AND state <> 'closed'",
  );
  const add = database.prepare("INSERT INTO outbox (key, message_id, text, body) VALUES (?, ?, ?, ?)");
  return (id: string, reply: Reply | null, pieces: readonly Piece[]): readonly Unsent[] => {
    const closed = close.run(reply === null ? null : JSON.stringify(reply), now(), id);
    // closed before: its pieces are stored already and must not be stored twice
    if (Number(closed.changes) === 0) return [];
    return pieces.map((piece, index) => {
      const key = `${id}/${index + 1}`;
      add.run(key, id, piece.text, piece.body);
      return { ...piece, key, messageId: id, isDoubtful: false };
    });
  };
}

function recoverRows(database: DatabaseSync): readonly Waiting[] {
  database.exec("UPDATE inbox SET state = 'waiting', crashes = crashes + 1 WHERE state = 'working'");
  return database
    .prepare("SELECT id, lane, platform, crashes FROM inbox WHERE state <> 'closed' ORDER BY seq")
    .all()
    .map((row) => ({
      id: text(row, "id"),
      lane: text(row, "lane"),
      platform: text(row, "platform"),
      crashes: integer(row, "crashes"),
    }));
}

function talkRows(database: DatabaseSync, lane: string, limit: number): readonly TalkEntry[] {
  return database
    .prepare(
      "SELECT id, received_ms, message, reply, answered_ms FROM inbox WHERE lane = ? ORDER BY seq DESC LIMIT ?",
    )
    .all(lane, limit)
    .toReversed()
    .flatMap((row): TalkEntry[] => {
      const id = text(row, "id");
      const message = parseMessage(text(row, "message"));
      const question: TalkEntry = {
        id,
        atMs: integer(row, "received_ms"),
        kind: "question",
        text: message.text,
      };
      // buttons and commands without words are not lines of the talk
      const asked = message.text === "" ? [] : [question];
      if (row["reply"] === null) return asked;
      const reply = parseReply(text(row, "reply"));
      return [...asked, { id, atMs: integer(row, "answered_ms"), kind: "reply", text: reply.text, reply }];
    });
}

// our own rows, written by `accept` and `close` above
const parseMessage = (json: string): IncomingMessage => JSON.parse(json);
const parseReply = (json: string): Reply => JSON.parse(json);
