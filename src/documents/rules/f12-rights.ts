import { valueOf } from "../facts/fact.ts";
import { documentsOf } from "./look/facts.ts";
import { say, type Found, type Rule } from "./rule.ts";

const CLOSING = /以上笔录|笔录(?:我|已)|与我(?:说|讲|所说|陈述)的(?:一致|相符)|和我说的一样/;

/** F12: rights are told before questions, and a refusal to sign has its reason. */
export const rights: Rule = {
  id: "F12",
  severity: "warn",
  article: "《中华人民共和国行政处罚法》第四十三条、第五十五条",
  title: say("告知权利、核对笔录", "rights told, record confirmed"),
  check: (view) =>
    documentsOf(view, "inspection-record", "interview-record").flatMap((document): readonly Found[] => {
      const { facts, type, text, isComposed } = document;
      const found: Found[] = [];
      if (valueOf(facts, "rights_told", "answer")?.yes === false) {
        const message = say("记载没有告知权利义务和申请回避的权利", "It says that rights were not told");
        found.push({ where: `${type.name.zh} · rights_told`, message });
      }
      const isInterview = type.id === "interview-record" && text !== "" && isComposed !== true;
      if (isInterview && /[问答][:：]/.test(text) && !CLOSING.test(text)) {
        const message = say(
          "询问笔录没有被询问人核对的记载",
          "Nothing says that the person read and confirmed it",
        );
        found.push({ where: type.name.zh, message, severity: "info" });
      }
      return found;
    }),
};
