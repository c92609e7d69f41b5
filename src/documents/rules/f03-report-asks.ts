import { bodyOf, inOfficial } from "./look/official.ts";
import { sentencesOf } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

const ASKS =
  /请(?:予)?(?:批示|审批|批准|批复|核准|审定)|(?:妥否|当否|可否|是否妥当|如无不妥)[，,]?\s*请|(?:恳请|请求|申请)[^。；，]{0,24}(?:批准|拨付|拨款|追加|增加|同意|支持|解决|划拨|配备|增配)/;

/** F03: a report asks for nothing. */
export const reportAsks: Rule = {
  id: "F03",
  severity: "block",
  article: "《党政机关公文处理工作条例》第十五条第（四）项",
  title: say("报告不夹带请示事项", "a report carries no request"),
  check: (view) =>
    inOfficial(view, ["official-report"], (document): readonly Found[] => {
      const sentence = sentencesOf(bodyOf(document)).find((each) => ASKS.test(each));
      if (sentence === undefined) return [];
      const message = say(`报告夹带请示事项：“${sentence.slice(0, 40)}”`, "The report carries a request");
      return [{ where: "body", message, fix: say("另行请示", "Send a request of its own") }];
    }),
};
