import type { Found } from "../facts/found.ts";

const HAN = "[\\u4e00-\\u9fff]";
const NUMBER =
  "(?:\\d{1,5}(?:[-－]\\d{1,4})?|[一二三四五六七八九十百零]{1,5}|[A-Za-z]\\d{0,4}(?:-?\\d{1,4})?)";
const HEAD = `(?:${HAN}{2,6}(?:省|自治区))?(?:${HAN}{1,6}?(?:市|自治州|州|盟))?(?:${HAN}{1,6}?(?:新区|开发区|高新区|区|县|旗))?(?:${HAN}{1,6}?(?:街道办?|镇|乡))?(?:${HAN}{1,6}?(?:社区|村))?`;
const ROAD = `(?:[\\u4e00-\\u9fff\\d]{1,8}?(?:大道|大街|公路|国道|省道|路|街|巷|弄|胡同|里|道|坊)(?:[东西南北中]?[一二三四五六七八九十]?[路段])?)`;
const CROSSING = `(?:(?:与|和)[\\u4e00-\\u9fff]{1,6}?(?:大道|大街|路|街|巷)(?:交叉口|交汇处|路口|口)?)?`;
const ESTATE = `(?:[\\u4e00-\\u9fff\\d]{0,10}?(?:小区|花园|新村|家园|公寓|广场|大厦|市场|批发城|商城|商业街|步行街|夜市|早市|集市|美食城|工业园区?|产业园|科技园|园区|码头|车站|火车站|地铁站|收费站|服务区|工地|路口|桥下|桥头|公园))`;
const DETAIL = `(?:(?:附|之|与${HAN}{2,8}(?:路|街)交叉口|交叉口|交汇处|路口)?(?:东|西|南|北|东南|东北|西南|西北)?(?:侧|边|面)?(?:\\s?第?${NUMBER}\\s?(?:号楼|号院|号铺|号店|号门面|号摊位|号档口|号|幢|栋|座|单元|室|楼层|楼|层|铺|门面|商铺|摊位|档口|组|队|期|区|公里处|公里|米处|米|门)(?:之${NUMBER})?){0,6}(?:附\\d+号)?(?:负一楼|负一层|一楼|二楼|门口|门前|路边|路段|对面|旁边|旁|附近|交叉口|路口|十字路口|人行道|东侧|西侧|南侧|北侧|东南角|西南角|东北角|西北角|处|后厨|仓库|地下室|地下车库|楼顶|天台)?)`;
const ADDRESS = new RegExp(
  `${HEAD}(?:${ROAD}${CROSSING}${DETAIL}(?:${ESTATE}${DETAIL})?|${ESTATE}${DETAIL}(?:${ROAD}${DETAIL})?)|${HAN}{1,8}(?:村|社区)${NUMBER}(?:组|队|号)`,
  "g",
);

// what leads up to a place and is no part of it
const LEAD =
  /^.*(?:位于|设在|开在|前往|来到|赶到|赶往|去到|到达|抵达|去了|到了|地址|住址|住所地?|场所|地点|检查了|巡查|巡逻|检查|走访|我们|我局|在|去|到|对|往|从|至|于|住|的|了|是)/;
const PUBLIC =
  /(?:[东西南北]侧|处|对面|旁边?|角|门口|路边|人行道|路段|路口|交叉口|桥下|桥头|码头|车站|公园|广场)$/;
// somebody does something there: that is an observation
const DOING = /直排|堆放|占用|占道|摆放|停放|停在|未|没有|正在|卖|倾倒|乱/;
const NUMBERED =
  /[\d一二三四五六七八九十]\s?(?:号|室|楼|层|幢|栋|座|铺|单元|组|摊位|档口|米|公里处?|区|店|门)/;
const ROADLIKE = /(?:路|街|道|巷|弄|里|村|区|园|市场|广场|大厦|城)/;

/** Addresses of a text by their grammar: 云溪区青石路18号2楼; a road needs a number or a spot (门口, 路口). */
export function addressesIn(text: string): Found<string>[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: whole, index }) => {
    const lead = LEAD.exec(whole)?.[0].length ?? 0;
    const words = whole.slice(lead).trim();
    const start = index + whole.indexOf(words, lead);
    const isPlace =
      !DOING.test(words) &&
      words.length >= 4 &&
      ROADLIKE.test(words) &&
      (NUMBERED.test(words) || PUBLIC.test(words));
    return isPlace ? [{ start, end: start + words.length, words, value: words }] : [];
  });
}

