import { idf, type Corpus } from "../lexical/score.ts";
import { kindOf, normalise, termsOf, wordTerm } from "../lexical/tokens.ts";
import type { Synonym } from "../packs/synonyms.ts";
import { compact } from "../segment/columns.ts";
import { meantBy } from "./meant.ts";
import { corpusOf, rowsInAll, type View } from "./view.ts";

/** One wording of a question: as it was put, or with the documents' words for what people say. */
export interface Wording {
  /** As names are looked for in it. */
  readonly compact: string;
  /** Terms that tell what is asked, with their idf. */
  readonly telling: ReadonlyMap<number, number>;
  /** Characters that tell what is asked, at least 1. */
  readonly chars: number;
}

/** A question made ready for searching certain collections. */
export interface Question {
  readonly text: string;
  /** The documents' words for what was said, or nothing. */
  readonly official: string;
  /** The person's own wording first. */
  readonly wordings: readonly Wording[];
  /** Terms with idf × importance. */
  readonly weights: ReadonlyMap<number, number>;
  readonly corpus: Corpus;
  /** The idf of a word that stands in all of one card, or in one passage where there are no cards. */
  readonly ownWord: number;
}

const SYNONYM_WEIGHT = 0.5; // what a table says people mean counts half of what they said

const FILLER_WEIGHT = 0.5; // words of asking stand in statutes too, where they do tell something

/** Words of asking, of politeness, of grammar, and for the parts of a card: they tell nothing of the matter. */
const FILLERS_ZH =
  /请问|麻烦|您好|你好|谢谢|帮我|我想|想问|问一下|咨询|一下|知道|告诉|怎么办理|怎么办|怎么样|怎么|怎样|如何|什么|哪些|哪里|哪儿|哪个|多少|多久|为什么|是不是|能不能|可不可以|有没有|要不要|可以|能否|能够|需要|应该|应当|办理|还是|或者|如果|的话|材料|证件|资料|手续|多少钱|收费|费用|流程|步骤|条件|时限|多长时间|几天|要带|要交|我们|我的|他们|你们|自己|[吗呢啊呀吧嘛咋啥了的把被给让要带跟就都也还才去来没不我你您他她它们是在有和与及或]/gu;

const FILLERS_EN = new Set(
  (
    "a an and are as at be been but by can could did do does for from get getting had has have he her his how i if in " +
    "into is it its just like may me might mine must my need needs of on or our please she should so some than that " +
    "the their them there they this those to under us want was we were what when where which who whom whose why will " +
    "with would you your tell about any am long much many take"
  ).split(" "),
);

/** Weighs a question's words against what may be seen of the collections it will be put to. */
export function readQuestion(text: string, synonyms: readonly Synonym[], views: readonly View[]): Question {
  const corpus = corpusOf(views);
  const weigh = (term: number) => idf(corpus.rows, rowsInAll(views, term));
  const units = views.reduce((total, { visible }) => total + visible.cards.units, 0);
  // a word nobody wrote tells no more than one that is a card's own; in a small base it would drown the rest
  const ownWord = idf(corpus.rows, corpus.rows / Math.max(1, units));
  const tell = (term: number) => Math.min(ownWord, weigh(term));
  const said = compact(text);
  const meant = meantBy(said, synonyms);
  const official = compact(meant.reduce((words, pair) => words.replaceAll(pair.said, pair.official), said));
  const wordings = official === said ? [said] : [said, official];
  return {
    text,
    official: meant.map((pair) => pair.official).join(" "),
    wordings: wordings.map((words) => wordingOf(words, tell)),
    weights: weightsOf(text, meant, weigh),
    corpus,
    ownWord,
  };
}

function wordingOf(words: string, weigh: (term: number) => number): Wording {
  const stripped = words
    .replace(FILLERS_ZH, " ")
    .split(" ")
    .filter((word) => !FILLERS_EN.has(word))
    .join(" ");
  const telling = new Map(tellingOnly(termsOf(stripped)).map((term) => [term, weigh(term)]));
  return { compact: words, telling, chars: Math.max(1, stripped.replaceAll(" ", "").length) };
}

function weightsOf(
  text: string,
  meant: readonly { readonly official: string }[],
  weigh: (term: number) => number,
): Map<number, number> {
  const weights = new Map<number, number>();
  const said = termsOf(text);
  const useful = said.filter((term) => !FILLER_TERMS.has(term));
  const telling = new Set(termsOf(normalise(text).replace(FILLERS_ZH, " ")));
  for (const term of useful.length > 0 ? useful : said) {
    const share = telling.has(term) ? 1 : FILLER_WEIGHT;
    weights.set(term, (weights.get(term) ?? 0) + weigh(term) * share);
  }
  for (const term of meant.flatMap(({ official }) => [...termsOf(official)])) {
    if (!weights.has(term)) weights.set(term, weigh(term) * SYNONYM_WEIGHT);
  }
  return weights;
}

const FILLER_TERMS = new Set(Array.from(FILLERS_EN, wordTerm));

/** Pairs and words; single characters only where there is nothing else. */
function tellingOnly(terms: Uint32Array): number[] {
  const strong = [...terms].filter((term) => kindOf(term) !== "char");
  return strong.length > 0 ? strong : [...terms];
}
