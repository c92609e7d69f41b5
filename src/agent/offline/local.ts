// what differs from place to place, by the words that ask for it and the words that name it on a card
const TOPICS: readonly RegExp[] = [
  /哪里|哪儿|在哪|去哪|地址|地点|位置|怎么去|\bwhere\b|address|location|located/i,
  /几点|上班|下班|开门|关门|周末|周六|周日|星期[六日天]|中午|窗口时间|办公时间|营业|opening|what time|weekend|hours\b(?! \d)/i,
  /电话|联系方式|phone/i,
  /预约|appointment|book\b/i,
  /多少钱|费用|收费|价格|标准|金额|补贴|比例|基数|额度|多少|how much|\bfees?\b|\bcosts?\b|amount|\brate\b/i,
  /多久|几天|时限|多长时间|多少天|how long|processing time|how many days/i,
];
const PLAIN_WORDS =
  /办理|窗口|时间|地点|地址|电话|号码|方式|预约|上班|办公|费用|收费|标准|金额|具体|当地|时限|比例|基数|额度|补贴|[的和]/g;

/**
 * The local topics of a card that a question asks for.
 *
 * A topic with a qualifier (加急费用) counts only when the question says it too (加急要多少钱).
 */
export function localTopicsAsked(question: string, topics: readonly string[]): readonly string[] {
  return topics.filter((topic) => {
    if (!TOPICS.some((about) => about.test(question) && about.test(topic))) return false;
    const qualifier = topic.replace(PLAIN_WORDS, "");
    const isChinese = /\p{Script=Han}/u.test(topic);
    return !isChinese || qualifier === "" || question.includes(qualifier);
  });
}
