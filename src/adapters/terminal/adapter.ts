import { randomUUID } from "node:crypto";
import { createInterface, type Interface } from "node:readline";
import type { Adapter, Delivery, Receive } from "../../core/adapter.ts";
import { BotError } from "../../core/errors.ts";
import type { Action } from "../../core/reply.ts";
import { normalize, type TerminalEvent } from "./normalize.ts";
import { createOpenTurns, type OpenTurns } from "./open-turns.ts";
import type { TerminalOptions } from "./options.ts";
import { readPerson, readPipe } from "./reading.ts";
import { LIMITS, readScreenReply, render } from "./render.ts";
import { createScreen, type Screen } from "./screen.ts";

const PROMPT = "› ";

/** This terminal as a platform. */
export interface TerminalAdapter extends Adapter {
  /** Takes one event in and resolves to its message's id; null when it was not taken. */
  hear(event: TerminalEvent): Promise<string | null>;
  /** Resolves when the person has left, or at the end of a piped input when all of it is answered. */
  readonly left: Promise<void>;
}

/** A talk in this terminal; from a pipe it takes one question a line and answers them in order. */
export function createTerminalAdapter(options: TerminalOptions): TerminalAdapter {
  const { input, output, session = randomUUID(), user = "local", language = "zh", now = Date.now } = options;
  const conversation = options.conversation ?? session;
  const isLive = input.isTTY === true && output.isTTY === true;
  const screen = createScreen({ output, isLive, hasColor: options.color ?? isLive, language });
  // opened by `start` and not before: lines that come while nobody listens would be lost
  let reader: Interface | null = null;
  const left = Promise.withResolvers<void>();
  const open = createOpenTurns(() => isLive && receive && reader?.prompt(true));
  const shown = new Set<string>();
  let receive: Receive | null = null;
  let actions: readonly Action[] = [];
  let number = 0;

  const hear = async (event: TerminalEvent): Promise<string | null> =>
    receive && hand(event, { receive, open, screen, language });

  const say = (line: string, stops?: string): Promise<string | null> => {
    number += 1;
    const event = { session, user, conversation, number, line, actions, atMs: now() };
    return hear(stops === undefined ? event : { ...event, stops });
  };

  return {
    name: "terminal",
    limits: LIMITS,
    render: (reply, message) => render(reply, message, options.fileWords),
    hear,
    left: left.promise,
    async start(handIn) {
      receive = handIn;
      reader = createInterface({ input, terminal: isLive, prompt: PROMPT, ...(isLive && { output }) });
      if (isLive && options.welcome) screen.line(options.welcome);
      const reading = { reader, open, screen, say };
      void (isLive ? readPerson(reading) : readPipe(reading)).then(left.resolve, left.reject);
    },
    async send({ key, message, body }: Delivery) {
      if (shown.has(key)) return;
      shown.add(key);
      const reply = readScreenReply(body);
      if (!open.has(message.id)) screen.earlier(message.text);
      screen.answer(message.id, reply);
      actions = reply.actions;
      open.settle(message.id);
    },
    async stop() {
      receive = null;
      reader?.close();
    },
  };
}

interface Hands {
  readonly receive: Receive;
  readonly open: OpenTurns;
  readonly screen: Screen;
  readonly language: "zh" | "en";
}

/** Gives an event to the bot; a failure is told in one line and the question is over. */
async function hand(
  event: TerminalEvent,
  { receive, open, screen, language }: Hands,
): Promise<string | null> {
  const message = normalize(event);
  if (!message) return null;
  if (message.kind === "text") open.add(message.id);
  try {
    const admission = await receive(message, (progress) => {
      screen.progress(message.id, progress);
      if (progress.type === "done") open.settle(message.id);
    });
    if (admission === "duplicate") open.settle(message.id);
    return message.id;
  } catch (error) {
    if (error instanceof BotError) screen.line(error.detail.forUser[language]);
    else screen.say("failed");
    open.settle(message.id);
    return null;
  }
}
