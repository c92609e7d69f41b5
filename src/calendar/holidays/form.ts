import { z } from "zod";
import { partsOf } from "../day.ts";

const text = z.string().trim().min(1);
const day = z.string().refine((value) => partsOf(value) !== null);

const holiday = z.strictObject({
  name: z.strictObject({ zh: text, en: text }),
  from: day,
  to: day,
  /** Days of the holiday itself under 全国年节及纪念日放假办法; the others in the span are rest moved there. */
  legal: z.array(day).default([]),
  /** Saturdays and Sundays on which everybody works in exchange. */
  makeUp: z.array(day).default([]),
});

/** The form of a year's table, from YAML or JSON. */
export const holidayYear = z.strictObject({
  // the notices in this form begin with 2008
  year: z.int().min(2008).max(2999),
  notice: z.strictObject({ title: text, number: text, date: day, url: z.url().optional() }),
  holidays: z.array(holiday).min(1),
});

/** One holiday of the notice. */
export type Holiday = Readonly<z.output<typeof holiday>>;

/** One year's arrangement of holidays and make-up working days with the notice it was taken from. */
export type HolidayYear = Readonly<z.output<typeof holidayYear>>;
