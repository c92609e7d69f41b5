import { timeOf } from "../day.ts";
import type { Found } from "./finish.ts";
import { startMoment } from "./moment.ts";
import type { Question } from "./read.ts";
import type { Shape } from "./shape.ts";
import { lengthWords } from "./units.ts";

const HOUR_MS = 3_600_000;

/** Counts hours on end from the time itself (民法典, article 201); offices being shut does not stop them. */
export function countHours({ input }: Question, shape: Shape): Found {
  const from = startMoment(input);
  const passedMs = Date.parse(`1970-01-01T${from.slice(-5)}Z`) + shape.length * HOUR_MS;
  const due = new Date(timeOf(input.from.day) + passedMs).toISOString().slice(0, from.length);
  const length = lengthWords(shape);
  const text = {
    zh: `${from} 起连续${length.zh}，至 ${due}`,
    en: `${length.en} on end from ${from} to ${due}`,
  };
  const line = { from, to: due, days: 0, count: shape.length, mark: "counted", text } as const;
  return { due, working: [line], notes: [] };
}
