const COMMAND =
  /^(?:提交(?:审核)?|送审|(?:查看|看)?全文|事实表?|(?:历史)?版本|导出|下载|文书|依据|法条|润色|(?:审核)?通过|退回|驳回|放行|签发|印发|(?:人工)?定稿|(?:已)?送达|结案|退出|期限|待审核?|查|检查|核查|菜单|帮助|取消|撤回|撤销|确认|确定|继续|下一步|下一个|重来|重写|重新来|先不写了|不写了|算了|保存|修改|改|删除|删掉)(?:一下|吧|了)?$/;
const ANSWER_WORD =
  /^(?:是的?|对的?|不是|没有|没|有的?|可以|行|不行|知道了?|明白了?|好的?|好吧|嗯+|哦+|啊+|同意|无|否|yes|no|ok)(?:吧|呢|啊|呀|哦|啦|的)?$/i;
const GREETING =
  /^(?:你好|您好|大家好|在吗|在不在|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|辛苦了?|谢谢|多谢|感谢|谢了|麻烦(?:你|您)?了?|打扰了?|再见|拜拜|回见|下班了?|哈+|呵+|嘿+|晕|唉+|呀|哎+|无语|厉害|真棒|不错|收到|请教一下|帮个忙|hello|hi|thanks?|thank you|bye)(?:你|您|啊|呀|了|哦|啦|呢|吧|各位|老师|同志|帮办|机器人)*(?:辛苦了?|谢谢|麻烦了)?$/i;
const TO_BOT =
  /^(?:你|您|帮办|机器人|系统)(?:这|又|怎么|咋|是不是|给|把|没|不|漏|少|多|写|弄|搞|听|看|理解|识别|记|填|能|会|可以|帮|再|刚才|刚刚|的)|^(?:怎么|咋)(?:又|还|老|回事|搞的|弄的|写的)|什么意思|啥意思|看不懂|听不懂|没听懂|搞不懂|重新(?:写|弄|生成)|再(?:写|来|生成)一(?:份|遍|次)/;
// about the talk itself, not about the case
const ABOUT_TALK =
  /(?:稍等|等一下|等会儿?|等下|晚点|回头|一会儿?|待会儿?|明天|下次)(?:再|我|给|发|说|弄|补|写|$)|(?:发|传|转)(?:给)?(?:我|你|您)(?:看|下|一下)?$|^我(?:再|等|马上|这边|在(?:开会|忙|外面|路上|开车))|^(?:能不能|可不可以|能否|要不要)|(?:上面|刚才|前面|之前|上一条|这条|那条)(?:的|写的|说的|那个|那条)?(?:不算|作废|删|去掉|取消|不要)|把(?:刚才|上面|前面)的|^马上(?:就)?(?:到|来|好|发|弄)|^没问题|问(?:一)?下(?:你|您|进度)|(?:系统|机器人|软件)(?:真|太|好难|很难|怎么)|^[^说问称讲告诉“"]{0,4}[你您]/;
const COMPLAINT =
  /(?:又|都|全|怎么|名字|时间|地址|这里|那里|前面|上面|刚才)[^,，。]{0,6}(?:写|弄|搞|填|记|识别|理解|听)(?:错|反|漏|乱)|^(?:不是|不对|错了|不|这)(?:这样|这个|那个|那样|是这样|不对|吧|啊|呀|的|了|个|样|也)*(?:不对|错了?|吧|啊|呀|的|了)?$/;
// longer than that a message is not only a complaint
const COMPLAINT_CHARS = 24;

const bare = (words: string): string =>
  words.replace(/^[\s,，。;；、!！①-⑳]+|[\s,，。;；、!！~～?？]+$/g, "");

/** A greeting, a thank-you, a bare yes, words to the bot, a number: a clause that tells nothing of a case. */
export function isSmallTalk(clause: string): boolean {
  const plain = bare(clause);
  return (
    !/[\u4e00-\u9fff]{2}/.test(plain) ||
    ANSWER_WORD.test(plain) ||
    GREETING.test(plain) ||
    TO_BOT.test(plain) ||
    ABOUT_TALK.test(plain)
  );
}

/** A whole message that is small talk, a command or a complaint. */
export function isOnlySmallTalk(message: string): boolean {
  const plain = bare(message);
  if (isSmallTalk(plain) || COMMAND.test(plain)) return true;
  return plain.length <= COMPLAINT_CHARS && COMPLAINT.test(plain);
}

const LABEL = /^[\s(（【[*#-]*([\u4e00-\u9fffA-Za-z0-9 ]{1,14})[】\]*]*\s*[:：]/;
const OPEN_LABEL =
  /(?:说|称|表示|讲|认为|解释|答|道|有|如下|看到|查到|记录|备注|说明|情况|现场|经过|其他|补充|发现|另|注|结果|问题|描述|内容|事实|的事|之事)$|^\d+$/;

// a longer line tells a story, whatever its first word
const FORM_LINE_CHARS = 40;

/** A line that begins with a label nobody knows: 当事人的xyz：abc; 备注 and the like lead up to prose. */
export function hasStrangeLabel(line: string): boolean {
  const [, label] = LABEL.exec(line) ?? [];
  return (
    line.length <= FORM_LINE_CHARS && label !== undefined && !OPEN_LABEL.test(label) && !/\d\s*$/.test(label)
  );
}
