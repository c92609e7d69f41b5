import { isJson, listOf } from "./slack-blocks.ts";
import type { Json } from "./slack-state.ts";

// the limits that Slack's reference of views and blocks states
const MAX_BLOCKS = 100;
const MAX_TITLE = 24;
const MAX_METADATA = 3_000;
const MAX_LABEL = 2_000;
const MAX_OPTION = 75;
const MAX_OPTIONS = 100;
const MAX_INPUT = 3_000;
const MAX_HEADER = 150;
const MAX_SECTION = 3_000;
const INPUTS = new Set([
  "plain_text_input",
  "datepicker",
  "datetimepicker",
  "static_select",
  "radio_buttons",
  "number_input",
]);

const textIn = (value: unknown): string => (isJson(value) ? String(value["text"] ?? "") : "");
const isWithin = (value: unknown, max: number): boolean => {
  const text = textIn(value);
  return text !== "" && text.length <= max;
};

/** What is wrong with a view, by Slack's reference; null when nothing is. */
export function viewFault(view: Json): string | null {
  const blocks = listOf(view["blocks"]);
  if (blocks.length === 0 || blocks.length > MAX_BLOCKS) return "blocks";
  if (String(view["private_metadata"] ?? "").length > MAX_METADATA) return "private_metadata";
  const ids = blocks.flatMap((block) => (typeof block["block_id"] === "string" ? [block["block_id"]] : []));
  if (new Set(ids).size !== ids.length) return "block_id";
  const isModal = view["type"] === "modal";
  if (isModal && !isWithin(view["title"], MAX_TITLE)) return "title";
  const hasInputs = blocks.some(({ type }) => type === "input");
  if (isModal && hasInputs && !isWithin(view["submit"], MAX_TITLE)) return "submit";
  return blocks.map(blockFault).find((fault) => fault !== null) ?? null;
}

function blockFault(block: Json): string | null {
  switch (block["type"]) {
    case "input":
      if (!isWithin(block["label"], MAX_LABEL)) return "label";
      return isJson(block["element"]) ? elementFault(block["element"]) : "element";
    case "section":
      if (!isWithin(block["text"], MAX_SECTION)) return "section";
      return isJson(block["accessory"]) ? elementFault(block["accessory"]) : null;
    case "header":
      return isWithin(block["text"], MAX_HEADER) ? null : "header";
    case "context":
      return listOf(block["elements"]).every((each) => isWithin(each, MAX_SECTION)) ? null : "context";
    case "actions":
      return (
        listOf(block["elements"])
          .map(elementFault)
          .find((fault) => fault !== null) ?? null
      );
    case "divider":
      return null;
    default:
      return `block ${String(block["type"])}`;
  }
}

function elementFault(element: Json): string | null {
  const type = String(element["type"]);
  if (type === "button") return isWithin(element["text"], MAX_OPTION) ? null : "button";
  if (!INPUTS.has(type)) return `element ${type}`;
  if (type === "plain_text_input") {
    const initial = String(element["initial_value"] ?? "");
    return initial.length <= MAX_INPUT && Number(element["max_length"] ?? 0) <= MAX_INPUT ? null : "text";
  }
  if (type !== "static_select" && type !== "radio_buttons") return null;
  const options = listOf(element["options"]);
  const values = options.map(({ value }) => value);
  if (options.length === 0 || options.length > MAX_OPTIONS) return "options";
  if (new Set(values).size !== values.length) return "options twice";
  if (!options.every(({ text }) => isWithin(text, MAX_OPTION))) return "option";
  const initial = element["initial_option"];
  return initial === undefined || options.some((each) => JSON.stringify(each) === JSON.stringify(initial))
    ? null
    : "initial_option";
}
