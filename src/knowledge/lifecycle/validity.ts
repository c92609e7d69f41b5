import { z } from "zod";

/** What is known of the life of a document, as it is kept beside its passages. */
export const lifeSchema = z.object({
  title: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  /** The day by which somebody must have read it again. */
  reviewBy: z.string().optional(),
  /** The document that took its place: an id, a file or a title. */
  supersededBy: z.string().optional(),
  /** Who answers for it. */
  owner: z.string().optional(),
  /** True while it must not be answered from. */
  draft: z.boolean().optional(),
});

export type Life = Readonly<z.output<typeof lifeSchema>>;

// no question is about a day before this one
const BEFORE_ALL = "0001-01-01";

/**
 * The last day on which a document may be answered from; none when it has no end.
 *
 * What was superseded without a date is never answered from: nobody can say for which days it still holds.
 */
export const lastDayOf = ({ validTo, supersededBy }: Life): string | undefined =>
  validTo ?? (supersededBy === undefined ? undefined : BEFORE_ALL);

/** The fields that are there, for documents that keep nothing else. */
export const lifeOf = (life: { readonly [Name in keyof Life]: Life[Name] | undefined }): Life =>
  lifeSchema.parse(Object.fromEntries(Object.entries(life).filter(([, value]) => value !== undefined)));
