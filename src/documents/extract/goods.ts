import { amountsIn } from "../facts/amount.ts";
import type { Goods } from "../facts/kinds.ts";
import { NUMERAL, readNumber } from "../facts/numerals.ts";

/** One line of goods in a text, with its place. */
export interface FoundGoods {
  readonly start: number;
  readonly end: number;
  readonly value: Goods;
}

const UNITS =
  "公斤|千克|毫升|平方米|立方米|盒|瓶|袋|箱|包|罐|桶|听|支|只|个|件|台|套|块|条|张|斤|克|kg|KG|吨|升|辆|把|双|枚|粒|板|根|筐|捆|扎|副|部|本|份|串|头|卷|碗";
const COUNT = new RegExp(
  `(?:共|有|还有|摆着|放着|查获|扣押|登记保存)?\\s*(\\d+(?:\\.\\d+)?|[${NUMERAL}]{1,5})\\s*(${UNITS})(?!钱|\\/|装|人|照片|[0-9零一二三四五六七八九]毛?|以上|以下|月|多)的?`,
  "g",
);
const NAME_AFTER =
  /^(?:已经?|都)?((?:过期|超过保质期|变质|散装|预包装|无标签|假冒|冒牌|三无|进口)?的?[\u4e00-\u9fffA-Za-z0-9“”"·（）()]{2,20}?)(?=$|[,。;、\n(]|\s|批号|生产日期|保质期|标价|价签|每|单价|没有|未|无|上|都|已|放|摆|在|是|均|生产批号|规格|共|货值|被|和|还有|及|与|已|过期|变质|发霉)/;
const NAME_BEFORE =
  /([\u4e00-\u9fffA-Za-z“”"]{1,16}?)(?:\([^)]{1,20}\))?\s*(?:共|有|各|一共|数量|总共|是|为|:)?\s*$/;
const NOT_GOODS =
  /占用|超出|距离|面积|照片|人员|执法|检查|证据|文书|笔录|工作|问题|情况|视频|录像|小时|楼|门店|电话|台账|意见|执照|许可证|身份证|复印件|摄像头|员工|顾客|桌|证件|通知书|决定书|告知书|月|年|分钟|罚款|时候|字|方面|名|位/;
const LEAD =
  /^.*(?:发现|摆着|放着|存放着?|摆放着?|查到|查获|看到|里有|上有|内有|现场有|还有|共有|销售|出售|卖|的是|保存|扣押|没收|登记|处有|边有|中有|有|了|着)/;

const BATCH = /(?:生产)?批(?:号|次)(?:是|为|:)?\s*([A-Za-z0-9./-]{3,20})/;
const PRODUCED = /生产日期(?:是|为|:)?\s*([0-9]{4}[年./-]?\d{1,2}[月./-]?\d{1,2}日?)/;
const SPEC =
  /(?:规格|净含量)(?:是|为|:)?\s*([0-9A-Za-z.*×xX/\u4e00-\u9fff]{1,16})|((?:\d+(?:\.\d+)?)(?:g|克|ml|毫升|mL|ML|kg|千克|L|升)\/[\u4e00-\u9fff])/;
const PRICE =
  /(?:标价|价签|单价|售价|价格|卖|每[\u4e00-\u9fff]|一[\u4e00-\u9fff])(?:标的?|上写的?|写着|是|为|:|标价|卖)?\s*$/;
const PER = /^\s*(?:\/|一|每)\s*[\u4e00-\u9fff]/;
const STATE = /(已过期|未开封|已开封|已拆封|完好|包装完好|变质|发霉|冷冻|冷藏)/;

/** Goods of a text: how many of what, with batch, spec and price said in the same sentence. */
export function goodsIn(text: string): FoundGoods[] {
  const printed = describedGoods(text);
  const isFree = (one: FoundGoods): boolean =>
    printed.every(({ start, end }) => one.end <= start || one.start >= end);
  const spoken = [...text.matchAll(COUNT)].flatMap((match) => counted(text, match)).filter(isFree);
  const counts = [...printed, ...spoken].sort((one, other) => one.start - other.start);
  return counts.map((one, at) => {
    const sentence = /^[^。\n]*/.exec(text.slice(one.start))?.[0].length ?? 0;
    const next = counts[at + 1]?.start ?? Infinity;
    const stop = Math.min(one.start + sentence, next);
    return withDetails(one, text, stop);
  });
}

const DESCRIBED = new RegExp(
  `([\\u4e00-\\u9fffA-Za-z]{2,20})\\(([^()\\n]{1,60})\\)\\s*(\\d+(?:\\.\\d+)?)\\s*(${UNITS})(?!钱|\\/)`,
  "g",
);

/** Things with what they are in brackets, as forms write them: 红星白酒(500ml/瓶,批号20250311)12瓶. */
function describedGoods(text: string): FoundGoods[] {
  return [...text.matchAll(DESCRIBED)].flatMap((match): FoundGoods[] => {
    const [whole, lead = ""] = match;
    const name = lead.replace(LEAD, "");
    const start = match.index + lead.length - name.length;
    const [value] = isThing(name) ? (listedGoods(whole.slice(lead.length - name.length)) ?? []) : [];
    return value === undefined ? [] : [{ start, end: match.index + whole.length, value }];
  });
}

// a place or a verb in front of the number is not the thing: 货架第二层3瓶
const isThing = (words: string): boolean =>
  words !== "" &&
  !/占用|超出|距离|面积/.test(words) &&
  !/(?:层|架|柜|区|间|库|处|旁|下|内|里|上|边|台|面|共|约|各|另|了|有|着)$/.test(words) &&
  !NOT_GOODS.test(words);

function counted(text: string, match: RegExpExecArray): FoundGoods[] {
  const [words, number = "", unit = ""] = match;
  const quantity = readNumber(number);
  if (quantity === null || quantity <= 0) return [];
  const end = match.index + words.length;
  const before = text.slice(0, match.index).replace(/^[\s\S]*[,。;、\n]/, "");
  const [, after] = NAME_AFTER.exec(text.slice(end)) ?? [];
  const [, lead = ""] = NAME_BEFORE.exec(before) ?? [];
  const left = lead.replace(LEAD, "");
  const isLeft = isThing(left) && (left.length > 1 || left === before.trim());
  const isAfter = !isLeft && after !== undefined;
  const name = isAfter ? after.replace(/^的/, "") : left;
  if ((name.length < 2 && !isLeft) || NOT_GOODS.test(name) || !/[\u4e00-\u9fff]/.test(name)) return [];
  const start = isAfter ? match.index : match.index - (before.length - before.lastIndexOf(left));
  return [{ start, end: isAfter ? end + after.length : end, value: { name, quantity, unit } }];
}

function withDetails(one: FoundGoods, text: string, stop: number): FoundGoods {
  const rest = text.slice(one.end, stop);
  const [batchWords, batch] = BATCH.exec(rest) ?? [];
  const [specWords, labelled, bare] = SPEC.exec(rest) ?? [];
  const price = amountsIn(rest).find(
    ({ start, end, yuan }) =>
      yuan !== null && (PRICE.test(rest.slice(0, start)) || PER.test(rest.slice(end))),
  );
  const produced = PRODUCED.exec(rest);
  const [state] = STATE.exec(rest) ?? [];
  const ends = [batchWords, specWords, price?.words, produced?.[0]].map((words) =>
    words === undefined ? 0 : rest.indexOf(words) + words.length,
  );
  const spec = labelled ?? bare;
  return {
    start: one.start,
    end: one.end + Math.max(0, ...ends),
    value: {
      ...one.value,
      ...(spec === undefined ? {} : { spec }),
      ...(batch === undefined ? {} : { batch }),
      ...(typeof price?.yuan === "number" ? { price: price.yuan } : {}),
      ...(state === undefined ? {} : { state }),
    },
  };
}

const LISTED = new RegExp(
  `^\\s*([^()、,。;\\n]{2,30}?)(?:\\(([^()]{1,60})\\))?\\s*(?:(\\d+(?:\\.\\d+)?)\\s*([\\u4e00-\\u9fffA-Za-z]{1,4})?)?\\s*$`,
);

// behind the label of the list a name alone is a line of it; how many is asked for
const BARE_NAME = /^(?!无|没有|见|详见|暂无|同上)[\u4e00-\u9fffA-Za-z0-9·]{2,12}$/;

/** Goods as our forms print them: 酸奶(200克/盒,批号20260801)6盒、火腿肠12根; null where one item reads otherwise. */
export function listedGoods(text: string): Goods[] | null {
  const items = text.split(/[、;\n](?![^()]*\))/).map((item) => LISTED.exec(item.replace(/[。.]\s*$/, "")));
  const goods = items.flatMap((match): Goods[] => {
    const [, name, about = "", number, unit] = match ?? [];
    const isBare = about === "" && number === undefined;
    if (name === undefined || (isBare && !BARE_NAME.test(name))) return [];
    const [spec, ...more] = about.split(",").map((part) => part.trim());
    const batch = [spec, ...more].find((part) => part?.startsWith("批号"))?.slice(2);
    return [
      {
        name,
        ...(spec === undefined || spec === "" || spec.startsWith("批号") ? {} : { spec }),
        ...(batch === undefined ? {} : { batch }),
        ...(number === undefined ? {} : { quantity: Number(number) }),
        ...(unit === undefined ? {} : { unit }),
      },
    ];
  });
  return goods.length === items.length ? goods : null;
}
