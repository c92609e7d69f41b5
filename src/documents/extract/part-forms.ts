import { readDay } from "../facts/day.ts";
import { numbersIn } from "../facts/identifiers.ts";
import { addressesIn } from "./places.ts";
import { inventedNameAt, isName } from "./names.ts";

/** The value of a part in some words, with its place in them; or why a number cannot be one. */
export type PartFound =
  | { readonly start: number; readonly end: number; readonly value: string }
  | { readonly start: number; readonly end: number; readonly reason: { zh: string; en: string } };

const HOME_LEAD =
  /^\s*(?:(?:当事人|单位|公司|店|老板|他|她)?(?:的)?(?:住所地?|住址|地址|经营场所|经营地址|注册地址|家庭住址|户籍地?址?)(?:\((?:住所|住址)\))?|(?:他|她)?(?:家)?住)?(?:是|为|就?在|位于|:)*\s*/;
const ADDRESSLIKE = /[省市区县镇乡村街路巷道弄里园]/;
const LONGEST_ADDRESS = 60;
const PERSON_LEADS: Readonly<Record<string, RegExp>> = {
  representative:
    /^\s*(?:(?:当事人|单位|公司|店)?(?:的)?(?:法定代表人|法人代表|法人|单位负责人|负责人|姓名|名字|叫)(?:\(负责人\))?(?:就?是|为|叫|:)*|(?:就?是|叫))\s*/,
  operator:
    /^\s*(?:(?:当事人|店)?(?:的)?(?:经营者|经营人|业主|负责人|老板|姓名|名字|叫)(?:就?是|为|叫|:)*|(?:就?是|叫))\s*/,
  name: /^\s*(?:(?:当事人|单位|公司|店)?(?:的)?(?:名称|姓名|名字|叫)(?:就?是|为|叫|:)*|(?:就?是|叫))\s*/,
};
const NO_NAME =
  /^(?:无|没有|有|不知道|不清楚|不详|暂无|未提供|待补|待定|是的?|好的?|对的?|同上|出示了?|告知了?)$/;
// words that begin with a sign that is also a surname
const NO_SURNAME =
  /^(?:谢谢|谢了|马上|马路|高[兴温度]|安[全排静装]|单[位独子价据]|全[文部都体程]|方[便式案法]|明[白天确显]|时[间候限]|金额|路[上口边面]|白[天色]|温度|常[见用温]|文[书件号字]|车[主辆间牌上]|都|关[于门闭]|平[时台]|包[装括]|水|毛重|钱|许[可多]|何[时地处]|季度|计划|严[重格]|符合|项|应|万一|辛苦|程[序度]|周[末边围一二三四五六日天]|施工|解[释除决]|管理|毕竟|尚未|查|牛奶|农[药村]|司机|麻烦|房[东子]|连[锁续]|成[立品]|向|易|冷|鲜|于|任[何务]|封|支付|盛|别|没|强|边|贺|和|古|席|景|经|容|雷|支|游|通)|(?:[了吗呢吧啊呀的啦过]|不对|不行|什么|一下)$/;
const PLAIN_NAME = /^[\u4e00-\u9fff·]{2,4}$/;

/**
 * What these words say of a part of a person or party, if they have the form of one.
 *
 * `isNumbered`: they stand behind the number of the question, so that a name need not begin with a known surname.
 */
export function partIn(part: string, text: string, today: string, isNumbered: boolean): PartFound | null {
  switch (part) {
    case "address":
      return addressIn(text);
    case "credit_code":
      return numberOf("credit", text);
    case "id_number":
      return numberOf("id", text);
    case "phone":
      return numberOf("phone", text);
    case "sex": {
      const match = /^\s*(?:性别)?(?:是|为|:)?\s*(男|女)(?:性|的|士)?\s*$/.exec(text);
      return match?.[1] === undefined ? null : { start: 0, end: text.length, value: match[1] };
    }
    case "birth_date": {
      const words = text.trim().replace(/^(?:出生日期|出生年月日?|生日)?(?:是|为|:)?|(?:出生|生)$/g, "");
      const day = readDay(words, today);
      return day.value === null ? null : { start: 0, end: text.length, value: day.value };
    }
    case "representative":
    case "operator":
    case "name":
      return nameIn(part, text, isNumbered);
    default:
      return null;
  }
}

function numberOf(kind: "credit" | "id" | "phone", text: string): PartFound | null {
  const [found, ...more] = numbersIn(text).filter((one) => one.kind === kind);
  if (found === undefined || more.length > 0) return null;
  const { start, end, value, reason } = found;
  if (value !== null) return { start, end, value };
  return reason === undefined ? null : { start, end, reason };
}

function addressIn(text: string): PartFound | null {
  const lead = HOME_LEAD.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead).trimEnd();
  if (words.length < 3 || words.length > LONGEST_ADDRESS || !ADDRESSLIKE.test(words)) return null;
  const [found] = addressesIn(words);
  const isAddress =
    found?.start === 0 || /[\d一二三四五六七八九十](?:号|室|栋|幢|楼|组|层|单元|铺|座)/.test(words);
  return isAddress ? { start: lead, end: lead + words.length, value: words } : null;
}

function nameIn(part: string, text: string, isNumbered: boolean): PartFound | null {
  const whole = text.trim();
  // 负责人丙 is an invented name, 法定代表人丙 is one with its label
  const isWhole = inventedNameAt(whole) === whole || isName(whole);
  const lead = isWhole
    ? text.length - text.trimStart().length
    : (PERSON_LEADS[part]?.exec(text)?.[0].length ?? 0);
  const words = text.slice(lead).trim();
  const isLed = lead > 0 || isNumbered;
  const isOne =
    isWhole || isName(words) || inventedNameAt(words) === words || (isLed && PLAIN_NAME.test(words));
  const isWord =
    NO_NAME.test(words) ||
    (isWhole && !isNumbered && inventedNameAt(whole) === null && NO_SURNAME.test(words));
  return isOne && !isWord ? { start: lead, end: lead + words.length, value: words } : null;
}