const FIRM =
  "有限责任公司|股份有限公司|有限公司|分公司|公司|集团|合作社|超市|便利店|商店|商行|商贸行|经营部|批发部|门市部|服务部|销售部|商场|百货|" +
  "饭店|酒店|宾馆|旅馆|民宿|餐厅|餐馆|餐饮店|小吃店|快餐店|面馆|面店|粉店|火锅店|烧烤店|奶茶店|茶楼|咖啡馆|咖啡店|酒吧|食堂|烘焙坊|蛋糕店|面包房|" +
  "药店|药房|大药房|诊所|卫生院|卫生室|医院|门诊部|幼儿园|托管中心|培训中心|学校|中学|小学|" +
  "加油站|加气站|修理厂|修理部|汽修厂|汽修店|洗车行|洗车店|养殖场|屠宰场|屠宰厂|加工厂|食品厂|化工厂|印染厂|电镀厂|造纸厂|砖厂|水泥厂|搅拌站|沙场|砂场|采石场|煤矿|" +
  "厂|作坊|美容院|美发店|理发店|网吧|网咖|游戏厅|歌厅|舞厅|KTV|影城|浴室|足浴店|棋牌室|健身房|水果店|蔬菜店|肉铺|肉店|鱼店|粮油店|调料店|干果店|副食店|烟酒店|服装店|" +
  "鞋店|眼镜店|手机店|五金店|建材店|家具店|花店|书店|文具店|玩具店|母婴店|宠物店|农资店|废品站|回收站|饮品店|熟食店|早餐店|包子铺|豆腐坊|酒坊|事务所|矿业|矿|工作室|中介|驿站|专卖店|旗舰店|体验店|店|饭馆|茶馆|照相馆|会馆|武馆|车行|典当行|作坊|油坊|茶坊|工坊|染坊|项目部";
const NAME = new RegExp(
  `[\\u4e00-\\u9fffA-Za-z0-9()·&]{1,24}?(?:${FIRM})(?!有限|股份|公司)(?:[\\u4e00-\\u9fff]{0,6}(?:分店|总店|分公司|门店)|[\\u4e00-\\u9fff]{1,5}(?:路|街|区|广场|城)店)?(?!长|主|员|铺|里|面|内)`,
  "g",
);
// words that lead up to a name wherever they stand, and single signs that do so only in front of it: 鲜到家超市
const STRONG_LEAD =
  /^.*(?:[号楼层室铺栋院](?:的|院)|\d{1,5}[号室楼层铺]|[一二三四五六七八九十]+[号楼层]|刚从|给|责令|要求|通知|约谈|限令|[拟将已]对|一家叫|家叫|全称(?:是|为|叫)?|[那这]个|[路街]上的|叫做|名叫|名为|位于|前往|来到|赶到|抵达|当事人|检查了|检查|巡查|查了|查的|查处|走进|进入|涉嫌|我们|我局|所属|一家|这家|那家|开的|经营的|去了|到了|单位是|就是|对面的?|旁边的?|门口的?|\d{2}[分日号]?|[点分刻半整\d十一二三四五六七八九][到去在对]|(?:[今昨前]天|[上下中]午|早上|晚上|刚才)(?:我们|我)?[到去在对]?|检查员[甲乙丙丁](?:一起)?[到去在对]|(?<!听|话)说|反映|举报|投诉|市场的|小区的|路的|街的|里的)/;
const WEAK_LEAD = /^(?:该|某|本|是|为|对|给|拟|刚|在|去|到|的|了|由|把|从|向|和|与|跟|叫|查|《|\()+/;
const COMMON =
  /^(?:大型|小型|隔壁|附近|旁边|路边|一个|一间|小|大|新|老|黑|无证|无照|流动|早餐|水果|烧烤|夜宵|超市|便利|便民|连锁|加盟|那个|这个|他家|她家|他们|其|网|药|饭|酒|商|书|花|母婴|五金|美容|汽修|奶茶|火锅|快餐|小吃|烟酒|服装|手机|门|开|本|几|多|别的|其他|整个|两|三|银|实|执|现|进|施|举|发|平|可|流|同|内|外|物|品|执|履|先|另|举|推|进|试|自|旅|出|步|飞|绿|人)?$/;

// signs in front of 超市 or 店; longer ones are half a sentence
const LONGEST_OWN = 12;
// a verb inside means that a sentence was taken for a name
const SENTENCE =
  /发现|没有|一个|一家|占道|流动|摆了|销售的|正在|看到|卖的|进的|说是|不是|负责人|老板|店主|店长|经理/;

/** Names of firms and shops in a text: 鲜到家超市, 云溪市宏达食品有限公司; words for shops in general are none. */
export function firmsIn(text: string): Found<string>[] {
  return [...text.matchAll(NAME)].flatMap(({ 0: whole, index }) => {
    const strong = STRONG_LEAD.exec(whole.slice(0, -1))?.[0].length ?? 0;
    const lead = strong + (WEAK_LEAD.exec(whole.slice(strong))?.[0].length ?? 0);
    const words = whole.slice(lead);
    const start = index + lead;
    const suffix = new RegExp(`(?:${FIRM})$`).exec(words)?.[0] ?? "";
    const own = words.slice(0, words.length - suffix.length);
    const isNamed =
      own.length >= 2 &&
      /[\u4e00-\u9fffA-Za-z]{2}/.test(own) &&
      !COMMON.test(own) &&
      !SENTENCE.test(own) &&
      (own.length <= LONGEST_OWN || words.endsWith("公司"));
    return isNamed && suffix !== "" ? [{ start, end: start + words.length, words, value: words }] : [];
  });
}

/** Whether a name says by its form of law that it is a unit and no sole trader. */
export const isUnitName = (name: string): boolean =>
  /公司|集团|合作社|医院|卫生院|学校|中学|小学|幼儿园|委员会|事务所|矿$/.test(name);
