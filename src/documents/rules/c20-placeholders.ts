import { isPublished } from "./c26-publication.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** Marks that somebody meant to fill in later. */
const MARKS: readonly RegExp[] = [
  /[×✕╳]{2,}/,
  /×+(?=[年月日份份号元名盒件路街区县市省条款项])|(?<=[第共〔[（(])×/,
  /[XxＸ]{2,}(?![A-Za-z\d])(?<![A-Za-z\d][XxＸ]{2,9})/,
  /[XxＸ](?=[年月日])|\d{4}年\s*月\s*日|年\s*月\s*日(?=[，。；至])|后补|暂空/,
  /_{2,}|＿{2,}/,
  /[[【〔（(][ \u3000]+[\]】〕）)]|\[\]|【】/,
  /某某|某(?=[年月日公单部局街路区县市省处人男女商店超市厂村镇甲乙丙丁])(?!个)/,
  /\bTODO\b|\bTBD\b|\bFIXME\b|\bN\/A\b/i,
  /\{\{?[^{}]{0,40}\}?\}|\$\{/,
  /待(?:填|补|定|核实后填)(?:写|充|入)?(?![罪罚])|此处(?:填写|补充)|请(?:填写|补充)(?:此|：|:|$)|\(略\)|（略）/,
  /(?<![\d〇零一二三四五六七八九十])[ \u3000]{1,}年[ \u3000]+月[ \u3000]+日?/,
];
/** Lines that people sign by hand stay blank on purpose. */
const SIGNED = /签名|签字|签章|盖章|签收|指印|捺印|审批意见|日期[:：]?\s*$|^\s*[_\s年月日]+$/;
const AROUND = 8;
/** A surname with 某: a name that was hidden, or never known. */
const HIDDEN_NAME =
  /[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江侯邵孟段钱汤尹黎易乔贺赖龚]某(?![种些个项次])/;

/** C20: nothing is left to be filled in. */
export const placeholders: Rule = {
  id: "C20",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第四十七条",
  title: say("未填写的占位", "places left to be filled in"),
  check(view) {
    const found: Found[] = [];
    const seen = new Set<string>();
    for (const { text, where, field, document } of allWords(view)) {
      for (const line of text.split("\n")) {
        if (SIGNED.test(line) && (field === null || field === "dialogue")) continue;
        const around = markIn(line, document !== null && isPublished(document));
        if (around === null || seen.has(around)) continue;
        seen.add(around);
        const message = say(
          `有未填写的占位：“${around}”`,
          `Something is left to be filled in: 「${around}」`,
        );
        const fix = say("填写实际内容；确实没有的，写明没有", "Fill it in; if there is none, say so");
        found.push({ where, message, fix });
      }
    }
    return found;
  },
};

/** The mark with a few signs around it; names are hidden on purpose in what is published. */
function markIn(line: string, isHidden: boolean): string | null {
  for (const mark of isHidden ? MARKS : [...MARKS, HIDDEN_NAME]) {
    const match = mark.exec(line);
    if (!match) continue;
    return line.slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND).trim();
  }
  return null;
}
