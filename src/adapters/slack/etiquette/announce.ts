import type { Call } from "../api/calls.ts";
import type { Pace } from "../api/pace.ts";
import type { Clock } from "../options.ts";
import { markdownBlock } from "../render/blocks.ts";
import { safeMarkdown } from "../render/markdown.ts";
import { quietUntil, type RoomsOf } from "./rooms.ts";

/** What nobody asked for: a reminder, a notice. Answers never come this way, and so are never held. */
export interface Announcement {
  readonly channel: string;
  /** CommonMark; calls nobody. */
  readonly text: string;
}

/** What became of it: said at once, or kept back until the quiet hours of its channel are over. */
export type Announced = { readonly isSaid: true } | { readonly isSaid: false; readonly untilMs: number };

export interface AnnounceParts {
  readonly call: Call;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly rooms: RoomsOf;
  readonly onProblem: (what: string, error: unknown) => void;
}

const NO_SOURCES = { isModel: false, sources: new Set<string>() };

/**
 * Says something unasked, outside the quiet hours of the channel. What is held lives in memory only: whoever
 * announces has to know after a restart what is still worth saying.
 */
export function createAnnouncer(parts: AnnounceParts): (announcement: Announcement) => Promise<Announced> {
  const { call, pace, clock, rooms, onProblem } = parts;
  const say = async ({ channel, text }: Announcement): Promise<void> => {
    await pace.turn(channel);
    const markdown = safeMarkdown(text, NO_SOURCES);
    const content = { text: markdown, blocks: [markdownBlock(markdown)] };
    await call("chat.postMessage", { channel, ...content, unfurl_links: false, unfurl_media: false });
  };
  return async (announcement) => {
    const untilMs = quietUntil(rooms(announcement.channel)?.quiet, clock.now());
    if (untilMs === null) {
      await say(announcement);
      return { isSaid: true };
    }
    clock.after(untilMs - clock.now(), () => {
      say(announcement).catch((error: unknown) => onProblem("an announcement could not be made", error));
    });
    return { isSaid: false, untilMs };
  };
}
