/** What the words beside a date say it is the date of, most telling first. */
export const DAY_CUES: readonly (readonly [string, RegExp])[] = [
  [
    "notice_served_on",
    /告知书[^,。;]{0,14}(?:送(?!检|审)|签收|交给|收到|发)|(?:送达|签收|收到|送|发)了?[^,。;]{0,12}告知书|事先告知|(?:告知了?|告知其)(?:拟|处罚|听证|陈述)/,
  ],
  ["hearing_held_on", /(?:举行|召开|开|组织)了?听证|听证会(?:举行|召开)?/],
  ["reviewed_on", /法制(?:机构)?(?:审核|审查)|法审|法制(?:科|股|处|大队)[^,。;]{0,6}审/],
  ["discussed_on", /集体讨论|案审会|案件审理(?:委员)?会|负责人讨论/],
  ["reported_on", /调查终结|终结报告|结束调查|写(?:完|好|出)了?报告/],
  ["decision_none", /决定(?:不予)?立案/],
  [
    "preserve_decided_on",
    /(?:登记保存|保存)[^,。;]{0,10}(?:处理决定|作出处理)|(?:作出|下)了?(?:登记保存|保存物品)[^,。;]{0,6}处理/,
  ],
  [
    "served_on",
    /决定书[^,。;]{0,14}(?:送达|送给|送到|签收|交给|收到)|(?:送达|签收|收到|送)了?[^,。;]{0,14}决定书/,
  ],
  [
    "decided_on",
    /(?:作出|下达|做出|下|出)了?[^,。;]{0,10}(?:处罚)?决定|处罚决定(?:书)?(?:作出|下达|出来)?|决定处罚|作出[^,。;]{0,6}处罚/,
  ],
  ["closed_on", /结案|结了案/],
  ["filed_on", /(?<!想|拟|建议|申请|准备|要|应当|提请|不予|需要?)立案(?!审批|标准|条件)|立[了的]案/],
  [
    "paid_on",
    /(?:缴纳?|交|付)(?:了|清|齐|来)*(?:全部|完)?(?:罚款|罚没款|款)|罚款[^,。;]{0,6}(?:缴|交)|缴款|缴清|交清/,
  ],
  ["corrected_on", /(?:改正|整改|纠正)(?:完成?|到位|好了?|完毕|了)/],
  ["seized_until", /(?:查封|扣押)[^,。;]{0,8}(?:至|到|期满)/],
  ["seized_on", /查封|扣押/],
  ["preserved_until", /(?:登记)?保存(?:期限)?[^,。;]{0,6}(?:至|到)/],
  ["preserved_on", /(?:先行)?登记保存/],
  ["statement_until", /(?:陈述|申辩)[^,。;]{0,8}(?:期限|截止|到)/],
  ["approved_on", /批准|审批|批了|批的|签批|同意立案/],
  [
    "act_ended_on",
    /(?:停止|停了|拆除|关停|下架|结束)[^,。;]{0,6}(?:违法|经营|销售|生产|排放|施工)|违法行为(?:终了|结束|终止)|停业/,
  ],
  [
    "found_on",
    /发现|(?:12345|热线)[^,。;]{0,4}转来|接到?(?:群众|12345|热线|匿名)?[^,。;]{0,6}(?:举报|投诉|报警|反映|转办|移送|线索|通报)|收到[^,。;]{0,10}(?:举报|投诉|转办|移送|线索|信件|工单|报告)|(?:检查|巡查|抽检)(?:时|中)|接报|接警|群众举报/,
  ],
  [
    "acted_on",
    /开始(?:卖|销售|经营|生产|营业|排放|施工|使用|占道|从事|堆放|养殖)|违法行为(?:发生|开始)|案发|事发|起(?:经营|销售|从事|生产)|(?:购进|进货|进的货|销售给|卖给|殴打|打伤|盗窃|偷)/,
  ],
  ["document_date", /落款|成文|出具日期|制作日期/],
  ["printed_on", /印发/],
];

/** What words right behind a date say: 之前改正 makes it the last day for it. */
export const DEADLINE_CUES: readonly (readonly [string, RegExp])[] = [
  [
    "correct_by",
    /^\s*(?:之?前|以前|内|下班前)[^,。;]{0,8}(?:改正|整改|改好|改完|拆除|拆掉|清理|完成|停止|补办|办好|办理|恢复|更换|到位|弄好|清运|撤掉|关闭)/,
  ],
  ["statement_until", /^\s*(?:之?前|以前|止)[^,。;]{0,10}(?:陈述|申辩)/],
  ["seized_until", /^\s*(?:止|为止|期满|到期)/],
];

/** What leads up to a date that is the last day of something. */
export const LIMIT_BEFORE: readonly (readonly [string, RegExp])[] = [
  ["statement_until", /(?:陈述|申辩)[^。;\n]{0,8}$/],
  ["correct_by", /(?:限期?|责令|要求|让|改正期限|整改期限|限定?)[^。;\n]{0,24}$/],
];

/** What the words beside a time of day say it is the time of. */
export const MOMENT_CUES: readonly (readonly [string, RegExp])[] = [
  ["summoned_at", /传唤|到案|带到|到所/],
  ["released_at", /离开(?:派出所|办案|公安|所)|放(?:走|回|行)|询问(?:查证)?结束/],
  ["preserve_approved_at", /批准|电话(?:请示|报批|批准)|同意保存/],
  ["served_at", /送达|送到|签收|交给|收到/],
  ["acted_at", /发现|违法|违停|停(?:放|在)|闯|占道|摆摊|驾驶|行驶|当时|倾倒|抛洒|殴打|处罚|吸烟|燃放/],
];

/** What the words around a start and end say they are the times of. */
export const SPAN_CUES: readonly (readonly [string, RegExp])[] = [
  ["interview_time", /询问|问话|谈话|问笔录|做笔录|做了笔录|约谈/],
  ["meeting_time", /会议|召开|开会|参会|例会|专题会|座谈会/],
  ["inspection_time", /检查|查|巡|勘验|现场|执法|看了|去|到/],
];
