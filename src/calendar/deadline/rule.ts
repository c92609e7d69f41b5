import type { Words } from "../../core/language.ts";
import { cite } from "../periods/laws.ts";
import type { LegalPeriod, Length, Unit } from "../periods/legal-period.ts";
import { lengthWords } from "./units.ts";

const COUNTING: Readonly<Record<Unit, Words>> = {
  workingDay: {
    zh: "开始之日不计；按工作日计，不含周末和法定节假日，调休上班日计入",
    en: "the first day is not counted; only working days count: no weekends, no holidays, but weekend days worked in exchange",
  },
  day: { zh: "开始之日不计；按自然日计", en: "the first day is not counted; calendar days" },
  month: {
    zh: "开始之日不计；到期月的对应日为期满日，没有对应日的为月末日",
    en: "the first day is not counted; it ends on the day of the same number, or with the month where there is none",
  },
  year: {
    zh: "开始之日不计；到期年的对应日为期满日，没有对应日的为月末日",
    en: "the first day is not counted; it ends on the day of the same number, or with the month where there is none",
  },
  hour: { zh: "按小时连续计算，不因节假日顺延", en: "hours run on without a break and do not roll over" },
};

/** How the period is counted, in a sentence. */
export function ruleOf(period: LegalPeriod, length: Length): Words {
  if (period.isLateFine) return LATE_FINE;
  const span = spanOf(period, lengthWords(length));
  const counting = period.gives === "lastBefore" ? COUNTING_BACK : COUNTING[length.unit];
  const end = endOf(period, length.unit);
  return {
    zh: `${span.zh}；${counting.zh}${end === null ? "" : `；${end.zh}`}。`,
    en: `${span.en}; ${counting.en}${end === null ? "" : `; ${end.en}`}.`,
  };
}

const LATE_FINE: Words = {
  zh: "自缴款期满日的次日起，每日按罚款数额的百分之三加处，不超出罚款的数额；行政复议、行政诉讼期间不计；缴清当日计入。",
  en: "from the day after the last day for payment, 3 % of the fine a day, never more than the fine; time of reconsideration and litigation is not counted; the day of payment is.",
};

const MEANING: Readonly<Record<LegalPeriod["gives"], Words>> = {
  last: { zh: "期满日", en: "last day" },
  first: { zh: "最早可以办理之日", en: "first day on which it is allowed" },
  lastBefore: { zh: "最晚通知之日", en: "last day for the notice" },
  ends: { zh: "届满之日", en: "day on which it has run out" },
};

/** What `due` is, in words. */
export function meaningOf({ gives, isLateFine }: LegalPeriod): Words {
  if (isLateFine)
    return { zh: "加处罚款达到罚款数额之日", en: "day on which the additional fine reaches the fine" };
  return MEANING[gives];
}

const COUNTING_BACK: Words = {
  zh: "通知之日和举行之日都不计，其间须满足完整的工作日（不含周末和法定节假日，调休上班日计入）",
  en: "neither the day of the notice nor the day itself counts; the working days in between must be full (weekend days worked in exchange count)",
};

function spanOf({ gives, event }: LegalPeriod, length: Words): Words {
  if (gives === "lastBefore") {
    return { zh: `${event.zh}的${length.zh}前`, en: `at least ${length.en} before ${event.en}` };
  }
  if (gives === "first")
    return { zh: `自${event.zh}起满${length.zh}后`, en: `after ${length.en} from ${event.en}` };
  if (gives === "ends") return { zh: `自${event.zh}起满${length.zh}`, en: `${length.en} from ${event.en}` };
  return { zh: `自${event.zh}起${length.zh}内`, en: `within ${length.en} of ${event.en}` };
}

function endOf({ bound, gives, rollBy, isLimitation }: LegalPeriod, unit: Unit): Words | null {
  if (gives !== "last" || unit === "workingDay" || unit === "hour") return null;
  if (isLimitation) return { zh: "不顺延", en: "it does not roll over" };
  if (bound === "agency") {
    return {
      zh: "约束行政机关的期限不顺延，内部安排以期满日当日或者其前最后一个工作日为准",
      en: "it binds the agency and does not roll over; plan for the last working day on or before the end",
    };
  }
  return {
    zh: `最后一日是休息日的，以其后第一个工作日为期满日（${cite(rollBy ?? [])}）`,
    en: `a last day of rest rolls over to the next working day (${cite(rollBy ?? [])})`,
  };
}
