import { cleanText } from "../../clean.ts";

const REFERENCE = /<([@#!]?)([^<>|\n]{1,2000})(?:\|([^<>\n]{0,2000}))?>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** The words of a message, and whom they call. */
export interface Words {
  readonly text: string;
  readonly mentions: readonly string[];
  /** `@channel`, `@here` or `@everyone` was called. */
  readonly callsAll: boolean;
}

/**
 * Slack's own notation as plain words: the bot's name taken out, other names and channels readable, links as their
 * address, entities decoded.
 *
 * @example readWords("<@UBOT> 看 <https://a.cn|官网>", "UBOT").text // "看 官网 https://a.cn"
 */
export function readWords(raw: string, botUser: string): Words {
  const mentions: string[] = [];
  let callsAll = false;
  const plain = raw.replace(REFERENCE, (_, sign: string, target: string, label = "") => {
    if (sign === "@") {
      mentions.push(target);
      return target === botUser ? " " : `@${label || target}`;
    }
    if (sign === "#") return `#${label || target}`;
    if (sign === "") return linkWords(target, label);
    if (/^(channel|here|everyone)$/.test(target)) callsAll = true;
    return label === "" ? `@${target.replace(/^subteam\^/, "")}` : label;
  });
  const decoded = plain.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return { text: cleanText(decoded).replace(/^\s+|\s+$/g, ""), mentions, callsAll };
}

function linkWords(target: string, label: string): string {
  const address = target.replace(/^(mailto|tel):/, "");
  return label === "" || address.endsWith(label) ? address : `${label} ${address}`;
}
