import { step } from "../../calendar/step.ts";
import { compute } from "./look/calendar.ts";
import { factIn, isNo, isYes } from "./look/facts.ts";
import { dayOfStage } from "./look/stages.ts";
import { allWords } from "./look/words.ts";
import type { CaseView } from "../case-view.ts";
import { claimedEnds } from "./claims.ts";
import { say, type Found, type Rule } from "./rule.ts";

// 行政强制法 25: thirty days, and thirty more with approval
const EXTENSION_DAYS = 30;
const LIFTED = /解除[^。；]{0,12}(?:查封|扣押|强制措施)|(?:查封|扣押)[^。；]{0,12}(?:解除|返还|发还)/;
const TESTED = /(?:检测|检验|检疫|鉴定)[^。；]{0,20}(?:不计入|扣除|期间)/;

/** C05: sealing and seizure end after thirty days, sixty when extended. */
export const seizure: Rule = {
  id: "C05",
  severity: "block",
  article: "《中华人民共和国行政强制法》第二十五条、第二十八条",
  title: say("查封扣押期限", "how long sealing and seizure last"),
  check: (view) => [...length(view), ...claimedEnds(view, "C05")],
};

function length(view: CaseView): readonly Found[] {
  const seized = factIn(view, "seized_on", "date");
  if (seized === undefined) return [];
  const found = compute(view, "seizure", { from: seized }, "seized_on");
  if ("unknown" in found) return [found.unknown];
  const isExtended = isYes(view, "seizure_extended");
  const { due } = found.deadline;
  const last = isExtended ? step(due, EXTENSION_DAYS) : due;
  const until = factIn(view, "seized_until", "date");
  const words = isExtended ? say("（已延长）", " (extended)") : say("", "");
  const fix = isExtended
    ? say("延长后最长六十日，期满立即解除", "Sixty days in all; lift it then")
    : say(
        "延长须经负责人批准并书面告知当事人；检测、鉴定期间另行书面告知",
        "An extension needs the head's approval and written notice; so does time for tests",
      );
  if (until !== undefined && until < seized) {
    const message = say(
      `期限止日${until}早于查封扣押之日${seized}`,
      `Ends on ${until}, before it began on ${seized}`,
    );
    return [{ where: "seized_until", message }];
  }
  if (until !== undefined && until > last) {
    const message = say(
      `查封扣押至${until}超过法定期限：自${seized}起${words.zh}最迟${last}`,
      `Lasts until ${until}, longer than the law allows: from ${seized}${words.en} until ${last} at most`,
    );
    const isTested = allWords(view).some(({ text }) => TESTED.test(text));
    return [{ where: "seized_until", message, fix, severity: isTested ? "warn" : "block" }];
  }
  const decided = dayOfStage(view, "decision");
  const isLifted = allWords(view).some(({ text }) => LIFTED.test(text));
  const isKnown = until !== undefined || factIn(view, "measures_lifted", "text") !== undefined;
  if (
    isKnown ||
    isLifted ||
    decided === undefined ||
    decided <= (isNo(view, "seizure_extended") ? due : step(due, EXTENSION_DAYS))
  )
    return [];
  const message = say(
    `查封扣押（${seized}）到作出决定（${decided}）已超过最长期限，没有解除的记载`,
    `Seized on ${seized}; by the decision on ${decided} the longest time had passed and no lifting is told`,
  );
  return [{ where: "seized_on", message, fix, severity: "warn" }];
}
