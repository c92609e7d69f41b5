import { step } from "../../calendar/step.ts";
import type { CaseView } from "../case-view.ts";
import type { Deadline } from "../../calendar/deadline/deadline.ts";
import { claimedEnds } from "./claims.ts";
import { compute, spelled } from "./look/calendar.ts";
import { factIn } from "./look/facts.ts";
import { dayOfStage } from "./look/stages.ts";
import { say, type Found, type Rule } from "./rule.ts";

const CALENDAR_SEVEN = 7;

/** C04: seven working days to deal with evidence that was registered and kept. */
export const preservation: Rule = {
  id: "C04",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第五十六条、第八十五条",
  title: say("先行登记保存七个工作日", "seven working days of preserved evidence"),
  check(view) {
    const preserved = factIn(view, "preserved_on", "date");
    if (preserved === undefined) return [];
    const found = compute(view, "evidence-preservation", { from: preserved }, "preserved_on");
    if ("unknown" in found) return [found.unknown, ...approval(view, preserved)];
    return [
      ...decidedLate(view, found.deadline),
      ...statedEnd(view, found.deadline),
      ...approval(view, preserved),
      ...claimedEnds(view, "C04"),
    ];
  },
};

function decidedLate(view: CaseView, deadline: Deadline): readonly Found[] {
  const { zh, en } = spelled(deadline);
  const decided = factIn(view, "preserve_decided_on", "date");
  if (decided !== undefined && decided < deadline.from) {
    const message = say(
      `处理决定（${decided}）早于登记保存（${deadline.from}）`,
      `Dealt with on ${decided}, before it was kept on ${deadline.from}`,
    );
    return [{ where: "preserve_decided_on", message }];
  }
  if (decided !== undefined) {
    if (decided <= deadline.due) return [];
    const message = say(`处理决定（${decided}）超过期限：${zh}`, `Dealt with on ${decided}, too late: ${en}`);
    return [{ where: "preserve_decided_on", message, fix: RELEASE }];
  }
  const later = [dayOfStage(view, "decision"), dayOfStage(view, "closing")].find(
    (day) => day && day > deadline.due,
  );
  if (later === undefined) return [];
  const message = say(
    `到${later}仍没有登记保存的处理决定：${zh}`,
    `No decision on the kept evidence is told by ${later}: ${en}`,
  );
  return [{ where: "preserve_decided_on", message, severity: "warn", fix: RELEASE }];
}

const RELEASE = say(
  "七个工作日内作出处理决定（返还、抽样送检、查封扣押、没收等）；逾期的措施自动解除，写明实际处理情况",
  "Decide within seven working days (return, test, seal, confiscate); after that the measure has lapsed: say what was done",
);

/** The officer's own end date, kept as stated and compared. */
function statedEnd(view: CaseView, deadline: Deadline): readonly Found[] {
  const until = factIn(view, "preserved_until", "date");
  if (until === undefined || until === deadline.due) return [];
  const { zh, en } = spelled(deadline);
  const fix = say(`期满日应为${deadline.due}`, `The last day is ${deadline.due}`);
  if (until > deadline.due) {
    const message = say(
      `所写保存期限至${until}，超过法定期限：${zh}`,
      `Stated to last until ${until}, too long: ${en}`,
    );
    return [{ where: "preserved_until", message, fix }];
  }
  if (until < deadline.from || until === step(deadline.from, CALENDAR_SEVEN)) {
    const message = say(
      `所写保存期限至${until}，与按工作日计算的不一致：${zh}`,
      `Stated to last until ${until}, which is not the count in working days: ${en}`,
    );
    return [{ where: "preserved_until", message, severity: "warn", fix }];
  }
  return [];
}

function approval(view: CaseView, preserved: string): readonly Found[] {
  const at = factIn(view, "preserve_approved_at", "moment");
  const approver = factIn(view, "preserve_approver", "person");
  const officers = factIn(view, "officers", "officers") ?? [];
  const found: Found[] = [];
  if (at !== undefined && at.slice(0, preserved.length) > preserved) {
    const message = say(
      `负责人批准（${at.replace("T", " ")}）晚于登记保存（${preserved}），应当先批准`,
      `Approved at ${at.replace("T", " ")}, after the evidence was kept on ${preserved}; approval comes first`,
    );
    found.push({ where: "preserve_approved_at", message, severity: "warn" });
  }
  if (approver && officers.some(({ name }) => name === approver.name)) {
    const message = say(
      `批准人${approver.name}是本案承办人，应由行政机关负责人批准`,
      `${approver.name} approved and handles the case; the agency's head must approve`,
    );
    found.push({ where: "preserve_approver", message, severity: "warn" });
  }
  return found;
}
