import { z } from "zod";
import type { Turn } from "../src/core/turn.ts";
import type { Passage } from "../src/knowledge/passage.ts";
import { searchKnowledge } from "../src/tools/search-knowledge.ts";
import { message } from "../test/samples.ts";

export const QUESTION = "孩子在区妇幼生的，出生医学证明怎么办，要带什么材料";

const TEXTS: Readonly<Record<string, string>> = {
  结论: "孩子在哪家医院出生，就由哪家医院开出生医学证明。带上父母双方的身份证件去医院的出生证窗口办。",
  材料: "1. 父母双方的有效身份证件原件\n2. 首次签发登记表\n3. 不是妈妈本人来领的：加签名的委托书和领证人身份证件",
  渠道: "出生医院的出生证窗口。不少地方能在网上或者“新生儿出生一件事”里一起申请（以当地为准）。",
  时限: "法律没写办理期限。通行做法是孩子出生后一个月内办；拖得久了，各地会加材料（以当地为准）。",
};

const CARD: readonly Passage[] = Object.entries(TEXTS).map(([heading, text], order) => ({
  id: `birth#${order}`,
  articleId: "birth",
  collection: "citizen-services",
  title: "出生医学证明首次签发",
  path: [heading],
  text,
  order,
  source: "《中华人民共和国母婴保健法》第二十三条",
  region: "全国",
  language: "zh",
  validFrom: "2023-04-01",
  checkedOn: "2026-11-23",
  local: [],
}));

/** The real search tool over an index that always finds one card: what is measured is the agent, not the search. */
export const SEARCH = searchKnowledge({
  search: async () => ({
    hits: CARD.map((passage) => ({ ...passage, score: 1 })),
    isAnswerable: true,
    match: "sure",
    ms: 0,
  }),
  collectionsOf: () => ["citizen-services"],
  article: () => CARD,
  askOf: () => undefined,
  contactsOf: () => [],
});

/** A turn of a citizen with these words. */
export const turnOf = (text: string, history: Turn["history"] = []): Turn => ({
  message: message(text),
  text,
  language: "zh",
  today: "2026-11-23",
  principal: {
    platform: "bench",
    account: "bot",
    userId: "u1",
    roomId: "r1",
    isDirect: true,
    isExternal: false,
    roles: ["citizen"],
    effectiveRoles: ["citizen"],
    roomPacks: [],
  },
  agent: "citizen-services",
  history,
  known: {},
  signal: new AbortController().signal,
  progress: () => undefined,
});

export const INPUT = z.object({ question: z.string() });
