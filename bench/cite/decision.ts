const HEAD =
  "某市场监督管理局行政处罚决定书。当事人：某食品有限公司，统一社会信用代码91330000000000000X，住所：某市某区某路18号。";
const FACTS =
  "经查，当事人于2026年9月1日至2026年10月20日期间在其经营场所销售超过保质期的酸奶制品共计六批次，货值金额二千零五十一元九角四分，上述事实有现场笔录、询问笔录、照片、进货票据等证据证明，当事人对违法事实供认不讳，并积极配合调查，主动消除危害后果。";
const LAW = [
  "当事人的行为违反了《中华人民共和国食品安全法》第三十四条第一款第（十）项的规定，依据该法第一百二十四条第一款第（五）项，应当没收违法所得并处罚款。",
  "鉴于当事人主动消除违法行为危害后果，根据《中华人民共和国行政处罚法》第三十二条第（一）项、第二十八条第一款，决定从轻处罚。",
  "本局依照《行政处罚法》第四十四条、第四十五条告知当事人有陈述、申辩的权利，依第六十三条告知听证权利。",
  "逾期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项，每日按罚款数额的百分之三加处罚款。",
  "如不服本决定，可依《行政复议法》第二十条申请行政复议，或者依《行政诉讼法》第四十六条提起行政诉讼。",
  "听证通知依据《行政处罚法》第六十四条第（二）项在举行听证的七日前送达当事人及有关人员。",
];
// a page of a printed decision: 22 lines of 27 characters
const PAGE_CHARS = 600;

/** A penalty decision of so many pages in drafting language, with about two citations in three sentences. */
export function decision(pages: number): string {
  let text = HEAD;
  for (let turn = 0; text.length < pages * PAGE_CHARS; turn += 1) {
    text += `\n\n${FACTS}${LAW[turn % LAW.length] ?? ""}`;
  }
  return text;
}
