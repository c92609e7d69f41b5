const IMAGE = /!\[[^\]]*\]\([^)]*\)/g;
const LINK = /\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const SLACK_LINK = /<((?:https?|mailto|ftp):[^|>\s]+)(?:\|([^>]*))?>/gi;
const ADDRESS =
  /(?:https?|ftp|file|javascript|data|mailto):[^\s，。；、）)】」"'<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const BARE =
  /(?<![\w@/.:-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|cn|net|org|gov|edu|info|io|top|xyz|vip|cc|example)(?:\/[^\s，。；、）)】」"'<>]*)?/gi;

/** Every address in a text, trailing stops cut off: what an answer may name. */
export function addressesIn(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(ADDRESS), ...text.matchAll(BARE)].map((match) => bare(match[0]));
  // a page that was read vouches for its site
  return new Set(found.flatMap((address) => [address, address.split("/")[0] ?? address]));
}

/** The text without pictures: loading one tells a stranger's server what was asked. */
export const dropPictures = (text: string): string => text.replace(IMAGE, "");

/** The text without pictures and without any link that is not among `allowed`; link words stay. */
export function dropLinks(text: string, allowed: ReadonlySet<string>): string {
  const keep = (whole: string, address: string, words: string): string =>
    allowed.has(bare(address)) ? whole : words === address ? "" : words;
  return dropPictures(text)
    .replace(LINK, (whole, words: string, address: string) => keep(whole, address, dropBare(words, allowed)))
    .replace(SLACK_LINK, (whole, address: string, words = "") =>
      keep(whole, address, dropBare(words, allowed)),
    )
    .replace(ADDRESS, (address) => keep(address, address, ""))
    .replace(BARE, (address) => keep(address, address, ""));
}

const dropBare = (words: string, allowed: ReadonlySet<string>): string =>
  words
    .replace(ADDRESS, (address) => (allowed.has(bare(address)) ? address : ""))
    .replace(BARE, (address) => (allowed.has(bare(address)) ? address : ""));

const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[.,;:!?/]+$/, "");
