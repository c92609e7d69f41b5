import { z } from "zod";

const word = z.string().trim().min(1);
const words = z.string().trim();
const optionalWord = word.optional();
const day = z.iso.date();
/** A local time to the minute, `2026-11-23T10:20`. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/);
// a fen is the smallest coin
const FEN = 100;
const yuan = z
  .number()
  .nonnegative()
  .refine((amount) => Math.abs(amount * FEN - Math.round(amount * FEN)) < 1e-6, {
    error: "an amount has two decimals at most",
  });

/** Somebody who is named in a document and is neither the party nor an officer. */
export const personSchema = z.strictObject({
  name: word,
  /** What they are there: 店长, 现场负责人, 见证人. */
  role: optionalWord,
  sex: z.enum(["男", "女"]).optional(),
  birth_date: day.optional(),
  id_type: optionalWord,
  id_number: optionalWord,
  address: optionalWord,
  phone: optionalWord,
  employer: optionalWord,
});

/** Whom the case is against: a person, a sole trader (个体工商户) or a unit. */
export const partySchema = z.strictObject({
  kind: z.enum(["person", "sole_trader", "unit"]),
  /** The registered name; for a sole trader the shop's name (字号). */
  name: word,
  sex: z.enum(["男", "女"]).optional(),
  birth_date: day.optional(),
  id_type: optionalWord,
  id_number: optionalWord,
  /** Unified social credit code, GB 32100. */
  credit_code: optionalWord,
  address: optionalWord,
  phone: optionalWord,
  /** 经营者 of a sole trader. */
  operator: optionalWord,
  /** 法定代表人 or 负责人 of a unit. */
  representative: optionalWord,
  representative_title: optionalWord,
});

/** An officer with the number of the enforcement certificate. */
export const officerSchema = z.strictObject({ name: word, certificate: optionalWord });

/** One piece of evidence; `proves` names the facts or sections it stands for. */
export const evidenceSchema = z.strictObject({
  id: word,
  name: word,
  kind: z
    .enum([
      "书证",
      "物证",
      "视听资料",
      "电子数据",
      "证人证言",
      "当事人的陈述",
      "鉴定意见",
      "勘验笔录、现场笔录",
    ])
    .optional(),
  proves: z.array(word).optional(),
});

/** One line of a list of things kept, seized or found. */
export const goodsSchema = z.strictObject({
  name: word,
  spec: optionalWord,
  batch: optionalWord,
  unit: optionalWord,
  quantity: z.number().positive().optional(),
  price: yuan.optional(),
  state: optionalWord,
  place: optionalWord,
});

/** One penalty, kinds of 行政处罚法 article 9. */
export const penaltySchema = z.strictObject({
  kind: z.enum([
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制开展生产经营活动",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "行政拘留",
    "其他",
  ]),
  amount: yuan.optional(),
  /** The amount in Chinese capitals, where the officer wrote it. */
  capitals: optionalWord,
  days: z.number().int().positive().optional(),
  content: optionalWord,
  /** The act it is for, where one decision punishes several. */
  act: optionalWord,
});

/** A law that a document leans on, as written, and the words quoted of it. */
export const lawSchema = z.strictObject({ cite: word, quote: optionalWord });

/** A document that is served, referred to or answered. */
export const referenceSchema = z.strictObject({ name: word, number: optionalWord });

/** One matter that a meeting settled. */
export const resolutionSchema = z.strictObject({
  matter: word,
  responsible: optionalWord,
  deadline: day.optional(),
});

/** One heading of an official letter with its text. */
export const matterSchema = z.strictObject({ heading: optionalWord, text: word });

/** The form of a value of each kind; dates are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM`, money is yuan. */
export const VALUE_SCHEMAS = {
  text: word,
  prose: word,
  list: z.array(word).min(1),
  number: z.number(),
  money: yuan,
  date: day,
  moment,
  span: z.strictObject({ from: moment, to: moment }),
  /** Days that are told by the officer as yes or no, with the words of the answer where there are any. */
  answer: z.strictObject({ yes: z.boolean(), words: words.optional() }),
  choice: word,
  person: personSchema,
  people: z.array(personSchema).min(1),
  party: partySchema,
  officers: z.array(officerSchema).min(1),
  evidence: z.array(evidenceSchema).min(1),
  goods: z.array(goodsSchema).min(1),
  photos: z.strictObject({ count: z.number().int().nonnegative(), ids: z.array(word).optional() }),
  penalties: z.array(penaltySchema).min(1),
  laws: z.array(lawSchema).min(1),
  references: z.array(referenceSchema).min(1),
  dialogue: z.array(z.strictObject({ question: word, answer: word })).min(1),
  matters: z.array(matterSchema).min(1),
  resolutions: z.array(resolutionSchema).min(1),
} as const;

export type Kind = keyof typeof VALUE_SCHEMAS;
export type ValueOf<K extends Kind> = z.output<(typeof VALUE_SCHEMAS)[K]>;
export type FactValue = ValueOf<Kind>;

/** Every kind of value there is. */
export const KINDS: readonly Kind[] = Object.keys(VALUE_SCHEMAS).filter(
  (name): name is Kind => name in VALUE_SCHEMAS,
);

export type Person = z.output<typeof personSchema>;
export type Party = z.output<typeof partySchema>;
export type Officer = z.output<typeof officerSchema>;
export type Evidence = z.output<typeof evidenceSchema>;
export type Goods = z.output<typeof goodsSchema>;
export type Penalty = z.output<typeof penaltySchema>;
export type LawReference = z.output<typeof lawSchema>;
