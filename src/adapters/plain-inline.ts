// parts of a line that are taken as they stand, before any mark is dropped
const LITERAL = /(`+)([^`]|[^`].*?[^`])\1(?!`)|<(https?:\/\/[^\s<>]{1,2000})>/g;
const LINK = /!?\[([^[\]\n]{0,500})\]\(\s*<?([^\s<>)]{1,2000})>?(?:\s+"[^"\n]{0,200}")?\s*\)/g;
const STRESS: readonly RegExp[] = [
  /\*\*\*(?=\S)([^\n]{1,2000}?\S)\*\*\*/g,
  /\*\*(?=\S)([^\n]{0,2000}?\S)\*\*/g,
  /(?<![\w_])__(?=\S)([^\n]{0,2000}?\S)__(?![\w_])/g,
  /(?<![*\w])\*(?![\s*])([^*\n]{0,500}?[^\s*])\*(?![*\w])/g,
  /(?<![\w_])_(?![\s_])([^_\n]{0,500}?[^\s_])_(?![\w_])/g,
  /~~(?=\S)([^\n]{0,500}?\S)~~/g,
];
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
// people would all be called: the full-width sign reads the same and calls nobody
const CALL_FOR_ALL = /@(?=所有人|全体成员|all\b|everyone\b|channel\b|here\b)/gi;
// stands for a part that is put back at the end; private use, so no text of ours holds it
const PLACE = "\u{e000}";

/**
 * One line without its inline marks: stress and code lose them, a link shows its address, [1] stays.
 *
 * @example plainInline("**看** [这里](https://a.cn)") // "看 这里（https://a.cn）"
 */
export function plainInline(line: string): string {
  const kept: string[] = [];
  const keep = (text: string): string => {
    kept.push(text);
    return PLACE;
  };
  let text = line.replaceAll(PLACE, "");
  text = text.replace(LITERAL, (_, _ticks, code?: string, address?: string) => keep(code ?? address ?? ""));
  text = text.replace(ESCAPED, (_, mark: string) => keep(mark));
  text = text.replace(LINK, (_, words: string, address: string) => linkWords(words, address, keep));
  for (const stress of STRESS) text = text.replace(stress, "$1");
  let next = 0;
  const whole = text.replaceAll(PLACE, () => kept[next++] ?? "");
  return whole.replace(CALL_FOR_ALL, "＠");
}

function linkWords(words: string, address: string, keep: (text: string) => string): string {
  if (words === "" || words === address) return keep(address);
  return `${words}（${keep(address)}）`;
}
