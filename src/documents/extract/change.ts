import type { Words } from "../../core/language.ts";
import { clocksIn } from "../facts/clock.ts";
import { daysIn } from "../facts/day.ts";
import { factOf } from "../facts/fact.ts";
import type { Fact, Facts } from "../facts/fact.ts";
import { momentOf, timesIn } from "../facts/span.ts";
import type { Change } from "./correction.ts";
import { changedPart, replaced } from "./change-part.ts";
import { labelBook } from "./labels.ts";
import type { Target } from "./target.ts";
import { pieceAt, saidOf, sourceAt } from "./talk.ts";
import type { Piece, Scene, TalkMessage, TalkOptions } from "./talk.ts";
import { isOf } from "./unite.ts";
import { readValue } from "./values.ts";

/** What a correction is read with: the facts it changes, and the message it stands in. */
export interface ChangeOptions extends TalkOptions {
  readonly message?: TalkMessage;
}

const ONE_END: Words = {
  zh: "只说了一个时刻，请给出开始和结束两个时间",
  en: "only one time was given; please give start and end",
};
const INTO =
  "(?:,?(?:全部|统一|都)?(?:改成|改为|改到|换成|换为|更正为|更正成|修改为|修正为|变更为|调整为)|(?:,?(?:写|说|打|记|填|搞|弄)错了|不对|有误|错了)[,。;!\\s]*(?:应该是|应该为|应为|应当是|正确的是|是|改成|改为)|(?:应该是|应该为|应为|应当是|更正:|更正一下:|纠正:))";
const AWAY = "(?:删掉|删除|去掉|删了|去除|不要了|不写了|拿掉|清空|撤掉|作废)";
const NOT_BUT =
  /^(?:更正[:,]?)?\s*(?:不是\s*([^,。;]{1,30}?)[,]?\s*(?:而)?(?:应该)?是\s*([^,。;]{1,40})|(?:应该)?是\s*([^,。;]{1,40}?)[,]\s*(?:而)?不是\s*([^,。;]{1,30}))[。!]?$/;

/** Reads 检查时间改成十点四十, 把负责人改成丁, 删掉照片, 不是6盒是8盒: which field changes, and to what; null when nothing does. */
export function readChange(text: string, options: ChangeOptions): Change | null {
  const scene: Scene = { ...options, byName: new Map(options.fields.map((field) => [field.name, field])) };
  const known = options.known ?? {};
  const said = saidOf(options.message ?? { id: "", ref: "消息", text });
  const whole = pieceAt(said, 0, said.text.length);
  const line = said.text.slice(whole.start, whole.end).replace(/[。!]+$/, "");
  const book = labelBook(scene);
  const names = [...book.keys()].map((label) => label.replace(/[()]/g, "\\$&")).join("|");
  const away = new RegExp(
    `^(?:请|帮我|麻烦)?(?:把|将)?\\s*(${names})(?:那(?:项|栏|条)|信息|内容)?\\s*${AWAY}|^(?:请|帮我)?${AWAY}\\s*(${names})`,
  ).exec(line);
  const gone = away === null ? undefined : book.get(away[1] ?? away[2] ?? "");
  if (gone?.kind === "field") {
    const field = gone.fields.find(({ name }) => known[name] !== undefined) ?? gone.fields[0];
    if (field !== undefined) return { kind: "withdrawn", name: field.name, before: known[field.name] };
  }
  const into = new RegExp(
    `^(?:更正[:,]?|纠正[:,]?|补充更正[:,]?)?(?:请|帮我|麻烦)?(?:把|将)?\\s*(?:(${names})的)?(${names})(?:那(?:项|栏|条))?\\s*(?:(?:从|由)[^,。;]{1,30}?)?${INTO}\\s*[:]?\\s*(?=\\S)`,
  ).exec(line);
  if (into === null) return byContrast(line, whole, scene, known);
  const value = pieceAt(said, whole.start + into[0].length, whole.start + line.length);
  const [owner, target] = [book.get(into[1] ?? ""), book.get(into[2] ?? "")];
  return target === undefined ? null : changed(target, owner, value, scene, known);
}

function changed(
  target: Target,
  owner: Target | undefined,
  value: Piece,
  scene: Scene,
  known: Facts,
): Change | null {
  if (target.kind === "edge") return edgeChanged(target.edge, value, scene, known);
  if (target.kind === "part") return changedPart(target.part, owner, value, scene, known);
  if (target.kind !== "field") return null;
  const field = target.fields.find(({ name }) => known[name] !== undefined) ?? target.fields[0];
  if (field === undefined) return null;
  const before = known[field.name];
  if (field.kind === "span") return spanChanged(field.name, value, scene, before);
  const day =
    before?.kind === "moment" && typeof before.value === "string" ? before.value.slice(0, 10) : null;
  const read = readValue(value, field, scene, day);
  const [found] = read.claims;
  if (found !== undefined)
    return { kind: "changed", name: field.name, before, fact: withRest(found.fact, before) };
  const [refused] = read.rejected;
  return refused === undefined
    ? null
    : { kind: "rejected", name: field.name, words: refused.words, reason: refused.reason };
}

