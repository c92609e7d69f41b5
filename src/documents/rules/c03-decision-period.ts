import { step } from "../../calendar/step.ts";
import type { CaseView } from "../case-view.ts";
import { claimedEnds } from "./claims.ts";
import { compute, spelled } from "./look/calendar.ts";
import { documentsOf, hasDecision, isSubject } from "./look/facts.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

// 治安管理处罚法 118: thirty days more, twice
const POLICE_EXTENSION_DAYS = 60;
const EXTENDED =
  /(?:延长|延期)[^。；]{0,12}(?:办案|办理|期限|处理)|办案期限[^。；]{0,8}延长|中止(?:调查|办案|案件)/;
const EXCLUDED = /(?:检测|检验|鉴定|听证|公告)[^。；]{0,16}(?:不计入|扣除)/;

/** C03: ninety days from filing to decision, thirty for the police. */
export const decisionPeriod: Rule = {
  id: "C03",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第六十条",
  title: say("办案期限", "time from filing to decision"),
  check: (view) => (isSpot(view) ? [] : [...period(view), ...claimedEnds(view, "C03")]),
};

function period(view: CaseView): readonly Found[] {
  const filed = dayOfStage(view, "filing");
  if (filed === undefined) return filingMissing(view);
  const decided = dayOfStage(view, "decision");
  const police = isPolice(view);
  const found = compute(view, police ? "police-decision" : "decision", { from: filed }, "filed_on");
  if ("unknown" in found) return [found.unknown];
  const { deadline } = found;
  const { zh, en } = spelled(deadline);
  const fix = say(
    "有批准延长、中止或者依法扣除的期间的，写明批准文号和依据",
    "If an extension or a suspension was approved, name the approval and its basis",
  );
  if (decided === undefined) return isRunningOut(view, deadline.due, { zh, en });
  if (decided <= deadline.due) return [];
  const message = say(`作出决定（${decided}）超过办案期限：${zh}`, `Decided on ${decided}, too late: ${en}`);
  const isMendable = isExplained(view) && (!police || decided <= step(deadline.due, POLICE_EXTENSION_DAYS));
  const severity = isMendable ? "info" : "block";
  return [{ where: "decided_on", message, fix, severity, article: deadline.article }];
}

const isExplained = (view: CaseView): boolean =>
  allWords(view).some(({ text }) => EXTENDED.test(text) || EXCLUDED.test(text));

function isRunningOut(view: CaseView, due: string, { zh, en }: { zh: string; en: string }): readonly Found[] {
  const isLater = isSubject(
    view,
    "final-report",
    "penalty-notice",
    "penalty-decision",
    "no-penalty-decision",
  );
  if (!isLater || view.today <= due || isExplained(view)) return [];
  const message = say(`办案期限已过，尚未作出决定：${zh}`, `The time for the decision is over: ${en}`);
  return [{ where: "decided_on", message, severity: "warn" }];
}

/** A whole file with a decision in ordinary procedure that nobody ever filed. */
function filingMissing(view: CaseView): readonly Found[] {
  const isWhole = view.subject === null && view.documents.length > 2;
  if (!isWhole || !hasDecision(view) || documentsOf(view, "case-filing").length > 0) return [];
  const message = say(
    "普通程序案卷没有立案审批表，也没有立案日期",
    "A file of ordinary procedure without a filing form or a day of filing",
  );
  return [{ where: "立案审批表", message, article: "《中华人民共和国行政处罚法》第五十四条第二款" }];
}
