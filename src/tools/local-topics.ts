/** A kind of detail that differs from place to place: how questions ask for it, how cards name it. */
interface LocalTopic {
  readonly asked: RegExp;
  readonly named: RegExp;
}

const topic = (asked: readonly string[], named: readonly string[]): LocalTopic => ({
  asked: new RegExp(asked.join("|"), "i"),
  named: new RegExp(named.join("|"), "i"),
});

/** Later kinds are added here; both languages in one pattern, because questions mix them. */
const LOCAL_TOPICS: readonly LocalTopic[] = [
  topic(
    ["在哪|哪里|哪儿|去哪|哪条路|几号楼|几楼|地址|地点|位置|怎么走", "\\bwhere\\b|address|location"],
    ["地址|地点|网点", "address|location|points?$|hospitals"],
  ),
  topic(
    [
      "几点|上不上班|上班(?:时间|吗|没|不)|开门|关门|周[末六日]|星期[六日天]|节假日|营业",
      "opening|open on|what time|\\bhours\\b|saturday|weekend",
    ],
    ["时间|上班|周[末六]", "hours|saturday|weekend"],
  ),
  topic(
    ["多少钱|费用|收费|要钱|工本费|手续费|价格", "how much|\\bfees?\\b|\\bcosts?\\b|\\bprice"],
    ["费|钱", "\\bfee"],
  ),
  topic(
    [
      "多少|几多|好多|几档|最低档|标准|金额|基数|比例|百分之|额度|补贴|起付|封顶",
      "how much|amount|\\brate\\b|percent|limit|base\\b|subsid",
    ],
    [
      "金额|标准|基数|比例|额度|补贴|津贴|工资|补助|多少|起付|封顶",
      "amount|standard|rate|base|limit|deductible|cap$|wage|grant|subsidy|allowance",
    ],
  ),
  topic(
    ["多久|几天|多少天|多长|几个工作日|什么时候能(?:拿|办)", "how long|how many days|processing"],
    ["时限|天数|陪产|育儿假|婚假|制卡时间", "processing|leave"],
  ),
  topic(["电话|联系方式|号码", "phone|number to call|contact"], ["电话|号码", "phone"]),
  topic(["预约|提前.{0,3}约|要不要.{0,4}约", "appointment|\\bbook(?:ing)?\\b"], ["预约", "appointment"]),
  topic(["网上|线上|小程序|入口", "\\bapp\\b|online|website"], ["网上|入口", "online"]),
  topic(["加急|加快", "urgent|express"], ["加急", "urgent"]),
  topic(
    ["几年社保|社保.{0,3}几年|积分|买房|人才|落户.{0,3}条件", "years of social|points|buy.{0,6}flat"],
    ["社保年限|积分|买房|人才|落户条件", "years of|points|buying|conditions"],
  ),
];

// what holds everywhere was asked for, whatever else differs
const NATIONAL = /国家规定|全国|法定|法律规定|national(?:ly)?\b|by law/i;

// 投诉电话 differs from place to place, a national hotline's number does not: the rest must be said too
const PHONE = /电话|号码|phone|number/gi;

const SIGNS = /[\s，。？！、,.?!'’]/g;

/**
 * The topics of a card that a question asks for and that differ from place to place: none of them may be
 * answered from a national card.
 */
export function localTopicsAsked(question: string, topics: readonly string[]): readonly string[] {
  if (NATIONAL.test(question)) return [];
  const plain = bare(question);
  return topics.filter((topic) => {
    if (plain.includes(bare(topic))) return true;
    if (topic.search(PHONE) >= 0 && !plain.includes(bare(topic.replace(PHONE, "")))) return false;
    return LOCAL_TOPICS.some(({ asked, named }) => asked.test(question) && named.test(topic));
  });
}

const bare = (text: string): string => text.toLowerCase().replace(SIGNS, "");
