import { firm, loose } from "./sign.ts";
import type { Sign } from "./sign.ts";

/** The body. Patterns are read within one clause of a message, so `.` never crosses a comma. */
export const BODY = {
  chestPain: loose(
    ["(胸口?|胸部|前胸|心口窝?|心脏|心前区).{0,9}(疼|痛|闷|发紧|绞|压|揪|堵得)"],
    [
      "chest (is |feels |has been )?(so )?(pains?|tight(ness)?|pressure|hurt(s|ing)?|heavy)",
      "(pain|pressure|tightness) in (my|his|her|the) chest",
    ],
  ),
  heartStrain: loose(
    [
      "汗(?!蒸|马)|虚脱|(没|不|不能)缓解|硝酸甘油|救心丸",
      "(胳膊|手臂|左臂|左手|肩膀?|后?背|下巴|牙).{0,3}(疼|痛|麻|酸)|往.{0,3}(肩|胳膊|背).{0,2}[串窜放]|(疼|痛)到(后背|胳膊|肩|下巴)",
      "脸.{0,3}(白|灰|紫|青)|煞白|嘴唇.{0,3}(紫|青|白)|没.{0,1}(颜色|血色)",
      "(半个?|[一二两三几\\d]个?)多?(小时|钟头)|([2-9]\\d|[二三四五]十)多?分钟",
      "起不来|站不[住稳]|厉害|剧烈|不行|受不了|突然|像压|压了|要死了",
    ],
    [
      "sweat",
      "(left|my|his|her) (arm|jaw|shoulder|back)",
      "radiat|spread",
      "crushing|severe|sudden|unbearable",
      "pale|faint|dizzy",
    ],
  ),
  heartAttack: loose(
    ["(心梗|心肌梗死?|心脏病|心绞痛).{0,3}(发作|犯了|又犯)|(突发|好像|可能是?|怕是)(心梗|心肌梗|心脏病)"],
    ["(having|had|is) a heart attack( right now)?"],
  ),
  faceDroops: firm(
    ["(嘴巴?|嘴角|脸|口角|面部|半边脸).{0,4}(歪|斜|僵|流口?水|耷拉|往一边)|口眼歪斜"],
    ["(fac(e|ial)|mouth|smile).{0,15}(droop|crooked|lopsided|one side)", "droop.{0,10}(face|mouth)"],
  ),
  limbWeak: firm(
    [
      "(半边|一边|一侧|单侧|半个|右|左).{0,7}(没劲|没.{0,2}力|无力|动不了|抬不起|[发都]?麻|不能动|不听使唤|拿不住|没知觉)",
      "(胳膊|手臂?|腿|手脚|脚).{0,5}([抬举握拿提]不[起住动了]|动不了|不能动|不听使唤|突然没)",
    ],
    [
      "half of (my|his|her) body|can'?t (move|lift|feel).{0,12}(arm|side|leg|hand)",
      "(one|right|left) (side|arm).{0,15}(weak|numb|paraly)",
    ],
  ),
  speechLost: firm(
    [
      "说话.{0,4}(不利索|不利落|含糊|不清|大舌头|困难)|话.{0,2}说不(利索|清|出|了)|说不(出|清)话|口齿不清|嘴.{0,3}说不|听不懂我?说话",
    ],
    ["can'?t (speak|talk)|cannot (speak|talk)|slurr(ed|ing)|not making (any )?sense|speech is"],
  ),
  halfBody: loose(
    ["(半边|一侧|单侧|半个)(身子|身体|手脚|脸).{0,4}(没劲|没.{0,2}力|无力|动不了|麻|没知觉|瘫)"],
    [],
  ),
  suddenly: firm(
    ["突然|一下子|早上起来|醒来|起床|刚才|刚刚|忽然|今早"],
    ["sudden(ly)?", "just now|woke up|this morning|right now"],
  ),
  badHeadache: loose(
    ["(剧烈|炸裂|从没|最).{0,4}头[疼痛]|头[疼痛].{0,4}(欲裂|炸|剧烈)|头像?.{0,2}炸开"],
    ["worst headache", "thunderclap headache"],
  ),
  vomitsOrBlurs: loose(["吐|看不清|脖子(僵|硬)|炸开"], ["vomit", "blurred", "stiff neck", "worst headache"]),
  strokeNamed: loose(
    ["(好像|可能|怕是|是不是|突发|突然).{0,3}(中风|脑梗|脑溢血|脑出血|脑卒中)|(中风|脑梗|脑溢血|脑出血)了$"],
    ["(having|has|is) a stroke( right now)?"],
  ),
  noResponse: firm(
    [
      "[叫喊拍推摇].{0,2}[不没].{0,1}[醒应起声]|一动不动|突然不动了|鼻子.{0,2}没气|[叫喊].{0,3}没.{0,1}(反应|动静)",
      "(人|孩子|宝宝|老人|[爸妈他她]).{0,5}没有?反应",
      "没有?了?(呼吸|心跳|脉搏|气了|气息|脉)|摸不[到着].{0,2}(脉|心跳)|断气|(呼吸|心跳|脉搏).{0,4}(停|没)了?",
      "不省人事|没有?意识了?|失去意识|意识(不清|模糊|丧失)|神志不清|没有?知觉",
    ],
    [
      "unconscious|unresponsive|not responding|won'?t wake|can'?t wake",
      "(is|has|'s)( not|n't) breathing|isn'?t breathing|not breathing|stopped breathing",
      "no pulse|heart (has )?stopped|(isn'?t|not) moving",
    ],
  ),
  collapsed: loose(
    ["晕倒|晕了$|昏倒|昏迷|休克|昏过去|晕过去|晕厥|倒地|突然倒下|栽倒|栽.{0,2}地|倒在地上|口吐白沫"],
    ["collapsed|passed out|fainted"],
  ),
  seizure: loose(
    ["抽搐|抽过去|抽起来|抽风|抽疯|惊厥|癫痫.{0,3}发作|羊癫疯|翻白眼"],
    ["having a (seizure|fit)|convuls"],
  ),
  choking: firm(
    [
      "噎(住|着|到)|(吞|咽)(了|下|进).{0,5}(硬币|磁铁|钉子|针|珠子|异物|玩具|枣核)|(硬币|磁铁|钉子|针|珠子|异物|玩具|枣核).{0,2}(吞|咽)",
      "呛奶|呛到?.{0,2}气管|[卡堵].{0,3}气管|(脸|嘴唇).{0,4}憋得?.{0,2}[紫红青]|(呛|卡).{0,4}[脸喘紫]",
      "[卡堵].{0,3}(喉咙|嗓子|喉).{0,6}(说不出|喘|紫)",
    ],
    ["chok(ing|es)( on)?", "turning blue"],
  ),
  stuckInThroat: firm(["[卡堵].{0,3}(喉咙|嗓子|喉)"], ["stuck in (my|his|her) throat"]),
  breathless: firm(
    [
      "[喘上透出]不[上过来了动].{0,1}气|[喘上]不[上过]来|(呼吸|喘气).{0,3}(困难|费劲|费力|急促|有声音|很急)|呼吸不(了|过来)|(要|快)窒息|喘得",
    ],
    ["can'?t breathe|cannot breathe|struggling to breathe|(difficulty|trouble) breathing|gasping"],
  ),
  asthmaAttack: loose(["哮喘.{0,3}(犯|发作)"], ["asthma attack"]),
  throatSwells: loose(["(喉咙|嗓子|舌头|嘴唇|嘴).{0,3}肿"], ["(throat|tongue).{0,12}(swell|swollen|clos)"]),
  allergy: loose(
    ["过敏|疹|吃了|蜇|被咬|打了?针"],
    ["allerg|hives|sting|stung|rash|ate|throat (is )?(swelling|closing)"],
  ),
  bloodFlows: firm(
    [
      "血.{0,4}(止不住|流不止|不停|喷|涌|哗哗|好多|很多)|(扎|刺|捅|打)穿|(止不住|一直|不停).{0,2}[流喷冒]血|[狂喷]血|血流如注",
      "[吐呕咯咳][了出]?来?.{0,4}血(?!丝)",
      "流了?.{0,2}(好多|很多|一地|一大滩|满地)的?血|满[脸头身地]是?血|血(往外|直|一直)|(割|砍|刺|捅|划).{0,4}(脖子|动脉)",
    ],
    [
      "bleeding (won'?t|will not|doesn'?t|does not) stop|can'?t stop the bleeding",
      "bleeding (heavily|badly|a lot)",
      "(vomit|throw|cough|spit)\\w*( up)? blood",
      "blood.{0,12}(gush|pour|spurt|everywhere|all over)|been (stabbed|shot)",
      "(gushing|pouring) blood",
    ],
  ),
  bleedsOut: loose(["大出血"], ["ha?emorrhag"]),
} satisfies Record<string, Sign>;

