import type { Passage } from "../../knowledge/passage.ts";

/** The parts of a card, by what a person may want of it. */
export type Part = "short" | "who" | "bring" | "steps" | "where" | "long" | "fee" | "law" | "note";

interface PartFacts {
  /** The headings under which cards keep it. */
  readonly headings: readonly string[];
  /** Words of a question that ask for just this. */
  readonly asked?: RegExp;
}

/** Every part of a card, in the order in which an answer names them. */
export const PARTS: Readonly<Record<Part, PartFacts>> = {
  short: { headings: ["结论", "In short"] },
  who: {
    headings: ["条件", "Who"],
    asked: /条件|资格|谁(?:能|可以|有权)|符合|eligib|who (?:can|may)|qualif/i,
  },
  bring: {
    headings: ["材料", "Bring"],
    asked:
      /材料|带什么|带啥|带哪些|要带|准备(?:什么|啥|哪些)|(?:什么|哪些|啥)(?:证件|手续|资料|东西)|what.*\b(?:bring|need)\b|papers|documents/i,
  },
  steps: { headings: ["步骤", "Steps"], asked: /步骤|流程|程序|先后|第一步|\bsteps?\b|procedure|process\b/i },
  where: {
    headings: ["渠道", "Where"],
    asked: /哪里|哪儿|在哪|去哪|上哪|地址|地点|网上|线上|小程序|\bwhere\b|online|address/i,
  },
  long: {
    headings: ["时限", "How long"],
    asked:
      /多久|几天|多长时间|时限|期限|时间要求|多少天|什么时候|来得及|how long|how many days|deadline|by when/i,
  },
  fee: {
    headings: ["费用", "Fee"],
    asked: /多少钱|费用|收费|要钱|花钱|免费|价格|how much|\bfees?\b|\bcosts?\b|\bfree\b|charge/i,
  },
  law: { headings: ["依据", "Law"], asked: /依据|哪条|法律.*规定|legal basis|which law/i },
  note: { headings: ["注意", "Note"], asked: /注意|小心|careful|watch out/i },
};

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);
/** The names of all parts, in the order of an answer. */
export const PART_NAMES: readonly Part[] = Object.keys(PARTS).filter(isPart);

/** The parts that a question asks for by name; none for a general question. */
export const partsAsked = (question: string): readonly Part[] =>
  PART_NAMES.filter((part) => PARTS[part].asked?.test(question) === true);

/** The part of a card that a passage holds; undefined for text that is no card. */
export function partOf(passage: Passage): Part | undefined {
  const heading = passage.path.at(-1) ?? "";
  return PART_NAMES.find((part) => PARTS[part].headings.includes(heading));
}

/** A question without the words that ask for a part: what is left names the matter, if anything. */
export const withoutPartWords = (question: string): string =>
  PART_NAMES.reduce((text, part) => {
    const { asked } = PARTS[part];
    return asked === undefined ? text : text.replace(new RegExp(asked.source, `${asked.flags}g`), " ");
  }, question);
