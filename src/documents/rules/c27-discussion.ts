import { factIn, hasDecision, isSubject, isYes } from "./look/facts.ts";
import { isSpot } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { allWords } from "./look/words.ts";
import { say, type Rule } from "./rule.ts";

const DISCUSSED =
  /集体(?:讨论|研究|审议|会审)|(?:案审委|案件审理委员会|局长办公会|负责人集体)[^。；]{0,16}(?:讨论|研究|审议|决定)/;
const NOT_DISCUSSED = /(?:未|没有|未经|无需|不需要|不用|免于)[^。；]{0,6}集体(?:讨论|研究)/;

/** C27: complex or grave cases are decided by the heads together. */
export const discussion: Rule = {
  id: "C27",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第五十七条第二款",
  title: say("集体讨论", "collective discussion"),
  check(view) {
    const discussed = factIn(view, "discussed_on", "date");
    const decided = dayOfStage(view, "decision");
    if (discussed !== undefined) {
      if (decided === undefined || discussed <= decided) return [];
      const message = say(
        `集体讨论（${discussed}）晚于作出决定（${decided}）`,
        `Discussed on ${discussed}, after the decision on ${decided}`,
      );
      return [{ where: "discussed_on", message }];
    }
    const isDecided = hasDecision(view) || isSubject(view, "penalty-decision");
    if (!isYes(view, "is_major") || !isDecided || isSpot(view)) return [];
    const words = allWords(view);
    const isTold = words.some(({ text }) => DISCUSSED.test(text) && !NOT_DISCUSSED.test(text));
    if (isTold) return [];
    const message = say(
      "情节复杂或者重大违法行为，没有负责人集体讨论的记录",
      "A complex or grave case without a record of the heads' discussion",
    );
    return [
      {
        where: "discussed_on",
        message,
        fix: say("补充集体讨论记录；没有讨论的，先讨论", "Add the record; if there was none, discuss first"),
      },
    ];
  },
};
