import type { Context, Hono } from "hono";
import { questionEvent } from "./hub.ts";
import { capabilityFor, conversationIdOf, conversationOfMessage, newCapability } from "./ids.ts";
import { askBody, checkedCapability, checkedText, feedbackBody, keyOf, readBody, stopBody } from "./input.ts";
import { normalize, type WebEvent } from "./normalize.ts";
import { crowded, emptyInput, languageOfRequest, notFound, stopping } from "./refusal.ts";
import type { Site } from "./site.ts";
import { eventStream } from "./stream.ts";

// each open page holds one connection; far more than a town hall's visitors at once
const MAX_LISTENERS = 2_000;

/** Asking, listening, stopping and judging: everything that concerns one talk. */
export function talkRoutes(app: Hono, site: Site): void {
  app.post("/api/conversations", (c) => c.json({ id: newCapability() }, 201));
  app.post("/api/messages", (c) => ask(c, site));
  app.get("/api/conversations/:id/events", (c) => listen(c, site));
  app.post("/api/conversations/:id/stop", async (c) => {
    const conversation = conversationIdOf(checkedCapability(c.req.param("id")));
    const { message } = readBody(stopBody, await c.req.text());
    const target = message ?? site.hub.running(conversation)[0];
    const event = { type: "stop" as const, ...(target === undefined ? {} : { target }) };
    const id = await hand(site, { ...event, ...meta(c, site, conversation) });
    // a stopped answer may stay without a reply; whoever looks now shall not wait for one
    if (target !== undefined) site.hub.progress(conversation, target, { type: "done" });
    return c.json({ id }, 202);
  });
  app.post("/api/messages/:id/feedback", async (c) => {
    const target = c.req.param("id");
    const conversation = conversationOfMessage(target);
    if (conversation === null) throw notFound();
    const { value } = readBody(feedbackBody, await c.req.text());
    const event = { type: "feedback" as const, value, target };
    return c.json({ id: await hand(site, { ...event, ...meta(c, site, conversation) }) }, 202);
  });
}

const meta = (c: Context, site: Site, conversation: string, id?: string) => ({
  conversation,
  key: keyOf(c.req.header("Idempotency-Key"), id),
  atMs: site.now(),
  language: languageOfRequest(c.req.header("Accept-Language")),
});

/** Answers only once the question is stored. */
async function ask(c: Context, site: Site): Promise<Response> {
  const body = readBody(askBody, await c.req.text());
  const text = checkedText(body.text);
  const key = keyOf(c.req.header("Idempotency-Key"), body.id);
  const capability = body.conversation ?? capabilityFor(key);
  const conversation = conversationIdOf(capability);
  const event = { type: "ask" as const, text, ...meta(c, site, conversation, key) };
  const id = await hand(site, event);
  return c.json({ id, conversation: capability }, 202);
}

/** Gives an event to the bot and returns the message's id. Throws when it could not be stored. */
async function hand(site: Site, event: WebEvent): Promise<string> {
  const { hub, receive } = site;
  if (!receive) throw stopping();
  const message = normalize(event, site.account);
  if (!message) throw emptyInput("text");
  const { conversation } = event;
  const admission = await receive(message, (progress) => hub.progress(conversation, message.id, progress));
  if (admission === "stored" && event.type === "ask") {
    hub.tell(conversation, questionEvent(message.id, message.text, event.atMs, event.key));
  }
  return message.id;
}

function listen(c: Context, site: Site): Response {
  const { hub, account, sources, every, streams } = site;
  const conversation = conversationIdOf(checkedCapability(c.req.param("id") ?? ""));
  if (hub.listeners >= MAX_LISTENERS) throw crowded();
  const body = eventStream({
    hub,
    conversation,
    every,
    history: () => sources.history(`web:${account}:${conversation}`),
    lastEventId: c.req.header("Last-Event-ID"),
    language: languageOfRequest(c.req.header("Accept-Language")),
    onOpen: (end) => streams.add(end),
    onClose: (end) => streams.delete(end),
  });
  return c.body(body, 200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    Connection: "close",
    // nginx would hold the words back until the answer is whole
    "X-Accel-Buffering": "no",
  });
}
