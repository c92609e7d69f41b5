import { z } from "zod";

const id = z.string().min(1);
const maybe = z.string().nullish();

const value = z.object({
  value: maybe,
  selected_date: maybe,
  selected_date_time: z.number().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const state = z.record(z.string(), z.record(z.string(), value));
export type ViewState = z.output<typeof state>;

const actor = z.object({ id, team_id: maybe });

/** A modal that was sent off. */
export const submission = z.object({
  type: z.literal("view_submission"),
  user: actor,
  view: z.object({
    id,
    /** The same for every view of one stack, so that a form is one form however often it went back and forth. */
    root_view_id: maybe,
    callback_id: z.string(),
    private_metadata: z.string().default(""),
    state: z.object({ values: state }).default({ values: {} }),
  }),
});
export type Submission = z.output<typeof submission>;

/** Something pressed on the home page or in a modal. */
export const viewAction = z.object({
  type: z.literal("block_actions"),
  user: actor,
  trigger_id: maybe,
  container: z.object({ type: z.literal("view") }),
  view: z.object({ callback_id: maybe, private_metadata: z.string().default("") }),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: maybe,
        selected_option: z.object({ value: z.string() }).nullish(),
        action_ts: maybe,
      }),
    )
    .min(1),
});
export type ViewAction = z.output<typeof viewAction>;
