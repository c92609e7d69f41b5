const RUN = /[\u4e00-\u9fff]{2,}/g;
// they stand in every legal sentence and say nothing of its subject
const EMPTY = new Set(
  "规定 的规 本法 条的 有关 相关 依照 照本 依据 根据 按照 应当 当依 可以 不得 或者 以及 行为 下列 列情 情形 情节 中华 华人 人民 民共 共和 和国 国家 之一 一的 的行 有下 的应 法律 律法 法规 当事 事人 处以 以下 以上 的处 单位 个人 进行 其他 他有 予以 给予 对于 关于 违反 反本 反了 构成 实施 作出 决定 上述 属于 及其 的情 并处 后果 严重 责任".split(
    " ",
  ),
);

/** Pairs of neighbouring Chinese characters in chains without a gap, the ones without a meaning left out. */
export function pairsOf(text: string): string[][] {
  const chains: string[][] = [];
  for (const [run] of text.matchAll(RUN)) {
    let chain: string[] = [];
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (!EMPTY.has(pair)) chain.push(pair);
      else if (chain.length > 0) {
        chains.push(chain);
        chain = [];
      }
    }
    if (chain.length > 0) chains.push(chain);
  }
  return chains;
}
