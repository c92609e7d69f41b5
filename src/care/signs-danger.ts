import { firm, loose } from "./sign.ts";
import type { Sign } from "./sign.ts";

const either = (words: readonly string[]): string => `(${words.join("|")})`;

const POISON = either([
  "农药|百草枯|敌敌畏|安眠药|老鼠药|[洗洁]厕[灵液净]|消毒[液水]|漂白|洗[衣洁]液|汽油|煤油|甲醇|酒精|水银|毒?蘑菇|毒|电池|磁力珠|84|樟脑丸|干燥剂|整瓶",
  "一[瓶把盒板]|几[瓶把盒板]|好多药|很多药|过量|安定|耗子药",
]);
const POISON_EN = either([
  "bleach|pesticide|weed ?killer|cleaner|drain|rat poison|poison|detergent|antifreeze",
  "batter(y|ies)|paraquat|whole bottle|bottle of (\\w+ )?pills",
  "(too many|all|handful of|lots of|dozens of) .{0,10}(pills|tablets|medicine)",
]);
const FAMILY = either([
  "老公|丈夫|老婆|妻子|男朋友|男友|女朋友|女友|前夫|前任|爸爸?|父亲|继父|后爸|妈妈?|公公|婆婆|家里人",
]);
const SELF = "(my|him|her|your|them)sel(f|ves)";

