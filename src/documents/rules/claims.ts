import type { Day } from "../../calendar/day.ts";
import type { Words } from "../../core/language.ts";
import type { CaseView } from "../case-view.ts";
import { daysIn } from "../facts/day.ts";
import { compute, spelled } from "./look/calendar.ts";
import { factIn } from "./look/facts.ts";
import { isPolice } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { allWords, officersWords, sentencesOf, type Piece } from "./look/words.ts";
import { say, type Found } from "./rule.ts";

/** A period people state the end of, in words: which sentence speaks of it, from which day it runs. */
interface Claim {
  readonly rule: string;
  readonly speaks: RegExp;
  readonly kind: (view: CaseView) => string;
  readonly from: (view: CaseView) => Day | undefined;
}

const CLAIMS: readonly Claim[] = [
  {
    rule: "C04",
    speaks: /登记保存/,
    kind: () => "evidence-preservation",
    from: (view) => factIn(view, "preserved_on", "date"),
  },
  {
    rule: "C14",
    speaks: /(?:要求|申请|提出)[^。；]{0,6}听证|听证(?:申请)?(?:期|截止)/,
    kind: (view) => (isPolice(view) ? "police-hearing-request" : "hearing-request"),
    from: (view) => factIn(view, "notice_served_on", "date"),
  },
  {
    rule: "C05",
    speaks: /查封|扣押/,
    kind: () => "seizure",
    from: (view) => factIn(view, "seized_on", "date"),
  },
  {
    rule: "C19",
    speaks: /(?:缴纳|缴清|缴款|交)[^。；]{0,8}罚款|罚款[^。；]{0,10}(?:缴|交)/,
    kind: (view) => (isPolice(view) ? "police-fine-payment" : "fine-payment"),
    from: (view) => dayOfStage(view, "service"),
  },
  {
    rule: "C03",
    speaks: /办案期限|办理期限|九十日|90日|90天/,
    kind: (view) => (isPolice(view) ? "police-decision" : "decision"),
    from: (view) => dayOfStage(view, "filing"),
  },
];

const END = /(?:截止|截至|最迟|届满|到期|期满|之前|前|止|即|至|到)/;

/** Ends of legal periods that the officers put into words, compared with the count; kept as stated either way. */
export function claimedEnds(view: CaseView, rule: string): readonly Found[] {
  const seen = new Set<string>();
  return CLAIMS.filter((claim) => claim.rule === rule).flatMap((claim) => {
    const from = claim.from(view);
    if (from === undefined) return [];
    return said(view).flatMap(({ text, where }) =>
      sentencesOf(text).flatMap((sentence): readonly Found[] => {
        if (!claim.speaks.test(sentence) || !END.test(sentence) || seen.has(sentence)) return [];
        seen.add(sentence);
        return compare(view, claim, from, sentence, where);
      }),
    );
  });
}

const said = (view: CaseView): readonly Piece[] => [...allWords(view), ...officersWords(view)];
const COUNTED = /(?:[0-9一二三四五六七九十]+个?(?:工作)?[日天](?:之)?内?|期限|期满|届满|截止|最迟)/;

function compare(view: CaseView, claim: Claim, from: Day, sentence: string, where: string): readonly Found[] {
  // the last day named after a number of days is the end that was counted
  const counted = COUNTED.exec(sentence);
  if (!counted) return [];
  const [end] = daysIn(sentence.slice(counted.index), view.today).flatMap(({ value }) => value ?? []);
  if (end === undefined || end <= from) return [];
  const computed = compute(view, claim.kind(view), { from }, where);
  if ("unknown" in computed) return [computed.unknown];
  const { deadline } = computed;
  if (end === deadline.due || end === deadline.nominal) return [];
  const { zh, en } = spelled(deadline);
  const message: Words = say(
    `“${sentence.slice(0, 50)}”所写期限${end}与法定计算不符：${zh}`,
    `The end stated, ${end}, is not the legal one: ${en}`,
  );
  return [{ where, message, severity: "warn", article: deadline.article }];
}

const NO_HEARING =
  /(?:无需|不需要|不用|不必|没(?:有)?(?:到|达到)|未达到?|不符合|够不上|不涉及)[^。；，]{0,12}听证/;
const OVER =
  /(?:陈述申辩|陈述、申辩|申辩|听证)[^。；，]{0,12}(?:期|期限|时间)?(?:已经|已|都)(?:过|满|届满|到期|超过)/;

/** A sentence in which the officers say that no hearing is needed; null where nobody does. */
export const saysNoHearing = (view: CaseView): Piece | null =>
  said(view).find(({ text }) => NO_HEARING.test(text)) ?? null;

/** A sentence in which the officers say that the time to speak is over; null where nobody does. */
export const saysItIsOver = (view: CaseView): Piece | null =>
  said(view).find(({ text }) => OVER.test(text)) ?? null;
