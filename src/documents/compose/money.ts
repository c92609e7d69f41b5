import { capitalsOf } from "../facts/capitals.ts";
import type { Penalty } from "../facts/kinds.ts";

/** 3000元, 29.70元: no separators, two decimals only where there are any. */
export const sayYuan = (yuan: number): string => `${Number.isInteger(yuan) ? yuan : yuan.toFixed(2)}元`;

/** 人民币3000元（大写：叁仟元整）. */
export const sayYuanBoth = (yuan: number, capitals = capitalsOf(yuan)): string =>
  `人民币${sayYuan(yuan)}（大写：${capitals}）`;

// 没收, 暂扣, 吊销, 责令: the content then says itself what is done
const VERB_CHARS = 2;

const WITH_AMOUNT: readonly Penalty["kind"][] = ["罚款", "没收违法所得"];

/** One penalty as a decision states it; capitals the officer wrote stay as they are, so that a check can see them. */
export function sayPenalty({ kind, amount, capitals, days, content, act }: Penalty): string {
  const before = act === undefined ? "" : `对${act}的行为，`;
  if (amount !== undefined && WITH_AMOUNT.includes(kind)) {
    const said = kind === "罚款" ? sayYuanBoth(amount, capitals) : `人民币${sayYuan(amount)}`;
    return `${before}${kind}${said}`;
  }
  if (kind === "行政拘留" && days !== undefined) return `${before}行政拘留${days}日`;
  const span = days === undefined ? "" : `，期限${days}日`;
  if (content === undefined) return `${before}${kind === "其他" ? "其他处罚" : kind}${span}`;
  const saysSo = kind === "其他" || content.includes(kind) || content.startsWith(kind.slice(0, VERB_CHARS));
  const said = saysSo ? content : `${kind}：${content}`;
  return `${before}${said}${span}`;
}

/** The sum of all fines in yuan; null where none has an amount. */
export function fineOf(penalties: readonly Penalty[]): number | null {
  const fines = penalties.flatMap(({ kind, amount }) =>
    kind === "罚款" && amount !== undefined ? [amount] : [],
  );
  if (fines.length === 0) return null;
  return Math.round(fines.reduce((sum, each) => sum + each, 0) * FEN) / FEN;
}

const FEN = 100;
