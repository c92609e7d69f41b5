// @ts-check

/**
 * What this browser remembers. Where storage is forbidden it lasts until the page is closed.
 *
 * @typedef {"language" | "theme" | "conversation" | "previous" | "agent"} Setting
 */

/** @type {Map<string, string>} */
const unsaved = new Map();

/**
 * @param {Setting} name
 * @returns {string | null}
 */
export function recall(name) {
  try {
    return localStorage.getItem(`bangban.${name}`) ?? unsaved.get(name) ?? null;
  } catch (error) {
    console.debug(error);
    return unsaved.get(name) ?? null;
  }
}

/**
 * @param {Setting} name
 * @param {string | null} value null forgets it
 */
export function keep(name, value) {
  if (value === null) unsaved.delete(name);
  else unsaved.set(name, value);
  try {
    if (value === null) localStorage.removeItem(`bangban.${name}`);
    else localStorage.setItem(`bangban.${name}`, value);
  } catch (error) {
    console.debug(error);
  }
}

/** The theme that is on now, chosen or the system's. */
export function theme() {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen) return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Changes to the other theme and remembers it. */
export function switchTheme() {
  const next = theme() === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  keep("theme", next);
}

/**
 * A random id that needs no secure context, as `crypto.randomUUID` would: the page is often served by plain http.
 *
 * @returns {string} 128 bits in hexadecimal
 */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
