import { daysIn } from "../facts/day.ts";
import { valueOf } from "../facts/fact.ts";
import { inOfficial } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const CHINESE =
  /[二一][〇零○九一二三四五六七八]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/;
const PADDED = /\d{4}年(?:0\d月\d{1,2}日|\d{1,2}月0\d日)/;
const DATE_LINE = /^[\s\S]{0,30}年.{1,4}月.{1,4}日\s*$/;

/** F06: the date is that of the signature, in Arabic digits without zeros before them. */
export const date: Rule = {
  id: "F06",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第九条；GB/T 9704-2012 7.3.5.4",
  title: say("成文日期", "date of the document"),
  check: (view) =>
    inOfficial(view, [], ({ facts, text, isComposed }): readonly Found[] => {
      if (isComposed || text === "") return [];
      const line = text.split("\n").findLast((each) => DATE_LINE.test(each.trim()) && !/印发/.test(each));
      if (line === undefined) {
        return [{ where: "document_date", message: say("没有成文日期", "There is no date") }];
      }
      const form = CHINESE.exec(line) ?? PADDED.exec(line);
      const found: Found[] = [];
      if (form) {
        const message = say(
          `成文日期“${form[0]}”应写作2026年1月5日这样：阿拉伯数字，月、日不编虚位`,
          `The date 「${form[0]}」 is written like 2026年1月5日`,
        );
        found.push({ where: "document_date", message });
      }
      const signed = daysIn(line, view.today)[0]?.value ?? null;
      const dated = valueOf(facts, "document_date", "date");
      if (signed !== null && dated !== undefined && signed !== dated) {
        const message = say(`落款${signed}与成文日期${dated}不一致`, `Signed ${signed} but dated ${dated}`);
        found.push({ where: "document_date", message });
      }
      return found;
    }),
};
