import { z } from "zod";
import { computeDeadline } from "../calendar/deadline/compute.ts";
import type { DeadlineInput } from "../calendar/deadline/input.ts";
import { listPeriods } from "../calendar/deadline/list.ts";
import { OPTIONS } from "../calendar/deadline/options.ts";
import { showDeadline } from "../calendar/deadline/show.ts";
import type { HolidayTables } from "../calendar/holidays/tables.ts";
import { BotError } from "../core/errors.ts";
import { defineTool } from "./define.ts";
import type { ToolResult } from "./define.ts";
import { EVERYONE } from "./everyone.ts";
import { trimmed } from "./fence.ts";

const MOST_CHARS = 3_600; // the longest working of a period, over several years of holidays

const text = (name: keyof DeadlineInput) => z.string().optional().describe(OPTIONS[name].words.en);
const number = (name: keyof DeadlineInput) => z.number().optional().describe(OPTIONS[name].words.en);
const flag = (name: keyof DeadlineInput) => z.boolean().optional().describe(OPTIONS[name].words.en);

// the periods' own schema in words that every model server takes; what is given is checked by that one
const input = z.object({
  kind: z.string().describe(
    `one of: ${listPeriods("en")
      .map((period) => period.kind)
      .join(", ")}`,
  ),
  from: z.string().describe("the day of the event, YYYY-MM-DD; YYYY-MM-DDTHH:MM for a period in hours"),
  time: text("time"),
  extension: number("extension"),
  suspended: text("suspended"),
  days: number("days"),
  basis: text("basis"),
  done: text("done"),
  found: text("found"),
  fine: number("fine"),
  paid: text("paid"),
  actOn: text("actOn"),
  informedOn: text("informedOn"),
  service: text("service"),
  announcedDays: number("announcedDays"),
  demandServed: text("demandServed"),
  harm: flag("harm"),
  realEstate: flag("realEstate"),
  simple: flag("simple"),
  many: flag("many"),
  detention: flag("detention"),
  minor: flag("minor"),
} satisfies Readonly<Record<keyof DeadlineInput | "kind", z.ZodType>>);

/** Computes a legal period with its working, article and notes, or says why it cannot be computed. */
export const computeDeadlineTool = ({ holidays }: { readonly holidays: () => HolidayTables }) =>
  defineTool({
    name: "compute_deadline",
    description:
      "Computes a period that the law sets in administrative matters (penalty, hearing, seizure, service, " +
      "reconsideration, lawsuit, fines) by the official holiday table, day by day, with its article. Use it " +
      "for every legal time limit; never count such days yourself, and keep to it where it cannot compute.",
    roles: EVERYONE,
    input,
    async run({ kind, ...given }, { language, signal }): Promise<ToolResult> {
      signal.throwIfAborted();
      try {
        const deadline = computeDeadline(kind, given, holidays());
        const plain = trimmed(showDeadline(deadline, language), MOST_CHARS);
        const { article } = deadline;
        return {
          text: plain,
          plain,
          citations: [{ title: deadline.name[language], source: article, article }],
        };
      } catch (error) {
        return refusal(error, language);
      }
    },
  });

/** What no table answers is an answer for the person; a wrong question is one for the model, to ask better. */
function refusal(error: unknown, language: "zh" | "en"): ToolResult {
  if (!(error instanceof BotError)) throw error;
  const said = error.detail.forUser[language];
  if (error.code === "calendar.unknown") return { text: said, plain: said, isAnswerable: false };
  return { text: said, isAnswerable: false };
}
