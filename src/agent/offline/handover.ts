import type { Words } from "../../core/language.ts";

/** What a machine must not settle, by the words that ask for it. */
interface HandoverRule {
  readonly when: RegExp;
  readonly why: Words;
}

const WANTS_PERSON =
  /转人工|人工(?:客服|服务|坐席|窗口)|找(?:一?个)?(?:真人|人工)|(?:talk|speak) to (?:a |an )?(?:human|person|agent|someone)|real person|^human[.!]?$/i;

const RULES: readonly HandoverRule[] = [
  { when: WANTS_PERSON, why: { zh: "您要找人工", en: "you asked for a person" } },
  {
    when: /(?:我|要|想)[^，。]{0,4}(?:投诉|举报|信访|上访)|个说法|\bI (?:want|wish|would like) to (?:complain|report)\b/i,
    why: { zh: "投诉和举报由人工受理", en: "complaints are taken by a person" },
  },
  {
    when: /(?:帮|给|替)我?[^，。]{0,6}查[^，。]{0,4}我|(?:你|帮我?|给我?)查[^，。]{0,3}到哪一?步|我[^，。]{0,12}工单|check my (?:file|record|case|application|progress)/i,
    why: {
      zh: "个人档案和办理进度要由人工核实身份后查",
      en: "personal files need a person who checks identity",
    },
  },
  {
    when: /该不该签|要不要签|能不能(?:打|胜)?赢|会不会赢|打得赢|给[我一句]{0,3}准话|should I sign|will I win/i,
    why: {
      zh: "您自己的案子怎么选，要由专业人员看过材料再说",
      en: "your own case needs somebody who reads the papers",
    },
  },
];

/** Why a person must take over, or undefined where a source may answer. */
export const handoverReason = (question: string): Words | undefined =>
  RULES.find(({ when }) => when.test(question))?.why;

/** True when somebody asks for a person in so many words: no model has a say in that. */
export const wantsPerson = (question: string): boolean => WANTS_PERSON.test(question);
