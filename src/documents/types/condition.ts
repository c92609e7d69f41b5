import { z } from "zod";

/** When a field is required or a paragraph stands: a field name alone means "has a value". */
export type Condition =
  | string
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** `is: { party.kind: unit }`: the value at this path equals one of these. */
  | {
      readonly is: Readonly<
        Record<string, string | number | boolean | readonly (string | number | boolean)[]>
      >;
    }
  /**
   * `atLeast: { penalties.amount: 10000 }`: the number, or the sum over a list, reaches this; a path in place of the
   * number (`tenant.hearing.unit_yuan`) is looked up, and what it does not give is never reached.
   */
  | { readonly atLeast: Readonly<Record<string, number | string>> };

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** The form of a condition in YAML. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ is: z.record(z.string(), z.union([scalar, z.array(scalar)])) }),
    z.strictObject({ atLeast: z.record(z.string(), z.union([z.number(), z.string()])) }),
  ]),
);
