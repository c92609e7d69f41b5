import { nameKey } from "../text/name.ts";

/** What a name that is not in the collection looks like. */
export type Claim = "national" | "local" | "ministry" | "internal" | "other" | "none";

const RULE =
  /(?:法|法典|条例|规定|办法|细则|解释|规则|修正案)(?:试行|暂行|[一二三四五六七八九十]+|\([一二三四五六七八九十]+\))?$/;
const LAW = /法典?$/;
// words that end in 法 and are no law
const NO_LAW = /(?:方|做|说|看|书|语|手|想|司|执|立|守|普|违|合|依|疗|算|战|用|写|兵|文|技)法$/;
const LOCAL =
  /(?:省|市|自治区|自治州|自治县|特区|新区|[^地专社园景小校厂]区|(?<![各乡郊])县|镇|兵团)(?!场|政|容|民|级)/;
const LOCAL_MARKET = /市(?:场|政|容|民|级)/g;
const MINISTRY =
  /^(?:国家|中国|中央|公安部|财政部|教育部|商务部|交通运输部|农业农村部|自然资源部|生态环境部|应急管理部|卫生健康委|市场监督管理|海关|税务|住房)|(?:部|总局|委员会|署|银行|行政机关|机关|部门)/;
const INTERNAL =
  /公司|企业(?:内部|员工)|本院|本校|本单位|本所|学校|学院|大学|医院|小区|业主|员工|考勤|奖惩|宿舍|食堂|班级|值班|我局|我院|单位内部|集团|车间/;
const NOT_A_RULE =
  /(?:合同|协议|协议书|章程|公约|规约|制度|手册|笔录|通知书|决定书|告知书|责任书|承诺书|委托书|申请书|意见书|建议书|判决书|裁定书|调解书|证明|执照|许可证|清单|表|单|票|证|报告|记录|台账|档案|教程|教材|指南)$/;

/** What a name claims to be, so that nobody is told that a local rule does not exist. */
export function claimOf(name: string): Claim {
  const key = nameKey(name);
  if (NOT_A_RULE.test(key)) return "none";
  if (!RULE.test(key) || NO_LAW.test(key)) return "other";
  if (INTERNAL.test(key)) return "internal";
  if (LAW.test(key) && !key.endsWith("办法")) return "national";
  if (LOCAL.test(key.replace(LOCAL_MARKET, ""))) return "local";
  return MINISTRY.test(key) || /(?:规定|办法|细则|规则)(?:试行|暂行)?$/.test(key) ? "ministry" : "national";
}
