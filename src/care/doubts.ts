/** Words of an emergency used for something else; they are struck out before a message is read. */
export const FIGURES_OF_SPEECH: readonly string[] = [
  "[热累笑气饿急吓困烦忙冷撑乐羡慕爱恨堵美无聊]死(我|你|人|个人|他|她)?了?",
  "想死(你|我|她|他|家)|[得到快]要?[想]?死$|得要死|死心|该死|作死|死机|卡死|死循环|死胡同|死板",
  "跳楼价|吐血(推荐|价|整理|安利)|(钱包|公司|荷包)大出血|后院.?[起着]火|[忙火]到?爆炸|杀疯",
  "(忙|压|累|堵|挤|房贷|工作|压力).{0,8}(喘不过气|窒息)来?|让人窒息|(感觉|像|就)触电|触电的感觉",
  "打(我|你|他|她)?的?(电话|手机|主意)|打我名下.{0,8}主意|救命(恩人|稻草|药|钱)",
  "(手机|电脑|电视|系统|网站|网页|软件|程序|小程序|车子?|空调|机器|按钮|页面).{0,10}(没有?反应|死了|卡死|熄火|崩溃|着火)",
  "(手机|钥匙|钱包|身份证|证件|东西|帽子|眼镜|包).{0,3}掉.{0,6}",
  "dying (to|for)|killing (me|it|us|our|the)",
  "(died|dying|die) (laughing|of (boredom|laughter|embarrassment))",
  "chok(ing|ed) (me )?up|takes? (my|your) breath away|bleeding edge|unconscious bias",
  "drowning in (work|paperwork|debt|emails?)",
  "(phone|battery|laptop|computer|app|site|website|server|page|system|program)\\b" +
    ".{0,25}(died|dead|crashed|not responding|on fire)",
  "kill the (process|program|task|app)|(team|market|you|career)( is|'re| are) on fire|poison ivy",
];

/** Asked about or told about in this clause: nobody is in danger, unless it says that it happens now. */
export const TALKED_ABOUT: readonly string[] = [
  "什么意思|啥意思|(?<!不知道|不清楚|不晓得)是什么(?!情况|原因|问题|病|毛病|回事|人)|什么是|是啥|有哪些|前兆|科普|定义|区别",
  "(如何|怎么|怎样)(预防|防止|避免|识别|判断)|如果|万一|假如|遇到.{0,10}怎么办",
  "新闻|报道|网传|演习|演练|剧本|历史上|看小说|(电影|电视剧?|小说|游戏|视频|动画片)(里|中|上|情节|说|讲)|的(视频|电影|小说)",
  "what (do|does) .{0,40}mean",
  "what (is|are) (the )?(symptoms|signs|causes|meaning|difference|\\w+\\??$)|symptoms of",
  "how (can|do|to) (i |we |you )?(prevent|avoid|recogni[sz]e)|what if|in case of",
  "\\bnews\\b|in (the|a|this) (movie|film|novel|game|video|drama)|\\b(episode|documentary)\\b",
];

/** The message is about papers, money, law or a course; firm signs count all the same. */
export const AFFAIRS: readonly string[] = [
  "保险|理赔|报销|赔|补偿|办理|许可|执照|[一-龥]证(怎|在|去|吗|$)|残疾证|证明|考试|培训|讲座|课程|文件|制度|通知",
  "判(几年|刑|多久)|拘留|处罚|罚款|法律|条例|规定|收费|费用|多少钱|申请|申领|补办|公证|低保|抚恤|工伤",
  "认定|鉴定|投诉|举报|电话(是|多少)|几点|年检|检测|报警器|验收|慢病|体检|疫苗|处方药|起诉|离婚|保护令|告诫书",
  "后遗症|康复|火化|丧葬|注销|参加马拉松|贷款|重大疾病|责任|事故认定|挂号费|[案办]件|许可",
  "insurance|covered|claims?\\b|certificate|training|inspection|\\blaw\\b|article \\d",
  "penalt|appl(y|ication)|licen[cs]e",
  "by mail|how (do|can|to) (i )?report|course|how much|\\bfees?\\b|\\bfines?\\b|prevention",
  "compensation|vet\\b",
];

/** It is over: the clause that says so does not count. */
export const OVER: readonly string[] = [
  "去年|前年|上个?(月|周|星期|季度)|以前|从前|小时候|曾经?|当年|多年前|[一二两三四五六七八九十几\\d]+个?(年|月|周|星期)前",
  "(得|患|打|溺水|中毒|晕倒|昏迷|自杀|发作)过",
  "(last|a) (year|month|week)( ago)?|(years?|months?|weeks?) ago|as a child|used to",
  "in (19|20)\\d\\d|when i was",
];

/** It happens now: takes the two doubts above away from the clause that says so. */
export const NOW: readonly string[] = [
  "突然|正在|现在正|刚刚|刚才|快来|快帮|快救|救命|此刻|不行了|马上要|正往",
  "right now|just now|suddenly|at this moment|please help|hurry",
];

/** Directly before a sign: it is not there. 是不是 and 有没有 ask, they do not deny. */
export const DENIED: readonly string[] = [
  "(?<!是)(并不是|不是|并非)(想|要|说|因为)?$|(?<!有)没有?(什么|出现|发生|感到|想过?|要|人|再)?$|(?<![是要会能想])不(会|想|要|怎么|再)?$",
  "(未|无|从不|毫无)(见|出现|发生)?$",
  "\\b(no|not|never|without|denies|n't|hardly)" +
    "( any| a| an| really| been| having| have| feeling| currently)?\\s*$",
];

/** A pet at the head of a clause, and the words that show a person is meant all the same. */
export const PETS: readonly string[] = [
  "^(我家|家里|我的|邻居家?|楼下|这只|那只|一只|养的|鱼缸里)?的?(小|大|老)?(狗狗?|猫咪?|宠物|仓鼠|兔子|鹦鹉|乌龟|金鱼|鱼)(?!刺|肉|咬|汤)",
  "\\b(my|the|our|a) (dog|cat|puppy|kitten|hamster|rabbit|parrot|fish|pet)\\b",
];
export const PERSONS: readonly string[] = [
  "孩子|宝宝|老人|爷爷|奶奶|[我他她](爸|妈|老公|老婆|儿子|女儿)|[他她]|有人|(?<!被)我(?!家|的)",
  "\\b(i|he|she|son|daughter|baby|child|man|woman|father|mother|husband|wife|me)\\b",
];
