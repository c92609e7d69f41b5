import { z } from "zod";

const word = z.string().trim().min(1);

/** What an institution says about itself, so that no document has to ask: names, organs, limits, people. */
export const tenantSchema = z.strictObject({
  name: z.string().default(""),
  region: z.string().optional(),
  /** 机关代字 of document numbers: 云市监. */
  code: word.optional(),
  /** 本级人民政府: the organ for reconsideration of a local department's acts (行政复议法 24). */
  government: word.optional(),
  /** 上一级主管部门: the organ for customs, finance, foreign exchange, tax, state security (行政复议法 27). */
  superior: word.optional(),
  /** `local`: reconsideration by the government; `vertical`: by the upper department; `either`: 司法行政 (28). */
  reconsideration: z.enum(["local", "vertical", "either"]).default("local"),
  court: word.optional(),
  address: word.optional(),
  postcode: word.optional(),
  phone: word.optional(),
  contact: word.optional(),
  payment: z
    .strictObject({ bank: word.optional(), account: word.optional(), channel: word.optional() })
    .default({}),
  /** From which amounts a hearing must be offered; local rules set them (行政处罚法 63). */
  hearing: z
    .strictObject({
      person_yuan: z.number().positive().optional(),
      unit_yuan: z.number().positive().optional(),
      source: word.optional(),
    })
    .default({}),
  /** 陈述申辩期限 in working days: set by the field's rule, not by the law. */
  statement_days: z.number().int().positive().optional(),
  /** Officers with their certificates; a name in a talk is looked up here. */
  officers: z
    .array(
      z.strictObject({
        name: word,
        certificate: word,
        valid_to: z.iso.date().optional(),
        unit: word.optional(),
        /** "platform:user" of the person, so that "我" can be resolved. */
        user: word.optional(),
      }),
    )
    .default([]),
  /** Changes to document types, by type id: name, fixed texts, layout, a form of its own, fields left out or required. */
  documents: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  /** GB/T 9704 margins and fonts other than the standard's; see the layout profile. */
  layout: z.record(z.string(), z.unknown()).default({}),
  /** Provider named in the label of machine-made text (GB 45438-2025). */
  provider: z.strictObject({ name: word, code: word.optional() }).optional(),
});

export type Tenant = Readonly<z.output<typeof tenantSchema>>;
