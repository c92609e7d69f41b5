import type { Known, Step, Turn } from "../core/turn.ts";
import type { Memory } from "../store/port.ts";
import { ENGLISH_PLACES, PLACES } from "./cities.ts";

export interface LocateOptions {
  readonly memory: Memory;
  /** The institution's own city, taken where the person names none. */
  readonly homeRegion?: string | undefined;
}

// longest first, so that 张家口 is not read as 张家界's neighbour 家口 and 黄山市 not as 黄山
const BY_LENGTH = PLACES.toSorted((one, other) => other.length - one.length);
// what may stand around a place name in a bare answer: "我在济南市呢", "in Jinan"
const AROUND_PLACE = /[市省区县州]|我|在|是|住|人|的|呢|啊|这边|那边|吧|^in\s|[\s,，。.!！?？]/giu;

/**
 * The city the person asks about: named in these words, or earlier in the talk, or the institution's own.
 *
 * A bare place name after a question is the answer to "which city?": the question is then asked again for it.
 */
export function locate({ memory, homeRegion }: LocateOptions): Step {
  return async (turn, next) => {
    const named = placeIn(turn.text);
    if (named !== undefined && named.place !== turn.known.region) {
      await memory.keepKnown(turn.message.conversation.key, { ...turn.known, region: named.place });
    }
    const region = named?.place ?? turn.known.region ?? homeRegion;
    const known: Known = region === undefined ? turn.known : { ...turn.known, region };
    return next({ ...turn, known, text: named ? asked(turn, named.words) : turn.text });
  };
}

/** The place a text names, with the words that name it. */
export function placeIn(text: string): { readonly place: string; readonly words: string } | undefined {
  const place = BY_LENGTH.find((name) => text.includes(name));
  if (place !== undefined) return { place: place.replace(/[市州]$/u, ""), words: place };
  const lower = text.toLowerCase();
  const english = Object.keys(ENGLISH_PLACES).find((name) => new RegExp(`\\b${name}\\b`).test(lower));
  return english === undefined ? undefined : { place: ENGLISH_PLACES[english] ?? "", words: english };
}

function asked({ text, history }: Turn, words: string): string {
  const last = history.at(-1);
  const rest = text.replace(new RegExp(words, "giu"), "").replace(AROUND_PLACE, "");
  return last !== undefined && rest === "" ? `${last.question}（${text.trim()}）` : text;
}
