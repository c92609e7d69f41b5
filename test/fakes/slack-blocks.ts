import type { Json } from "./slack-state.ts";

// the limits that Slack's own reference states
const MAX_BLOCKS = 50;
const MAX_MARKDOWN = 12_000;
const MAX_SECTION = 3_000;
const MAX_CONTEXT_ELEMENTS = 10;
const MAX_ACTION_ELEMENTS = 25;
const MAX_LABEL = 75;
const MAX_VALUE = 2_000;
const MAX_ID = 255;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const textIn = (value: unknown): string => (isJson(value) ? String(value["text"] ?? "") : "");

/** What is wrong with these blocks, in Slack's words; null when nothing is. */
export function faultOf(blocks: readonly Json[]): string | null {
  if (blocks.length > MAX_BLOCKS) return "invalid_blocks";
  const markdown = blocks
    .filter(({ type }) => type === "markdown")
    .reduce((sum, { text }) => sum + String(text).length, 0);
  if (markdown > MAX_MARKDOWN) return "msg_blocks_too_long";
  const ids = blocks.flatMap((block) => (typeof block["block_id"] === "string" ? [block["block_id"]] : []));
  if (new Set(ids).size !== ids.length || ids.some((id) => id.length > MAX_ID)) return "invalid_blocks";
  return blocks.some((block) => !isGood(block)) ? "invalid_blocks" : null;
}

function isGood(block: Json): boolean {
  const elements = listOf(block["elements"]);
  switch (block["type"]) {
    case "markdown":
      return String(block["text"] ?? "") !== "";
    case "section":
      return textIn(block["text"]) !== "" && textIn(block["text"]).length <= MAX_SECTION;
    case "context":
      return (
        elements.length > 0 &&
        elements.length <= MAX_CONTEXT_ELEMENTS &&
        elements.every((element) => {
          const text = String(element["text"] ?? "");
          return text !== "" && text.length <= MAX_SECTION;
        })
      );
    case "actions":
      return elements.length > 0 && elements.length <= MAX_ACTION_ELEMENTS && hasGoodButtons(elements);
    case "context_actions":
      return elements.length > 0 && elements.every(({ type }) => type === "feedback_buttons");
    case "divider":
    case "header":
    case "input":
    case "rich_text":
      return true;
    default:
      return false;
  }
}

function hasGoodButtons(elements: readonly Json[]): boolean {
  const ids = elements.map((element) => String(element["action_id"] ?? ""));
  if (new Set(ids).size !== ids.length) return false;
  return elements.every((element) => {
    const label = textIn(element["text"]);
    return label !== "" && label.length <= MAX_LABEL && String(element["value"] ?? "").length <= MAX_VALUE;
  });
}

/** The words of blocks as a reader sees them; buttons show their labels in brackets. */
export function shownIn(blocks: readonly Json[]): string {
  return blocks
    .map((block) => {
      if (block["type"] === "markdown") return String(block["text"]);
      if (block["type"] === "section") return textIn(block["text"]);
      const elements = listOf(block["elements"]);
      if (block["type"] === "context") return elements.map((element) => String(element["text"])).join("\n");
      if (block["type"] === "actions") return elements.map((each) => `[${textIn(each["text"])}]`).join(" ");
      return "";
    })
    .filter((text) => text !== "")
    .join("\n\n");
}
