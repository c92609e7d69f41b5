import type { Call } from "../api/calls.ts";
import { envelope, openedEvent } from "../normalize/shapes.ts";
import type { SlackSources } from "../options.ts";

const MAX_PROMPTS = 4;
const MAX_TITLE = 60;

/** Shows questions to begin with in an agent pane that was opened, of the newer kind or the older one. */
export async function greet(
  body: unknown,
  call: Call,
  suggestions: NonNullable<SlackSources["suggestions"]>,
): Promise<void> {
  const event = openedEvent.safeParse(envelope.safeParse(body).data?.event);
  if (!event.success) return;
  const prompts = (await suggestions()).slice(0, MAX_PROMPTS).map((message) => ({
    title: Array.from(message).slice(0, MAX_TITLE).join(""),
    message,
  }));
  if (prompts.length === 0) return;
  const where =
    event.data.type === "app_home_opened"
      ? { channel_id: event.data.channel }
      : {
          channel_id: event.data.assistant_thread.channel_id,
          thread_ts: event.data.assistant_thread.thread_ts,
        };
  await call("assistant.threads.setSuggestedPrompts", { ...where, prompts });
}
