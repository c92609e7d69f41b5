import type { CaseView } from "../case-view.ts";
import { compute } from "./look/calendar.ts";
import { documentsOf, factIn, isNo } from "./look/facts.ts";
import { penaltiesOf } from "./look/penalties.ts";
import { isPolice } from "./look/procedure.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

const HOUR_MS = 3_600_000;
const ROOM = /办案(?:场所|区|中心|点)|执法办案|讯问室|询问室/;
const COMPLEX = /可能适用行政拘留|情况复杂|案情复杂/;
const MANY = /人数众多|身份不明/;

/** C28: eight hours of questioning after a summons, twelve or twenty-four in the cases the law names. */
export const summons: Rule = {
  id: "C28",
  severity: "block",
  article: "《中华人民共和国治安管理处罚法》第九十七条第一款",
  title: say("传唤后询问查证时间", "questioning after a summons"),
  check: (view) =>
    isPolice(view) || factIn(view, "summoned_at", "moment") ? [...hours(view), ...recorded(view)] : [],
};

function hours(view: CaseView): readonly Found[] {
  const from = factIn(view, "summoned_at", "moment");
  const done = factIn(view, "released_at", "moment");
  if (from === undefined) return longInterview(view);
  if (done === undefined) return [];
  if (done < from) {
    const message = say(
      `离开时间${shown(done)}早于到案时间${shown(from)}`,
      `Released at ${shown(done)}, before arriving at ${shown(from)}`,
    );
    return [{ where: "released_at", message }];
  }
  const words = allWords(view);
  const isDetained =
    penaltiesOf(view).some(({ kind }) => kind === "行政拘留") || words.some(({ text }) => COMPLEX.test(text));
  const isMany = words.some(({ text }) => MANY.test(text));
  const given = { from, done, ...(isDetained ? { detention: true } : isMany ? { many: true } : {}) };
  const found = compute(view, "police-interview", given, "summoned_at");
  if ("unknown" in found) return [found.unknown];
  const { deadline } = found;
  if (deadline.isKept !== false) return [];
  const spent = ((Date.parse(`${done}:00Z`) - Date.parse(`${from}:00Z`)) / HOUR_MS).toFixed(1);
  const message = say(
    `询问查证用时${spent}小时，最迟应于${shown(deadline.due)}结束`,
    `Questioned for ${spent} hours; it had to end by ${shown(deadline.due)}`,
  );
  const fix = say(
    "八小时为限；人数众多、身份不明十二小时；情况复杂可能拘留二十四小时，须写明情形",
    "Eight hours; twelve for many persons or unknown identity; 24 if complex and detention is possible: say which",
  );
  return [{ where: "released_at", message, fix, article: deadline.article }];
}

const shown = (moment: string): string => moment.replace("T", " ");
const LONGEST_HOURS = 24;

/** Without the times of the summons, the record's own. */
function longInterview(view: CaseView): readonly Found[] {
  return documentsOf(view, "interview-record").flatMap(({ facts, type }) => {
    const span = facts.interview_time?.value;
    if (typeof span !== "object" || !("from" in span) || !("to" in span)) return [];
    const spent = (Date.parse(`${span.to}:00Z`) - Date.parse(`${span.from}:00Z`)) / HOUR_MS;
    if (!(spent > LONGEST_HOURS)) return [];
    const message = say(`一次询问${spent.toFixed(1)}小时`, `One interview of ${spent.toFixed(1)} hours`);
    return [{ where: `${type.name.zh} · interview_time`, message }];
  });
}

/** In the rooms made for it, questioning is recorded in sound and picture throughout. */
function recorded(view: CaseView): readonly Found[] {
  if (!isPolice(view) || !isNo(view, "full_recording")) return [];
  return documentsOf(view, "interview-record").flatMap(({ facts, type }) => {
    const place = facts.interview_place?.value;
    if (typeof place !== "string" || !ROOM.test(place)) return [];
    const message = say(
      "在执法办案场所询问，没有全程同步录音录像",
      "Questioned in the police's own rooms without a full recording",
    );
    return [{ where: `${type.name.zh} · full_recording`, message }];
  });
}
