import type { Kind } from "./kind.ts";

// the local part may not start inside a word or another address, nor be the login in ftp://name@host
const LOCAL = String.raw`(?<![A-Za-z0-9._%+@-]|\/\/)[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?`;
const DOMAIN = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,4}[A-Za-z]{2,24}(?![A-Za-z0-9@])`;
const EMAIL = new RegExp(`${LOCAL}@${DOMAIN}`, "g");

// photo@2x.png is a file, git@host:team/repo is a place in a code store
const FILE_NAME = /@\d+x\.[a-z]{3,4}$/i;
const CODE_STORE = /^:[\w~.-]+\//;

/** Electronic mail address, also in full-width signs. */
export const email: Kind = {
  name: "email",
  label: { zh: "邮箱", en: "e-mail address" },
  token: "邮箱",
  *find({ folded }) {
    if (!folded.includes("@")) return;
    for (const { 0: address, index } of folded.matchAll(EMAIL)) {
      const end = index + address.length;
      if (FILE_NAME.test(address) || address.includes("..")) continue;
      if (CODE_STORE.test(folded.slice(end, end + 80))) continue;
      yield { start: index, end, value: address.toLowerCase() };
    }
  },
  partial: (value) => `${value[0] ?? ""}***${value.slice(value.indexOf("@"))}`,
};
