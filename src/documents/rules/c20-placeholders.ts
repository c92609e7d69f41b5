import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** Marks that somebody meant to fill in later. */
const MARKS: readonly RegExp[] = [
  /[×✕╳]{2,}/,
  /×+(?=[年月日份份号元名盒件路街区县市省条款项])|(?<=[第共〔[（(])×/,
  /[XxＸ]{2,}(?![A-Za-z\d])(?<![A-Za-z\d][XxＸ]{2,9})/,
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

/** C20: nothing is left to be filled in. */
export const placeholders: Rule = {
  id: "C20",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第四十七条",
  title: say("未填写的占位", "places left to be filled in"),
  check(view) {
    const found: Found[] = [];
    const seen = new Set<string>();
    for (const { text, where, field } of allWords(view)) {
      for (const line of text.split("\n")) {
        if (SIGNED.test(line) && field === null) continue;
        const around = markIn(line);
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

function markIn(line: string): string | null {
  for (const mark of MARKS) {
    const match = mark.exec(line);
    if (!match) continue;
    return line.slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND).trim();
  }
  return null;
}
