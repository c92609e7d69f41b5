import { valueOf } from "../facts/fact.ts";
import { bodyOf, inOfficial } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const MENTIONED = /(?:详见|见|按照|填写|填报|填好)[^。；]{0,6}附件|附件\s*[0-9一二三四五六七八九十]+/;
const LISTED = /(?:^|\n)\s*附件[:：]/;

/** F10: an attachment that the text speaks of is listed. */
export const attachments: Rule = {
  id: "F10",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第九条；GB/T 9704-2012 7.3.4",
  title: say("附件说明", "list of attachments"),
  check: (view) =>
    inOfficial(view, [], (document): readonly Found[] => {
      const body = bodyOf(document);
      if (valueOf(document.facts, "attachments", "list") || LISTED.test(body) || !MENTIONED.test(body))
        return [];
      return [
        {
          where: "attachments",
          message: say("正文提到附件，没有附件说明", "An attachment is spoken of and not listed"),
        },
      ];
    }),
};
