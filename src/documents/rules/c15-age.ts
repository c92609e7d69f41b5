import type { CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { ageOn, bornOn, yearsBetween } from "./look/age.ts";
import { documentsOf, factIn, isSubject, isYes } from "./look/facts.ts";
import { penaltiesOf } from "./look/penalties.ts";
import { isPolice } from "./look/procedure.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

// 行政处罚法 30, 治安管理处罚法 12 and 23
const CHILD_YEARS = 14;
const YOUTH_YEARS = 16;
const ADULT_YEARS = 18;
const OLD_YEARS = 70;
const POLICE = "《中华人民共和国治安管理处罚法》第十二条";

/** C15: no penalty under fourteen, a lighter one under eighteen. */
export const age: Rule = {
  id: "C15",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第三十条",
  title: say("责任年龄", "age of responsibility"),
  check: (view) => [...party(view), ...interviewed(view)],
};

function party(view: CaseView): readonly Found[] {
  const years = ageOn(view);
  const penalties = penaltiesOf(view);
  if (years === null || penalties.length === 0) return [];
  const article = isPolice(view) ? { article: POLICE } : {};
  const where = "party.birth_date";
  if (years < CHILD_YEARS) {
    const message = say(
      `违法行为发生时当事人${years}周岁，不满十四周岁，不予处罚`,
      `The party was ${years} at the time of the act: nobody under fourteen is penalised`,
    );
    const fix = say(
      "作出不予处罚决定，责令监护人管教",
      "Decide on no penalty and let the guardian see to it",
    );
    return [{ where, message, fix, ...article }];
  }
  const found: Found[] = [];
  if (years < ADULT_YEARS && !isLighter(view)) {
    const message = say(
      `违法行为发生时当事人${years}周岁，应当从轻或者减轻处罚`,
      `The party was ${years} at the time of the act: the penalty must be lighter or reduced`,
    );
    const fix = say("裁量档次改为从轻或者减轻并写明理由", "Set the level to lighter or reduced and say why");
    found.push({ where, message, fix, ...article });
  }
  return [...found, ...detention(view, years)];
}

function isLighter(view: CaseView): boolean {
  const level = factIn(view, "discretion_level", "choice");
  if (level !== undefined) return ["不予", "减轻", "从轻"].includes(level);
  const isDecided =
    isSubject(view, "penalty-notice") || documentsOf(view, "penalty-decision", "spot-penalty").length > 0;
  if (!isDecided) return true;
  return allWords(view).some(({ text }) =>
    /未成年[^。；]{0,30}(?:从轻|减轻)|(?:从轻|减轻)[^。；]{0,30}未成年/.test(text),
  );
}

/** Detention that is decided but not carried out (治安管理处罚法 23). */
function detention(view: CaseView, years: number): readonly Found[] {
  const isDetained = penaltiesOf(view).some(({ kind }) => kind === "行政拘留");
  const isFirst = years < ADULT_YEARS && isYes(view, "first_offence");
  if (!isDetained || (years >= YOUTH_YEARS && years < OLD_YEARS && !isFirst)) return [];
  if (
    allWords(view).some(({ text }) => /不(?:予)?执行(?:行政)?拘留|拘留[^。；]{0,8}不(?:予)?执行/.test(text))
  )
    return [];
  const message = say(
    `当事人${years}周岁，行政拘留依法不执行（有例外情形的写明）`,
    `At ${years} the detention is not carried out unless an exception is named`,
  );
  const article = "《中华人民共和国治安管理处罚法》第二十三条";
  return [{ where: "penalties", message, article, severity: "warn" }];
}

/** A minor is questioned with a guardian there. */
function interviewed(view: CaseView): readonly Found[] {
  return documentsOf(view, "interview-record").flatMap(({ facts, type }) => {
    const person = valueOf(facts, "interviewee", "person");
    const time = valueOf(facts, "interview_time", "span");
    const born = person ? bornOn(person) : null;
    if (!person || !time || born === null || facts.guardian !== undefined) return [];
    const years = yearsBetween(born, time.from.slice(0, 10));
    if (years >= ADULT_YEARS) return [];
    const message = say(
      `被询问人${person.name}${years}周岁，没有监护人或者其他成年人在场的记载`,
      `${person.name} is ${years} and no guardian is said to be present`,
    );
    const article = isPolice(view)
      ? "《中华人民共和国治安管理处罚法》第九十八条"
      : "参照《中华人民共和国未成年人保护法》第一百一十条";
    const severity = isPolice(view) ? "block" : "warn";
    return [{ where: `${type.name.zh} · guardian`, message, article, severity }];
  });
}
