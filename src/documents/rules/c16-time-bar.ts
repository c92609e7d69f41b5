import { compute, spelled } from "./look/calendar.ts";
import { documentsOf, factIn, isSubject } from "./look/facts.ts";
import { dayOfAct } from "./look/laws.ts";
import { isPolice } from "./look/procedure.ts";
import { dayOfStage, type Stage } from "./look/stages.ts";
import { allWords } from "./look/words.ts";
import { say, type Rule } from "./rule.ts";

// the five years of 行政处罚法 36, which need harm to life, health or financial safety
const LONG_YEARS = 5;
const HARM = /危害后果|生命健康|金融安全|五年/;
const GOES_ON = /持续至今|至今仍|(?:连续|继续)状态|一直持续|至(?:案发|被查处|检查之日|检查当日)/;
const SEEN_BY: readonly Stage[] = ["found", "inspection", "filing"];

/** C16: acts found too late are not penalised. */
export const timeBar: Rule = {
  id: "C16",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第三十六条",
  title: say("追责时效", "time bar"),
  check(view) {
    const act = dayOfAct(view);
    const found =
      factIn(view, "found_on", "date") ?? earliest(SEEN_BY.map((stage) => dayOfStage(view, stage)));
    if (act === undefined || found === undefined || found < act) return [];
    const isFreed =
      isSubject(view, "no-penalty-decision") || documentsOf(view, "no-penalty-decision").length > 0;
    if (isFreed) return [];
    const kind = isPolice(view) ? "police-limitation" : "limitation";
    const computed = compute(view, kind, { from: act, found }, "acted_on");
    if ("unknown" in computed) return [computed.unknown];
    const { deadline } = computed;
    if (deadline.isKept !== false) return [];
    const words = allWords(view);
    // an act that went on counts from its end, which is then missing rather than past
    if (factIn(view, "act_ended_on", "date") === undefined && words.some(({ text }) => GOES_ON.test(text)))
      return [];
    const { zh, en } = spelled(deadline);
    const message = say(
      `${found}才被发现，已过追责时效：${zh}`,
      `Discovered on ${found}, after the time bar: ${en}`,
    );
    const fix = isPolice(view)
      ? say("超过时效的不再处罚", "Too late: no penalty")
      : say(
          "超过时效的不再处罚；涉及生命健康安全、金融安全且有危害后果的为五年，须写明事实",
          "Too late: no penalty, unless harm to life, health or financial safety makes it five years: then state it",
        );
    const isFive = !isPolice(view) && yearsLater(act) >= found && words.some(({ text }) => HARM.test(text));
    return [
      { where: "acted_on", message, fix, severity: isFive ? "warn" : "block", article: deadline.article },
    ];
  },
};

const earliest = (days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0];

const yearsLater = (day: string): string => `${Number(day.slice(0, 4)) + LONG_YEARS}${day.slice(4)}`;
