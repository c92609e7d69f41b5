/** A person named in a text behind a role. */
export interface FoundPerson {
  readonly name: string;
  /** The role as said: 店长; of 老板负责人丙 the first word. */
  readonly role: string;
  /** The word right before the name. */
  readonly title: string;
  readonly start: number;
  readonly nameStart: number;
  readonly end: number;
}

// the commonest surnames of the mainland and the two-sign ones
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
const DOUBLE_SURNAMES = "欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|端木|东方|夏侯|长孙|宇文";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
// 子午未申 are words of their own
const BRANCHES = "丑寅卯辰巳酉戌亥";

const ROLES =
  "安全总监|技术总监|总监|环保专员|专员|现场负责人|法定代表人|法人代表|项目负责人|施工负责人|门店负责人|值班负责人|店铺负责人|安全负责人|车间负责人|负责人|" +
  "老板娘|老板|店长|店主|店员|经营者|经营人|总经理|副经理|项目经理|值班经理|大堂经理|经理|厂长|车间主任|班长|工长|队长|" +
  "院长|校长|园长|主任|科长|处长|局长|所长|站长|主管|厨师长|厨师|收银员|营业员|服务员|售货员|员工|职工|工人|工作人员|网格员|志愿者|驾驶人|骑手|船长|船主|船员|乘务员|摊主|摊贩|商贩|小贩|场长|矿长|馆长|组长|村长|镇长|护士长|老师|车主|" +
  "司机|驾驶员|货主|业主|房东|租户|保安|门卫|安全员|安全管理员|施工员|质检员|仓管员|库管|仓库管理员|管理员|采购员|采购|会计|" +
  "出纳|操作工|电工|焊工|环保专员|环保负责人|当事人|违法行为人|嫌疑人|违法嫌疑人|见证人|证人|报案人|举报人|投诉人|受害人|被害人|" +
  "被侵害人|监护人|法定监护人|翻译|记录人|记录员|询问人|被询问人|受送达人|签收人|收件人|代收人|联系人|主持人|听证主持人|审核人|" +
  "法制审核人|批准人|签发人|法人|同住家属|家属|妻子|丈夫|父亲|母亲|合伙人|股东|村主任|书记";
const ROLE = new RegExp(`(${ROLES})?(${ROLES})`, "g");
const LINK =
  /^(?:是(?:一)?(?:个|位|名)[^,。;\n]{1,8}[,]?\s*(?:名叫|叫)|[,:]?\s*(?:名叫|叫做|叫|是|为|姓名|姓名为|名字叫)?\s*[:]?\s*)/;
// a role of the procedure is a label; other roles with a stem make an invented name: 负责人丙
const PROCEDURE =
  /当事人|询问人|见证人|证人|监护人|记录人|签收人|收件人|代收人|送达人|联系人|主持人|审核人|批准人|签发人|行为人|嫌疑人|法定代表人|法人|害人|报案人|举报人|投诉人/;

// what follows a name in a sentence, by its first sign or its first two
const STOP = new Set(
  "在说称的跟与及是为也就都不没拒把让给被对从到向,。;:()[]、 \n\t\"'“”《》!?已未并则即系承签出表陪确自曾正电身性男女住年有只很还又说答问联手看听开无将于等们这那此其因但而".split(
    "",
  ),
);
const STOP_WORDS =
  /^(?:当场|现场|全程|经营|负责|主动|立即|随后|随即|拿出|带领|两人|二人|三人|本人|先生|女士|师傅|经理|老板|同意|要求|认可|认错|认为|反映|解释|告诉|交代|陈述|辩称|驾驶|接受|提供|配合|介绍|进行|作为|态度|情绪|今年|当时|本来|现年|汉族|初中|高中|小学|大专|本科|文化|户籍|籍贯|职务|担任|店长|做了|做的|打了|来了|走了|去了|人在|一直|刚好|可以|能够|接待|带着|带我|带路|带人|引导|占道|占用|摆摊|摆放|摆了|堆放|卖|开着|开车|骑|驾|倒|排放|焚烧|搭建|偷|扔|抛|运|踢|殴|辱骂|酒后|醉酒|无证|违法|违规|涉嫌|愿意|希望|放弃|申请|收到|收了|代收|帮)/;
const COMPOUND = /^[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,10}/;
const MASKED = new RegExp(
  `^(?:${DOUBLE_SURNAMES}|[\\u4e00-\\u9fff])(?:某(?:某|[${STEMS}]|[a-zA-Z\\d])?|[×xX*＊]{1,2}|[A-Z](?![A-Za-z]))`,
);

/** The name that a text begins with, or null: 王建国, 欧阳某, 丙, 阿依古丽·买买提. */
export function nameAt(text: string): string | null {
  if (text === "") return null;
  const compound = COMPOUND.exec(text)?.[0];
  if (compound !== undefined) return compound;
  const masked = MASKED.exec(text)?.[0];
  if (masked !== undefined && (SURNAMES + STEMS).includes(masked[0] ?? "")) return masked;
  const [first = "", second = ""] = text;
  if (STEMS.includes(first) && (second === "" || !isGiven(text.slice(1)))) return first;
  const double = new RegExp(`^(?:${DOUBLE_SURNAMES})`).exec(text)?.[0];
  if (double !== undefined) return double + givenOf(text.slice(double.length));
  if (!SURNAMES.includes(first) || !/[\u4e00-\u9fff]/.test(second) || /[某]/.test(second)) return null;
  if (second === "" || "的了是在和说".includes(second)) return null;
  return first + givenOf(text.slice(1));
}

const isGiven = (text: string): boolean =>
  /^[\u4e00-\u9fff]/.test(text) &&
  !STOP.has(text[0] ?? "") &&
  !STOP_WORDS.test(text) &&
  /^[\u4e00-\u9fff]{1,2}(?:$|[,。;:、(\s])/.test(text);

function givenOf(text: string): string {
  const second = text[1] ?? "";
  const isOne = !/[\u4e00-\u9fff]/.test(second) || STOP.has(second) || STOP_WORDS.test(text.slice(1));
  return text.slice(0, isOne ? 1 : 2);
}

const INVENTED = new RegExp(
  `^(?!法定代表人|法人|当事人)(?:(?![是叫的])[\\u4e00-\\u9fff]){1,6}(?:人|员|长|任|管|理|警|官|师|机|主|者|民警)[${STEMS}${BRANCHES}](?=$|[,。;:、(\\s])`,
);

/** A made-up name that a text begins with: 负责人丙, 副局长己, 民警辰; null for another. */
export const inventedNameAt = (text: string): string | null => INVENTED.exec(text)?.[0] ?? null;

/** Whether the whole text is a name as people of the mainland bear or forms mask them. */
export const isName = (text: string): boolean => {
  const name = nameAt(text);
  return name !== null && name === text;
};

/** Everybody who is named right behind a role: 老板负责人丙, 店长王某某, 法定代表人:李建国. */
export function peopleIn(text: string): FoundPerson[] {
  return [...text.matchAll(ROLE)].flatMap((match): FoundPerson[] => {
    const [whole, outer, title = ""] = match;
    const after = match.index + whole.length;
    const link = LINK.exec(text.slice(after))?.[0].length ?? 0;
    const rest = text.slice(after + link);
    const name = nameAt(rest);
    if (name === null) return [];
    const isInvented = name.length === 1 && link === 0 && !PROCEDURE.test(title);
    const nameStart = isInvented ? after - title.length : after + link;
    return [
      {
        name: isInvented ? title + name : name,
        role: outer ?? title,
        title,
        start: match.index,
        nameStart,
        end: after + link + name.length,
      },
    ];
  });
}