/** 罚款改成2000 changes the fine and leaves the warning. */
function withRest(fact: Fact, before: Fact | undefined): Fact {
  if (!isOf(fact, "penalties") || before === undefined || !isOf(before, "penalties")) return fact;
  const [fine, ...more] = fact.value;
  const isFine = fine?.kind === "罚款" && more.length === 0;
  if (!isFine || before.value.every(({ kind }) => kind !== "罚款")) return fact;
  const value = before.value.map((one) => (one.kind === "罚款" ? fine : one));
  return factOf("penalties", value, ...before.sources, ...fact.sources);
}

type SpanValue = { readonly from: string; readonly to: string };
const spanIn = (fact: Fact | undefined): SpanValue | null =>
  fact !== undefined && typeof fact.value === "object" && "from" in fact.value && "to" in fact.value
    ? { from: fact.value.from, to: fact.value.to }
    : null;

function spanChanged(name: string, value: Piece, scene: Scene, before: Fact | undefined): Change | null {
  const words = value.said.text.slice(value.start, value.end);
  const old = spanIn(before);
  const field = scene.byName.get(name);
  const isWhole = timesIn(words, scene.today).spans.length > 0;
  if (field === undefined) return null;
  if (isWhole || old === null) {
    const read = readValue(value, field, scene, old?.from.slice(0, 10) ?? null);
    const [found] = read.claims;
    if (found !== undefined) return { kind: "changed", name, before, fact: found.fact };
    const [refused] = read.rejected;
    return refused === undefined
      ? null
      : { kind: "rejected", name, words: refused.words, reason: refused.reason };
  }
  const [day, ...more] = daysIn(words, scene.today);
  if (clocksIn(words).length === 0 && day !== undefined && day.value !== null && more.length === 0) {
    const isOneDay = old.from.slice(0, 10) === old.to.slice(0, 10);
    const to = `${day.value}${old.to.slice(10)}`;
    if (isOneDay) return made(name, before, { from: `${day.value}${old.from.slice(10)}`, to }, value);
  }
  return edgeChanged("from", value, scene, before === undefined ? {} : { [name]: before }, name);
}

function edgeChanged(
  edge: "from" | "to",
  value: Piece,
  scene: Scene,
  known: Facts,
  only?: string,
): Change | null {
  const name = only ?? scene.fields.find((field) => field.kind === "span")?.name;
  const old = spanIn(name === undefined ? undefined : known[name]);
  if (name === undefined) return null;
  const words = value.said.message.text.slice(value.start, value.end).trim();
  const [clock] = clocksIn(value.said.text.slice(value.start, value.end));
  const refused = (reason: Words): Change => ({ kind: "rejected", name, words, reason });
  if (clock === undefined || clock.value === null) return refused(clock?.reason ?? ONE_END);
  if (old === null) return refused(ONE_END);
  const day =
    daysIn(value.said.text.slice(value.start, value.end), scene.today)[0]?.value ?? old[edge].slice(0, 10);
  const plain = momentOf(day, clock.value);
  const later = momentOf(day, { ...clock.value, minutes: clock.value.minutes + 720 });
  const fits = (moment: string): boolean => (edge === "from" ? moment < old.to : moment > old.from);
  // 三点 of an afternoon inspection is 15:00
  const isAfternoon =
    clock.value.part === null && clock.value.minutes < 720 && old[edge].slice(11) >= "12:00" && fits(later);
  const moment = isAfternoon ? later : plain;
  if (!fits(moment)) return refused(ONE_END);
  const span = edge === "from" ? { from: moment, to: old.to } : { from: old.from, to: moment };
  return made(name, known[name], span, value);
}

const made = (
  name: string,
  before: Fact | undefined,
  span: SpanValue,
  { said, start, end }: Piece,
): Change => ({
  kind: "changed",
  name,
  before,
  fact: factOf("span", span, ...(before?.sources ?? []), sourceAt(said, start, end)),
});

/** 不是丙是丁: the words that were said before tell which field is meant. */
function byContrast(line: string, whole: Piece, scene: Scene, known: Facts): Change | null {
  const match = NOT_BUT.exec(line);
  if (match === null) return null;
  const [old, fresh] = [match[1] ?? match[4] ?? "", match[2] ?? match[3] ?? ""];
  const holders = scene.fields.filter(({ name }) =>
    known[name]?.sources.some(({ words }) => words?.includes(old)),
  );
  const told = holders.flatMap(({ name }) => {
    const before = known[name];
    const fact =
      before === undefined
        ? null
        : replaced(before, old, fresh, sourceAt(whole.said, whole.start, whole.end));
    return before === undefined || fact === null ? [] : [{ kind: "changed", name, before, fact } as const];
  });
  return told.length === 1 ? (told[0] ?? null) : null;
}
