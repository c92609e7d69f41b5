import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import { wrongInput } from "../fault.ts";
import { step } from "../step.ts";
import type { LateFineAmount, WorkingLine } from "./deadline.ts";
import type { Found } from "./finish.ts";
import type { DeadlineInput } from "./input.ts";
import { endLine, lineOf, startLine } from "./lines.ts";
import type { Shape } from "./shape.ts";
import { walkDays, type Span } from "./walk.ts";

// 行政处罚法 72(1)(1)
const PERCENT_PER_DAY = 3;
const FEN_IN_YUAN = 100;

const RATE: Words = {
  zh: "每日按罚款数额的百分之三，第34日达到罚款数额，不再增加；不足一分的舍去。",
  en: "3 % of the fine a day; on day 34 it reaches the fine and grows no more; fractions of a fen are dropped.",
};

/**
 * The additional fine for late payment: 3 % of the fine for each day after the last day for payment, the day of payment
 * included, none for days of reconsideration or litigation, never more than the fine. `due` is the day it reaches the fine.
 */
export function lateFine({ length }: Shape, { from, fine, paid, suspended }: DeadlineInput): Found {
  if (fine === undefined) {
    const words = { zh: "缺少 --fine：罚款数额（元）。", en: "--fine is missing: the fine in yuan." };
    throw wrongInput(words, "fine", "--fine 3000");
  }
  const last = from.day;
  // spans may begin before the last day or after the cap: a lawsuit keeps its own time
  const { spans = [], days: lost = 0 } = suspended ?? {};
  const parts = [
    { mark: "counted", days: length },
    { mark: "madeUp", days: lost },
  ] as const;
  const cap = walkDays(last, parts, spans);
  const start = startLine(last);
  if (paid === undefined) {
    const words = { zh: "加处罚款达到罚款数额", en: "the additional fine reaches the fine" };
    return { due: cap.day, working: [start, ...cap.lines, endLine(cap.day, length, words)], notes: [RATE] };
  }
  const late = countLate(last, paid, spans);
  const amount = amountOf(fine, Math.max(0, late.days - lost));
  const words = amountWords(amount, late.days);
  const sum = endLine(paid, amount.days, words);
  return { due: cap.day, amount, working: [start, ...late.lines, sum], notes: [sentence(words), RATE] };
}

const sentence = ({ zh, en }: Words): Words => ({ zh: `${zh}。`, en: `${en}.` });

function countLate(
  last: Day,
  paid: Day,
  spans: readonly Span[],
): { days: number; lines: readonly WorkingLine[] } {
  let days = 0;
  for (let day = step(last, 1); day <= paid; day = step(day, 1)) {
    if (!spans.some(({ from, to }) => day >= from && day <= to)) days += 1;
  }
  const walk = walkDays(last, [{ mark: "counted", days }], spans);
  if (walk.day >= paid) return { days, lines: walk.lines };
  const words = { zh: "不计入期限", en: "not counted" };
  const tail = { from: step(walk.day, 1), to: paid, days: 0, count: days, mark: "suspended", words } as const;
  return { days, lines: [...walk.lines, lineOf(tail)] };
}

function amountOf(fine: number, days: number): LateFineAmount {
  const fen = Math.round(fine * FEN_IN_YUAN);
  // whole-number division: a fraction of a fen is never charged
  const percents = fen * PERCENT_PER_DAY * days;
  const computed = (percents - (percents % 100)) / 100;
  const surcharge = Math.min(computed, fen);
  return {
    fine: fen / FEN_IN_YUAN,
    days,
    perDay: (fen * PERCENT_PER_DAY) / (100 * FEN_IN_YUAN),
    computed: computed / FEN_IN_YUAN,
    surcharge: surcharge / FEN_IN_YUAN,
    isCapped: computed > fen,
    total: (fen + surcharge) / FEN_IN_YUAN,
  };
}

function amountWords(amount: LateFineAmount, passed: number): Words {
  const { fine, days, perDay, computed, surcharge, total } = amount;
  const lost = passed - days;
  const minus =
    lost === 0 ? { zh: "", en: "" } : { zh: `（${passed} − ${lost}）`, en: ` (${passed} − ${lost})` };
  const cap = amount.isCapped
    ? { zh: `，超过罚款数额，按 ${surcharge} 元计`, en: `, more than the fine, so ${surcharge} yuan` }
    : { zh: "", en: "" };
  return {
    zh: `${days} 日${minus.zh} × ${perDay} 元（${fine} 元的百分之三）= ${computed} 元${cap.zh}；连同罚款共 ${total} 元`,
    en: `${days} days${minus.en} × ${perDay} yuan (3 % of ${fine}) = ${computed} yuan${cap.en}; ${total} yuan with the fine`,
  };
}