/** Needs a doctor at once though nothing bleeds: birth, very small children, eyes, belly. */
export const ACUTE = {
  pregnant: loose(["孕妇|怀孕|孕\\d*周|孕晚期|临产|快生了|预产期|破水|羊水"], ["pregnan", "in labou?r"]),
  birthDanger: loose(
    ["破水|羊水破|出血|见红.{0,4}多|剧痛|[疼痛].{0,4}(厉害|不行)|胎动.{0,4}(少|没)|要生了|要出来"],
    ["bleed|water broke|severe pain|not moving"],
  ),
  newborn: loose(
    ["新生儿|满月|([一二两12]|才)个?多?(两|一)?个?月大?|刚出生"],
    ["newborn|(one|two|[12])[- ](month|week)s?[- ]old"],
  ),
  highFever: loose(["(3[89]|4[01])(\\.\\d)?度|高烧|发烧|发热"], ["fever|(38|39|40)"]),
  brainSigns: loose(
    ["脖子(僵|硬)|紫(斑|点|疹)|说胡话|昏睡|叫醒.{0,2}难"],
    ["stiff neck|purple rash|confused"],
  ),
  blindSuddenly: loose(
    ["突然.{0,6}(看不见|失明|看不清)"],
    ["sudden(ly)?.{0,20}(can'?t see|blind|vision)|lost .{0,10}vision"],
  ),
  hardBelly: loose(
    ["肚子.{0,6}(硬得像|硬邦邦|板一样)|肚子.{0,4}(疼|痛)得?.{0,4}(打滚|直不起|晕)"],
    ["belly .{0,10}(rigid|hard as)"],
  ),
} satisfies Record<string, Sign>;
