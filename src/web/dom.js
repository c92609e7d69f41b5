// @ts-check

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with its properties, attributes and children; text is always text.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [props] a function is a listener; "class", "aria-…", "data-…" are attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false || value === null) continue;
    if (isListener(value)) element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter(isShown));
  return element;
}

/**
 * @param {unknown} value
 * @returns {value is EventListener}
 */
const isListener = (value) => typeof value === "function";

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
const isShown = (child) => child !== null && child !== undefined && child !== false && child !== "";

/**
 * The element of the page with this id. Throws where the page has none.
 *
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no #${id}`);
}

/** Drawn by hand on a grid of 24: strokes only, so that they take the colour of the words around them. */
const SHAPES = {
  send: "M12 19V5M5.500 11.500 12 5l6.500 6.500",
  stop: "M8 8h8v8H8z",
  plus: "M12 5v14M5 12h14",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z",
  copy: "M9 9h10v11H9zM6 15H5V4h10v2",
  check: "m5 12.500 4.500 4.500L19 7",
  up: "M7 11v9H4v-9zM7 11l4-7c1.500 0 2.500 1 2.300 2.500L12.800 10H18c1.500 0 2.300 1.200 2 2.500l-1.300 6c-.3 1-1 1.500-2 1.500H7",
  down: "M7 13V4H4v9zM7 13l4 7c1.500 0 2.500-1 2.300-2.500L12.800 14H18c1.500 0 2.300-1.200 2-2.500l-1.300-6c-.3-1-1-1.500-2-1.500H7",
  save: "M12 4v11M7 10.500 12 15.500l5-5M5 20h14",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  phone:
    "M5 4h4l1.500 5-2.500 1.500a12 12 0 0 0 5.500 5.500L15 13.500l5 1.500v4a2 2 0 0 1-2 2A15 15 0 0 1 3 6a2 2 0 0 1 2-2Z",
  latest: "M12 5v14M5.500 12.500 12 19l6.500-6.500",
};

/**
 * A small drawing that says nothing to a screen reader.
 *
 * @param {keyof typeof SHAPES} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