/** What is swallowed, burns, attacks or drowns; what is done or said against a life. */
export const DANGER = {
  tookPoison: loose(
    [
      `(喝|吃|吞|误服|误食|服).{0,6}${POISON}`,
      `${POISON}.{0,3}(喝|吃|吞)(了|下|光|进)`,
      "药.{0,3}(吃|吞)了.{0,2}(好几|很多|好多|一把|整|半)|(吃|吞|服)了.{0,4}药.{0,6}(不知道|太多|过量)",
    ],
    [
      `(drank|drunk|swallowed|ate|took|taken|ingested|drinking).{0,20}${POISON_EN}`,
      "overdosed|overdosing|took an overdose",
    ],
  ),
  poisoned: loose(
    ["(煤气|燃气|一氧化碳|食物|农药|酒精|蘑菇|药物).{0,2}中毒|烧炭(?!烤|工)"],
    ["(carbon monoxide|food|alcohol) poisoning|been poisoned"],
  ),
  poisonEffect: loose(
    ["晕|恶心|一直吐|昏|起不来|不行了|快帮|救"],
    ["dizzy|vomit|sick|can'?t stand|right now|help"],
  ),
  drowning: loose(
    [
      "(人|孩子|同学|小孩|他|她|正在)溺水|溺水了|落水了|被水?冲走|掉.{0,2}[河湖江井海].{0,2}[里中去]?|掉.{0,1}水里",
    ],
    ["drowning|fell (in|into) (the|a) (river|lake|water|pond|pool|well)"],
  ),
  electrocuted: loose(["触电了|被电(到|击|了|倒)"], ["electrocuted"]),
  badFall: loose(
    ["从.{0,8}[摔掉跌坠滚]了?下|坠楼了|头破|摔.{0,6}(动不了|变形|昏)"],
    ["fell (from|off|out of).{0,20}(roof|window|floor|building|ladder|balcony)"],
  ),
  crushed: firm(
    [
      "压在.{0,6}(下面|车底|底下)|(墙|楼|房|架|石头|树).{0,4}[倒塌].{0,4}[压埋砸]|压住了.{0,3}人|被.{0,4}(埋|压住)",
      "(卡|困)在.{0,4}(车|机器|里面|驾驶室|电梯)|塌了|塌方|把人埋",
    ],
    ["(trapped|pinned|stuck|buried) (under|in|inside)\\b"],
  ),
  crash: loose(
    ["出?车祸了|撞(到|了|伤|飞)(人|$)|被.{0,3}车.{0,2}撞了"],
    [
      "(car|bus|truck|bike) (crash|accident).{0,40}(trapped|hurt|injur|bleed|dead)",
      "hit by a (car|bus|truck)",
    ],
  ),
  badBurn: loose(
    ["[烫烧][伤到了]?.{0,4}(一大片|大面积|全身|掉皮|皮都)|(皮都掉)"],
    ["(badly|severely) burn(ed|t)"],
  ),
  onFire: loose(
    [
      "[着起失]火了|起火|[着失]火啦|[火烧着燃][烧着]?起来|(床单|窗帘|沙发|衣服|被子).{0,3}(烧|着)了|爆燃|山火|火.{0,2}过来|大火|火势|着了火",
    ],
    ["(is|are|'s|caught|catch(es|ing)) (on )?fire\\b|house fire|there('s| is) a fire"],
  ),
  smoke: firm(
    ["浓烟|烟.{0,3}(往上|冒|很大)|冒.{0,2}烟(?!酒|草)|[全都]是.{0,1}烟(?!酒|草|民)|困在.{0,3}[火烟]"],
    ["smoke.{0,20}(fill|everywhere|pour|trapped)|trapped (by|in) (the )?(fire|smoke)"],
  ),
  gasLeak: loose(
    ["(煤气|燃气|天然气|液化气).{0,4}(泄漏|漏气|漏了|味)"],
    ["smell( of)? gas|gas (is )?leak(ing)?\\b"],
  ),
  exploded: loose(["爆炸了"], ["explosion|exploded"]),
  armed: loose(
    [
      "[拿持带提举挥拎]着?.{0,2}([刀枪斧棍](?!切|削|雕|具)).{0,8}(砍|捅|抢|追|杀|威胁|冲|人|进|来|抵|指|架)|在砍人|捅人|入室",
      "拖着.{0,6}(女|孩|人).{0,6}(车|走)|[刀枪].{0,2}(抵|指|架)[着在]",
    ],
    ["(with|waving|holding|has) a (knife|gun|machete|axe)|(gun|knife) to (my|his|her)"],
  ),
  beingAttacked: firm(
    [
      "(要|正在|在|正|一直)(打|砍|杀|揍|抢|追|踹)(我|他|她|人|儿子|女儿|孩子)",
      "被.{0,4}(绑架|抢劫|劫持|挟持|拘禁|强奸|追杀|砍|捅|围殴)",
      "(尾随|跟踪)(我|她|我们)(?!的|办)|被.{0,3}(尾随|跟踪)|陌生.{0,4}跟(了|着)我|不让我(下车|离开)|关在.{0,6}出不(来|去)|传销窝点",
      "(弄|打|整|砍|捅)死(我|他|她|你)|要我的?命|往死里打|按在地上.{0,2}打|打得.{0,4}(血|昏|起不来)",
      "拿.{0,3}(皮带|棍|凳|砖|酒瓶).{0,3}(抽|打|砸)",
      "[撬砸踹撞].{0,3}(家的?门|我的?门|房门|大门|窗)",
    ],
    [
      "attacking (me|us|people|him|her)|being (attacked|robbed|followed|raped|kidnapped)|kidnapped me",
      "breaking into|trying to (kill|stab|shoot|rape|break|get in)",
      "(break|kick)(ing)? (down|in) (my|the|our) door",
      "going to (kill|stab|shoot) (me|us|him|her)",
    ],
  ),
  wantsToDie: firm(
    [
      "不想.{0,1}活(?!动|跃)|想自杀|要自杀|[想要]轻生|寻短见|自寻短见|(想|要|去|说).{0,1}死(?=$|了$|吧?$)|活不下去|死了算了",
      "([想要去正在准备]|有人|楼顶|桥上).{0,4}(跳楼|跳河|跳江|跳桥|跳下去|上吊)|(从.{0,3}|要|想)跳下去|割腕|[割划捅]了?自己|药.{0,5}准备好了",
      "手腕.{0,3}[划割]|[划割].{0,3}手腕|[写留].{0,2}遗书|[站坐爬][在到上].{0,4}(天台|楼顶|桥边|窗台|栏杆)|有人跳(江|河|楼|桥)",
      "(结束|了结).{0,4}(生命|一切|自己)|(想|要|刚|正在)自残|[想要]伤害自己",
    ],
    [
      `kill(ing)? ${SELF}`,
      "(want|wants|going|decided|just want|ready|threatening|threatens)" +
        " to (die|end (my|his|her|their) life|end it all|jump (off|from))",
      "about to (jump|end)",
      "do(n'?t| not) want to (live|be alive|wake up)|suicidal|no reason to live|better off dead",
      "cut(ting)? my wrists",
    ],
  ),
  lifeIsEmpty: firm(
    ["活着.{0,3}(没意思|没意义|太累|干嘛)|活够了|撑不下去|一了百了|没人需要我"],
    ["no point (in )?living|can'?t go on"],
  ),
  deathWish: firm(["遗书|一了百了|死|解脱|再见了|对不起"], ["die|death|goodbye"]),
  partnerAttacks: firm(
    [
      `${FAMILY}.{0,6}(又|在|正|要|一直|动手).{0,3}(打|杀|砍|揍|掐)(我|妈|她|他|孩子|人)`,
      `${FAMILY}打(妈|老婆|我妈|奶奶)|${FAMILY}.{0,2}把我.{0,2}(打|揍|掐)`,
      `(刚|又|正|现在)被?${FAMILY}.{0,2}(打|揍|掐)`,
      "[掐勒]住?(我|她|他)?的?脖子",
    ],
    [
      "(husband|wife|boyfriend|girlfriend|father|dad|partner|stepfather|he|she)" +
        "('s| is) (beating|hitting|strangling|attacking|choking) (me|her|him|my)",
      "(raped|beat) me (again|just now)",
    ],
  ),
  lockedIn: firm(
    [
      `${FAMILY}.{0,3}把我.{0,1}[关锁]|把我[关锁]起来|不让我(走|出门)|(老公|丈夫|男友|男朋友|继父|爸爸?|他).{0,5}(又动手|一直打我)`,
    ],
    ["won'?t let me leave|locked me (in|up)"],
  ),
} satisfies Record<string, Sign>;

/** Somebody who cannot look after himself is gone. */
export const MISSING = {
  personLost: loose(
    [
      "(孩子|小孩|宝宝|老人|儿子|女儿|爷爷|奶奶|外公|外婆|爸|妈|痴呆)[^的证本卡]{0,12}" +
        "(走丢|走失|失踪|不见了|没回[来家]|找不[到着])",
      "走丢了|走失了",
    ],
    [
      "(child|kid|son|daughter|mother|father|mom|dad|grand\\w+).{0,25}" +
        "(missing|disappeared|not come home|didn't come home)",
      "can'?t find my (child|kid|son|daughter|mother|father|mom|dad)",
    ],
  ),
} satisfies Record<string, Sign>;

/** A cry that says nothing else. */
export const CRY = {
  criesHelp: firm(["^救命|^救救|^来人"], ["^help me|^please help|^help$"]),
  comeQuick: firm(["快来人|来人啊|快来救|有没有人"], ["somebody come|come quick|hurry"]),
} satisfies Record<string, Sign>;
