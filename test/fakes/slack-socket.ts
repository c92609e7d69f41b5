import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Json } from "./slack-state.ts";

// the constant of RFC 6455 that proves a handshake was read
const HANDSHAKE_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly bytes: number;
}

/** One frame off the front of what has arrived; null while it is not whole. Clients mask, so the mask is undone. */
function readFrame(data: Buffer): Frame | null {
  if (data.length < 2) return null;
  const short = (data[1] ?? 0) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < head + 4) return null;
  const size = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < head + 4 + size) return null;
  const mask = data.subarray(head, head + 4);
  const payload = Buffer.from(data.subarray(head + 4, head + 4 + size));
  for (let at = 0; at < size; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return { opcode: (data[0] ?? 0) & 0x0f, payload, bytes: head + 4 + size };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = size < 126 ? size : size < 65_536 ? 126 : 127;
  if (size >= 65_536) head.writeBigUInt64BE(BigInt(size), 2);
  else if (size >= 126) head.writeUInt16BE(size, 2);
  return Buffer.concat([head, payload]);
}

interface Envelope {
  readonly body: Json;
  readonly settle: (answer: Json | null) => void;
  attempt: number;
}

/** Socket Mode as Slack runs it: what was not acknowledged goes out again on the next connection. */
export interface SocketHub {
  /** Takes an upgrade request over. */
  accept(request: IncomingMessage, socket: Duplex): void;
  /** Resolves with the body of the acknowledgement; null when none came before the workspace was stopped. */
  send(type: string, payload: unknown): Promise<Json | null>;
  /** Tells every connection to come back on a new one, as Slack does every few hours. */
  refresh(): void;
  /** Breaks every connection without a word. */
  drop(): void;
  /** Delivers everything again that was not acknowledged yet. */
  redeliver(): void;
  /** How many connections were greeted so far. */
  readonly greeted: number;
  readonly live: number;
  stop(): void;
}

/** A hub without connections. */
export function createSocketHub(onChange: () => void): SocketHub {
  const sockets = new Set<Duplex>();
  const pending = new Map<string, Envelope>();
  let greeted = 0;

  const write = (socket: Duplex, value: unknown): void => {
    socket.write(frame(TEXT, Buffer.from(JSON.stringify(value))));
  };
  const bring = (id: string, { body, attempt }: Envelope): void => {
    const [socket] = sockets;
    if (socket === undefined) return;
    const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: "timeout" };
    write(socket, { envelope_id: id, accepts_response_payload: true, ...retry, ...body });
  };
  const redeliver = (): void => {
    for (const [id, envelope] of pending) {
      envelope.attempt += 1;
      bring(id, envelope);
    }
  };
  const hear = (text: string): void => {
    const message: { envelope_id?: string; payload?: Json } = JSON.parse(text);
    const envelope = pending.get(message.envelope_id ?? "");
    if (envelope === undefined) return;
    pending.delete(message.envelope_id ?? "");
    envelope.settle(message.payload ?? {});
  };

  return {
    accept(request, socket) {
      const key = String(request.headers["sec-websocket-key"]);
      const proof = createHash("sha1")
        .update(key + HANDSHAKE_GUID)
        .digest("base64");
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${proof}\r\n\r\n`,
      );
      const leave = (): void => {
        sockets.delete(socket);
        onChange();
      };
      let data = Buffer.alloc(0);
      socket.on("data", (chunk: Buffer) => {
        data = Buffer.concat([data, chunk]);
        for (let next = readFrame(data); next !== null; next = readFrame(data)) {
          data = data.subarray(next.bytes);
          if (next.opcode === TEXT) hear(next.payload.toString());
          if (next.opcode === PING) socket.write(frame(PONG, next.payload));
          if (next.opcode === CLOSE) {
            leave();
            socket.end(frame(CLOSE, next.payload));
          }
        }
      });
      socket.on("close", leave);
      socket.on("error", leave);
      sockets.add(socket);
      greeted += 1;
      write(socket, { type: "hello", num_connections: sockets.size, connection_info: { app_id: "A0APP" } });
      redeliver();
      onChange();
    },
    send: (type, payload) =>
      new Promise((settle) => {
        const id = randomUUID();
        const envelope: Envelope = { body: { type, payload }, settle, attempt: 0 };
        pending.set(id, envelope);
        bring(id, envelope);
      }),
    refresh() {
      for (const socket of sockets) write(socket, { type: "disconnect", reason: "refresh_requested" });
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
    redeliver,
    get greeted() {
      return greeted;
    },
    get live() {
      return sockets.size;
    },
    stop() {
      for (const { settle } of pending.values()) settle(null);
      pending.clear();
      for (const socket of sockets) socket.destroy();
    },
  };
}
