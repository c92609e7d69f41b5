import { atomsOf } from "./atoms.ts";

/** What became of one polished sentence. */
export type Polished =
  | { readonly text: string; readonly isPolished: true }
  | { readonly text: string; readonly isPolished: false; readonly fault: PolishFault };

/** Why a sentence of a model was not taken. */
export type PolishFault = "atoms" | "words" | "lost" | "empty";

/** Words that join facts and state none; a polished sentence may add these and no others. */
const JOINING = new Set(
  (
    "经查 现查明 查明 另查明 经现场检查 经检查 检查中 检查时 检查发现 经核对 经清点 其中 其间 期间 同时 随后 此后 之后 之前 当时 当日 " +
    "上述 以上 前述 该 此 本 其 均 皆 亦 也 并 并且 且 及 以及 和 与 或者 或 则 而 但 因 由于 因此 故 为 系 属 是 有 在 于 至 从 自 由 对 向 将 把 被 " +
    "的 了 着 地 得 所 之 者 等 内 外 中 上 下 处 时 后 前 共 共计 合计 计 分别 依次 逐一 一并 进行 予以 作出 表示 陈述 称 说明 显示 载明 记载 记录 " +
    "现场 检查人员 执法人员 当事人 本机关 我局 发现 存在 查见 可见 位于 放置 摆放 陈列 存放 标示 标明 标注 标价 出示 告知 依法 依照 根据 按照 未 不 无 已 曾 正"
  ).split(" "),
);
const LONGEST_JOINING = Math.max(...Array.from(JOINING, (word) => word.length));

// what changes the sense of a sentence while adding no fact: one more or one less of these and it says the opposite
const SENSE = /未|不|无|没|非|否|拒|勿|仅|均|皆|全部|部分|已|曾/gu;

// a polished sentence keeps what it was about: this share of the plain one's characters at least
const KEPT_SHARE = 0.7;

/**
 * Checks a model's sentence against the one that code wrote: the same numbers, dates, names, articles and negations,
 * no word that is not in the plain sentence or a joining word, and nothing left out. Otherwise the plain one stands.
 */
export function guardPolish(plain: string, polished: string): Polished {
  const text = polished.trim();
  const fault = faultOf(plain, text);
  return fault === null ? { text, isPolished: true } : { text: plain, isPolished: false, fault };
}

function faultOf(plain: string, text: string): PolishFault | null {
  if (text === "" || /[\n⟦⟧]/u.test(text)) return "empty";
  if (!isSame(atomsOf(plain), atomsOf(text)) || !isSame(senseOf(plain), senseOf(text))) return "atoms";
  if (!hasOnlyKnownWords(plain, text)) return "words";
  return keptShare(plain, text) < KEPT_SHARE ? "lost" : null;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

const senseOf = (text: string): readonly string[] => (text.match(SENSE) ?? []).toSorted();

/** Walks the sentence: every stretch of Han characters is a piece of the plain sentence or a joining word. */
function hasOnlyKnownWords(plain: string, text: string): boolean {
  const isKnown = (run: string): boolean => {
    const reachable = new Set([0]);
    for (let at = 0; at < run.length; at++) {
      if (!reachable.has(at)) continue;
      for (let end = at + 1; end <= run.length; end++) {
        const piece = run.slice(at, end);
        // two characters at least, or any stranger could be spelled from single ones
        const isPiece = piece.length > 1 && plain.includes(piece);
        const isJoining = piece.length <= LONGEST_JOINING && JOINING.has(piece);
        if (isPiece || isJoining) reachable.add(end);
        else if (piece.length > LONGEST_JOINING && !plain.includes(piece)) break;
      }
    }
    return reachable.has(run.length);
  };
  const runs = (sentence: string): readonly string[] => sentence.match(/\p{Script=Han}+/gu) ?? [];
  const known = new Set(runs(plain));
  return runs(text).every((run) => known.has(run) || isKnown(run));
}

function keptShare(plain: string, text: string): number {
  const characters = plain.match(/[\p{L}\p{N}]/gu) ?? [];
  const left = new Map<string, number>();
  for (const each of text) left.set(each, (left.get(each) ?? 0) + 1);
  let kept = 0;
  for (const each of characters) {
    const count = left.get(each) ?? 0;
    if (count === 0) continue;
    left.set(each, count - 1);
    kept += 1;
  }
  return characters.length === 0 ? 1 : kept / characters.length;
}
