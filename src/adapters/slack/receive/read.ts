import type { IncomingMessage } from "../../../core/message.ts";
import type { z } from "zod";
import { normalizeChanged, normalizeDeleted, normalizeStopped } from "../normalize/changed.ts";
import { normalizeShortcut, normalizeSlash } from "../normalize/command.ts";
import { isDirect, placeOf } from "../normalize/place.ts";
import { normalizePressed } from "../normalize/pressed.ts";
import { isSpoken, normalizeSaid, whereSaid, type Known } from "../normalize/said.ts";
import {
  changedEvent,
  deletedEvent,
  envelope,
  messageShortcut,
  pressed,
  saidEvent,
  slash,
  stoppedEvent,
  type SaidEvent,
} from "../normalize/shapes.ts";
import { readWords } from "../normalize/text.ts";
import type { People } from "../people.ts";
import type { Threads } from "../threads.ts";
import type { Workspace } from "../workspace.ts";

/** What reading an event takes beside the event. */
export interface Reader {
  readonly workspace: Workspace;
  readonly threads: Threads;
  readonly people: People;
  readonly now: () => number;
}

/** A request body of Slack's as a message; null when there is nothing in it for the bot. */
export async function readBody(body: unknown, reader: Reader): Promise<IncomingMessage | null> {
  const enveloped = envelope.safeParse(body);
  if (enveloped.success) return readEvent(enveloped.data, reader);
  return (
    (await read(slash, body, async (event) =>
      normalizeSlash(event, await known(reader, event.user_id, event.team_id)),
    )) ??
    (await read(pressed, body, async (event) =>
      normalizePressed(event, await known(reader, event.user.id, event.user.team_id)),
    )) ??
    read(messageShortcut, body, async (event) =>
      normalizeShortcut(event, await known(reader, event.user.id, event.user.team_id)),
    )
  );
}

async function readEvent(
  { event, event_id, team_id, authorizations }: z.output<typeof envelope>,
  reader: Reader,
): Promise<IncomingMessage | null> {
  const teams = [team_id, ...(authorizations ?? []).map((each) => each.team_id)];
  // another workspace's event has no business here, however well it is signed
  if (!teams.includes(reader.workspace.teamId)) return null;
  const more = { deliveryId: event_id };
  if (event["subtype"] === "message_changed") {
    return read(changedEvent, event, async (change) => {
      const { user, team } = change.message;
      const isServed = await servedIn(reader, {
        ...change.message,
        channel: change.channel,
        type: "message",
      });
      return normalizeChanged(change, { ...(await known(reader, user, team)), ...more, isServed });
    });
  }
  if (event["subtype"] === "message_deleted") {
    return read(deletedEvent, event, async (deletion) => {
      const before = deletion.previous_message;
      const isServed = before
        ? await servedIn(reader, { ...before, channel: deletion.channel, type: "message" })
        : false;
      return normalizeDeleted(deletion, { ...plain(reader), ...more, isServed });
    });
  }
  if (event.type === "agent_session_stopped") {
    return read(stoppedEvent, event, async (stop) => normalizeStopped(stop, { ...plain(reader), ...more }));
  }
  return read(saidEvent, event, (said) => readSaid(said, event_id, reader));
}

/** Something that was said, when it is for the bot; also used for what was said while the bot was away. */
export async function readSaid(
  said: SaidEvent,
  deliveryId: string | undefined,
  reader: Reader,
): Promise<IncomingMessage | null> {
  const { workspace, threads } = reader;
  if (!isSpoken(said, workspace)) return null;
  const where = whereSaid(said);
  const { key } = placeOf(workspace, where);
  const { mentions } = readWords(said.text ?? "", workspace.botUser);
  const isNamed = said.type === "app_mention" || mentions.includes(workspace.botUser);
  const user = said.user ?? "";
  // outside a thread only the bot's name makes it the bot's business
  const isThread = Boolean(said.thread_ts) && said.thread_ts !== said.ts;
  const namesOthers = mentions.some((each) => each !== workspace.botUser);
  const isServed =
    isDirect(where) ||
    (isThread || isNamed ? await threads.hear({ key, user, isNamed, namesOthers }) : false);
  if (!isServed) return null;
  const about = await known(reader, user, said.user_team ?? said.source_team ?? said.team);
  return normalizeSaid(said, { ...about, isServed, ...(deliveryId === undefined ? {} : { deliveryId }) });
}

async function servedIn({ workspace, threads }: Reader, said: SaidEvent): Promise<boolean> {
  return threads.isServed(placeOf(workspace, whereSaid(said)).key);
}

const plain = ({ workspace, now }: Reader): Known => ({ workspace, receivedAtMs: now(), isServed: false });

/** What is known about somebody; who comes with another team is a stranger without being asked after. */
async function known(
  reader: Reader,
  user: string | null | undefined,
  team: string | null | undefined,
): Promise<Known> {
  const { workspace, people } = reader;
  const isElsewhere = Boolean(team) && team !== workspace.teamId && workspace.enterpriseId === undefined;
  const externalTenant = isElsewhere ? (team ?? "") : user ? await people.externalTenant(user) : undefined;
  return { ...plain(reader), externalTenant };
}

async function read<Shape extends z.ZodType>(
  shape: Shape,
  body: unknown,
  then: (event: z.output<Shape>) => Promise<IncomingMessage | null>,
): Promise<IncomingMessage | null> {
  const parsed = shape.safeParse(body);
  return parsed.success ? then(parsed.data) : null;
}
