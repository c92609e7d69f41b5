import type { Block, Cell, Composed } from "../composed.ts";

/** The document as Markdown for a chat: every word of it in reading order, nothing of its layout. */
export function plainOf(composed: Composed): string {
  const { agency, title, number, signer, secrecy, urgency, blocks } = composed;
  const head = [
    [secrecy, urgency].filter(Boolean).join("　"),
    title.includes(agency) ? "" : agency,
    `**${title}**`,
    [number, signer === null ? null : `签发人：${signer}`].filter(Boolean).join("　"),
  ];
  return [...head, ...blocks.map(plainBlock)].filter((text) => text !== "").join("\n\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "to":
    case "paragraph":
      return block.text;
    case "heading":
      return `**${block.text}**`;
    case "table":
      return plainTable(block.rows);
    case "signatures":
      return block.lines.map(({ label, text }) => `${label}：${text ?? ""}`).join("  \n");
    case "attachments":
      return plainAttachments(block.names);
    case "seal":
      return [block.agency, block.date].join("  \n");
    case "note":
      return block.text;
    case "imprint":
      return plainImprint(block);
    case "annex":
      return [`附件${block.number ?? ""}`, `**${block.title}**`, ...block.blocks.map(plainBlock)].join(
        "\n\n",
      );
  }
}

function plainAttachments(names: readonly string[]): string {
  const [only, ...more] = names;
  if (more.length === 0) return `附件：${only ?? ""}`;
  return `附件：${names.map((name, at) => `${at + 1}. ${name}`).join("  \n")}`;
}

function plainImprint({ copyTo, issuer, printedOn }: Extract<Block, { kind: "imprint" }>): string {
  const copies = copyTo.length === 0 ? [] : [`抄送：${copyTo.join("，")}。`];
  return [...copies, `${issuer}　${printedOn}印发`].join("  \n");
}

/** A Markdown table; a cell over several columns is followed by empty ones, so that the columns stay in line. */
function plainTable(rows: readonly (readonly Cell[])[]): string {
  const flat = rows.map((row) => row.flatMap(({ text, span = 1 }) => [asCell(text), ...blanks(span - 1)]));
  const width = Math.max(0, ...flat.map((row) => row.length));
  const lines = flat.map((row) => `| ${[...row, ...blanks(width - row.length)].join(" | ")} |`);
  const [first = "", ...rest] = lines;
  return [first, `|${" --- |".repeat(width)}`, ...rest].join("\n");
}

const blanks = (count: number): string[] => Array.from({ length: count }, () => "");

const asCell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\n/g, "<br>");
