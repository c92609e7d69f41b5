/** A part that cards have, the headings it goes by, and the words that ask for it. */
interface CardSection {
  readonly headings: readonly string[];
  readonly asked: RegExp;
}

const NEVER = /(?!)/;

/** Sections of a card in the order of the pack format; the first answers when nothing special is asked. */
const SECTIONS: readonly CardSection[] = [
  { headings: ["结论", "in short"], asked: NEVER },
  {
    headings: ["条件", "who"],
    asked:
      /条件|资格|谁能|谁可以|能不能|可不可以|能否|可以.{0,8}吗|符合|\bwho\b|eligib|qualif|\bcan (i|we|my)\b/,
  },
  {
    headings: ["材料", "bring"],
    asked:
      /材料|带什么|带啥|要带|带哪些|哪些证|什么证件|准备(什么|啥|哪些)|资料|手续|\bbring\b|document|paperwork|\bneed to take\b/,
  },
  { headings: ["步骤", "steps"], asked: /流程|步骤|怎么走|程序|\bsteps?\b|procedure|\bprocess\b/ },
  {
    headings: ["渠道", "where"],
    asked:
      /在哪|去哪|哪里|哪儿|到哪|网上|线上|手机上|窗口|地点|地址|渠道|小程序|\bwhere\b|online|address|\bwhich office\b/,
  },
  {
    headings: ["时限", "how long"],
    asked:
      /多久|几天|多长时间|时限|多少天|几个工作日|多少个工作日|什么时候|何时|期限|到期|有效期|截止|how long|how soon|how many days|\bwhen\b|deadline/,
  },
  {
    headings: ["费用", "fee"],
    asked: /多少钱|收费|费用|花钱|要钱|免费|工本费|价格|交钱|\bfees?\b|\bcosts?\b|how much|\bfree\b|\bcharge/,
  },
  {
    headings: ["依据", "law"],
    asked: /依据|哪条|法条|哪部法|法律规定|什么规定|\blaws?\b|legal basis|regulation/,
  },
  { headings: ["注意", "note"], asked: /注意|提醒|风险|\bnotes?\b|careful|watch out/ },
];

/** Marks a passage that stands under none of the headings that cards have. */
export const NO_SECTION = 255;

/** The number of the card section a heading opens, or `NO_SECTION`. */
export function sectionOf(heading: string): number {
  const name = heading.trim().toLowerCase();
  const number = SECTIONS.findIndex(({ headings }) => headings.includes(name));
  return number < 0 ? NO_SECTION : number;
}

/** Numbers of the card sections a question asks for; the conclusion when it asks for none. */
export function askedSections(question: string): number[] {
  const asked = SECTIONS.flatMap((section, number) => (section.asked.test(question) ? [number] : []));
  return asked.length > 0 ? asked : [0];
}
