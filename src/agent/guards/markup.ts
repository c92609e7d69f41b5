import type { StreamFilter } from "./thought.ts";

// what servers leak when their parser misses a tool call: <|tool_call|>, <｜DSML｜invoke …>, <tool_call>, [TOOL_CALLS]
const BLOCKS = [
  /<[|｜]DSML[|｜](function_calls|tool_calls)>[\s\S]*?<\/[|｜]DSML[|｜]\1>/g,
  /<[|｜]tool[▁_ ]calls[▁_ ]begin[|｜]>[\s\S]*?<[|｜]tool[▁_ ]calls[▁_ ]end[|｜]>/g,
  /<(tool_calls?|function_calls?|function)(?:[ =][^>]*)?>[\s\S]*?<\/\1>/g,
];
const UNCLOSED = [
  /<[|｜]DSML[|｜](function_calls|tool_calls|invoke)[\s\S]*$/,
  /<[|｜]tool[▁_ ]calls?[▁_ ]begin[\s\S]*$/,
  /<(tool_calls?|function_calls?)>[\s\S]*$/,
];
const SINGLE = /<\/?[|｜][^<>]{0,80}?[|｜][^<>]{0,80}?>|<\/?[|｜][^<>\n]{1,80}?>|\[\/?TOOL_CALLS?\]/g;
const START = /<[|｜/]?|\[TOOL/;
const BLOCK_START =
  /<[|｜]DSML[|｜]|<[|｜]tool[▁_ ]calls?[▁_ ]begin|<(?:tool_calls?|function_calls?|function)\b/;
const LONGEST_HELD = 4_000; // a leaked call is short; a longer text that starts like one is not one

/** The text without tool markup that a server failed to parse. */
export function dropMarkup(text: string): string {
  let clean = text;
  for (const block of BLOCKS) clean = clean.replace(block, "");
  for (const open of UNCLOSED) clean = clean.replace(open, "");
  return clean.replace(SINGLE, "");
}

/** The same over a stream: holds back from the first sign of markup until it is whole. */
export function dropMarkupInStream(): StreamFilter {
  let held = "";
  return {
    push(delta) {
      held += delta;
      const at = START.exec(held)?.index ?? -1;
      if (at < 0) return release(held.length);
      if (isWhole(held.slice(at))) return release(held.length);
      return release(at);
    },
    end: () => release(held.length),
  };

  function release(length: number): string {
    const shown = held.slice(0, length);
    held = held.slice(length);
    return dropMarkup(shown);
  }
}

function isWhole(text: string): boolean {
  if (text.length > LONGEST_HELD) return true;
  if (!BLOCK_START.test(text))
    return text.includes(">") || text.includes("]") || /^<[^|｜/a-zA-Z]/.test(text);
  const clean = BLOCKS.reduce((rest, block) => rest.replace(block, ""), text);
  return !BLOCK_START.test(clean) && !/<[^>]*$/.test(clean);
}
