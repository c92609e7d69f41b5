const UNICODE = /^Uni(?:GB|CNS|JIS|KS)(?:2004)?-(?:UCS2|UTF16)-[HV]$/;
const GBK = /^GB(?:K2K|Kp?-EUC|pc-EUC|-EUC)-[HV]$/;
const TO_UNICODE = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/;
const RANGES_IN_BLOCK = 100; // the form of these tables allows no more
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;

/**
 * The tables that say which character a code of a Chinese PDF stands for, where its fonts are named but not in it.
 *
 * The library asks for two: from codes to glyph numbers, and from glyph numbers to Unicode. Ours makes each code its
 * own Unicode number at once, so that the second table has nothing left to do; no picture is drawn from them.
 */
export class PdfCodings {
  /** True once a table was asked for that we do not have: text was there and could not be read. */
  hasUnknown = false;
  #hasServed = false;

  table(name: string): Uint8Array {
    if (UNICODE.test(name))
      return this.#serve(table(name, ["<0000> <ffff>"], ["<0000> <ffff> 0"], "cidrange"));
    if (GBK.test(name))
      return this.#serve(table(name, ["<00> <80>", "<8140> <fefe>"], gbkRanges(), "cidrange"));
    // glyph numbers of another table are not Unicode: better no text than a wrong one
    if (TO_UNICODE.test(name) && this.#hasServed) {
      return table(name, ["<0000> <ffff>"], ["<0000> <ffff> <0000>"], "bfrange");
    }
    this.hasUnknown = true;
    throw new Error(`no table ${name}`);
  }

  #serve(bytes: Uint8Array): Uint8Array {
    this.#hasServed = true;
    return bytes;
  }
}

function table(name: string, spaces: readonly string[], ranges: readonly string[], kind: string): Uint8Array {
  const lines = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    `/CMapName /${name} def /WMode ${name.endsWith("V") ? 1 : 0} def`,
    `${spaces.length} begincodespacerange\n${spaces.join("\n")}\nendcodespacerange`,
  ];
  for (let at = 0; at < ranges.length; at += RANGES_IN_BLOCK) {
    const block = ranges.slice(at, at + RANGES_IN_BLOCK);
    lines.push(`${block.length} begin${kind}\n${block.join("\n")}\nend${kind}`);
  }
  lines.push("endcmap end end");
  return new TextEncoder().encode(lines.join("\n"));
}

/** Every code of GBK with its Unicode number, codes in a row put together. */
function gbkRanges(): string[] {
  const decoder = new TextDecoder("gb18030");
  const ranges: { first: number; last: number; value: number }[] = [{ first: 0, last: 0x7f, value: 0 }];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      const character = trail === 0x7f ? "" : decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === "\ufffd") continue;
      const code = lead * 256 + trail;
      const value = character.charCodeAt(0);
      const open = ranges.at(-1);
      if (open !== undefined && open.last === code - 1 && open.value + code - open.first === value)
        open.last = code;
      else ranges.push({ first: code, last: code, value });
    }
  }
  return ranges.map(({ first, last, value }) => `<${hex(first)}> <${hex(last)}> ${value}`);
}

const hex = (code: number): string => code.toString(16).padStart(code < 256 ? 2 : 4, "0");
