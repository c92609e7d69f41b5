import { z } from "zod";
import { partsOf } from "../day.ts";
import type { Span } from "./walk.ts";

/** A day, with a time where hours are counted. */
export interface Moment {
  readonly day: string;
  readonly time?: string;
}

/** Time that does not count: days on the calendar, or a bare number of them. */
export interface Suspension {
  readonly spans: readonly Span[];
  readonly days: number;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\S+))?$/;
const SPAN = /^(\S+)\.\.(\S+)$/;
// ten years: no period of days that a law sets is longer
const MAX_DAYS = 3_650;
const MAX_FINE_YUAN = 1_000_000_000;

const isDay = (text: string): boolean => partsOf(text) !== null;
const day = z.string().refine(isDay);
const time = z.string().regex(TIME);

const moment = z.string().transform((text, context): Moment => {
  const [, date = "", clock] = MOMENT.exec(text) ?? [];
  if (isDay(date) && (clock === undefined || TIME.test(clock))) {
    return clock === undefined ? { day: date } : { day: date, time: clock };
  }
  context.addIssue({ code: "custom" });
  return z.NEVER;
});

const count = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.int().min(1).max(MAX_DAYS));
const yuan = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d{1,2})?$/)
      .transform(Number),
  ])
  .pipe(z.number().positive().max(MAX_FINE_YUAN))
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6);
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

const suspension = z
  .union([z.number(), z.string(), z.array(z.string())])
  .transform((value, context): Suspension => {
    const parsed = parseSuspension(value);
    if (parsed !== null) return parsed;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });

function parseSuspension(value: number | string | readonly string[]): Suspension | null {
  const bare = count.safeParse(value);
  if (bare.success) return { spans: [], days: bare.data };
  if (typeof value === "number") return null;
  const texts = (typeof value === "string" ? [value] : value).flatMap((text) => text.split(/[,，]/));
  const spans = texts.map((text): Span | null => {
    const [, from = "", to = ""] = SPAN.exec(text.trim()) ?? [];
    return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
  });
  const known = spans.filter((span) => span !== null);
  return known.length === spans.length && known.length > 0 ? { spans: known, days: 0 } : null;
}

/** How a document reached the party, for the start of the sixty days (行政复议法实施条例, article 23). */
export const SERVICES = ["spot", "direct", "refused", "post", "electronic", "announcement", "later"] as const;

/** Every option there is, by name; which of them a kind takes is in `optionsOf`. */
export const deadlineInput = z.strictObject({
  from: moment,
  time: time.optional(),
  extension: count.optional(),
  suspended: suspension.optional(),
  days: count.optional(),
  basis: z.string().trim().min(1).optional(),
  done: moment.optional(),
  found: day.optional(),
  fine: yuan.optional(),
  paid: day.optional(),
  actOn: day.optional(),
  informedOn: day.optional(),
  service: z.enum(SERVICES).optional(),
  announcedDays: count.optional(),
  demandServed: day.optional(),
  harm: flag.optional(),
  realEstate: flag.optional(),
  simple: flag.optional(),
  many: flag.optional(),
  detention: flag.optional(),
  minor: flag.optional(),
});

export type DeadlineInput = Readonly<z.output<typeof deadlineInput>>;
export type OptionName = keyof DeadlineInput;
