import { Refused } from "../../../files/refuse.ts";
import { refusals } from "../../../files/refusals.ts";
import { readXml } from "../../../files/xml.ts";

// a document of a thousand pages has some hundred thousand elements
const MAX_ELEMENTS = 1_000_000;

/** An element of XML: names and attributes come without their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface Open extends Element {
  readonly children: (Element | string)[];
}

/** The root of a part; throws `Refused` for what is not well-formed, too deep, too large, or declares entities. */
export function readTree(bytes: Uint8Array, part: string): Element {
  const top: Open = { name: "", attributes: {}, children: [] };
  const way: Open[] = [top];
  let count = 0;
  readXml(bytes, part, {
    open(name, attributes) {
      count += 1;
      if (count > MAX_ELEMENTS) throw new Refused(refusals.muchText());
      const element: Open = { name, attributes: bare(attributes), children: [] };
      way.at(-1)?.children.push(element);
      way.push(element);
    },
    close() {
      way.pop();
    },
    text(text) {
      way.at(-1)?.children.push(text);
    },
  });
  return elements(top)[0] ?? top;
}

const bare = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.slice(name.indexOf(":") + 1), value]),
  );

const isElement = (child: Element | string): child is Element => typeof child !== "string";

/** The elements right below, all or those of one name. */
export const elements = (parent: Element | undefined, name?: string): readonly Element[] =>
  (parent?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);

/** The first element on this way down. */
export const find = (parent: Element | undefined, ...way: readonly string[]): Element | undefined =>
  way.reduce<Element | undefined>((at, name) => elements(at, name)[0], parent);

/** Every element of a name below, in reading order. */
export function all(parent: Element, name: string): readonly Element[] {
  return elements(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The text right inside an element. */
export const textIn = (element: Element): string =>
  element.children.filter((child) => typeof child === "string").join("");

/** A whole number in an attribute; undefined when there is none. */
export function numberIn(element: Element | undefined, attribute: string): number | undefined {
  const value = Number.parseFloat(element?.attributes[attribute] ?? "");
  return Number.isFinite(value) ? value : undefined;
}

/** A switch as WordprocessingML writes it: present means on unless it says otherwise; undefined when absent. */
export function switchIn(parent: Element | undefined, name: string): boolean | undefined {
  const element = find(parent, name);
  if (element === undefined) return undefined;
  return !["0", "false", "off", "none"].includes(element.attributes["val"] ?? "1");
}
